Page({
  data: { menu: ['剪发 38', '烫发 268'], sheet: { open: true, text: '新客剪发券', taken: false } },
  hold() {},
  take() { wx.navigateTo({ url: '/pages/bind/bind' }) },
  close() { this.setData({ 'sheet.open': false }) }
})
