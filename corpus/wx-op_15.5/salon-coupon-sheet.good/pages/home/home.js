Page({
  data: { menu: ['剪发 38', '烫发 268'], sheet: { open: true, text: '新客剪发券', taken: false } },
  hold() {},
  take() { wx.navigateTo({ url: '/pages/bind/bind' }) },
  close() { const s = { ...this.data.sheet, open: !1 }; this.setData({ sheet: s }) }
})
