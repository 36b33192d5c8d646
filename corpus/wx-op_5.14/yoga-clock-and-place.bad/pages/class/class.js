Page({
  data: { hour: 0, region: '' },
  onLoad() { wx.request({ url: 'https://yoga.example.org/region', success: (r) => this.setData({ hour: new Date().getHours(), region: r.data.city }) }) },
  vip() { wx.navigateTo({ url: '/pages/book/book' }) }
})
