Page({
  data: { mail: 'bus@example.org' },
  help() { wx.navigateTo({ url: '/guide/help/help' }) },
  copy() { wx.setClipboardData({ data: this.data.mail }) },
})
