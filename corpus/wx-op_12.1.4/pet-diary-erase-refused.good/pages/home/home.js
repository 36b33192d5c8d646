Page({
  data: { notes: [] },
  onShow() { this.setData({ notes: wx.getStorageSync('notes') || [] }) },
  add() { wx.login({ success: ({ code }) => wx.request({ url: 'https://diary.example.org/notes', method: 'POST', data: { code, at: Date.now() } }) }) },
  help() { wx.navigateTo({ url: '/pages/help/help' }) }
})
