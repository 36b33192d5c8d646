Page({
  data: { goods: [{ n: '手冲壶', p: 168 }, { n: '滤纸', p: 25 }], cart: 0 },
  add() { this.setData({ cart: this.data.cart + 1 }) },
  go() { tt.navigateTo({ url: '/pages/service/service' }) },
  onShareAppMessage() { return { title: '手冲器具', path: '/pages/home/home' } }
})
