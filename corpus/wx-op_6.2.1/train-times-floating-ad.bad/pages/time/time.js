Page({
  data: { trains: ['6:12 K1', '7:40 D3'], x: 0, y: 300 },
  onShow() { this.t = setInterval(() => this.setData({ x: (this.data.x + 9) % 600, y: 300 + (this.data.x % 200) }), 60) },
  onHide() { clearInterval(this.t) },
  ad() { wx.navigateTo({ url: '/pages/ad/ad' }) }
})
