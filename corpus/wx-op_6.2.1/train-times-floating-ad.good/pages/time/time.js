Page({
  data: { trains: ['6:12 K1', '7:40 D3'], left: 0 },
  onShow() { this.t = setInterval(() => this.setData({ left: (this.data.left + 1) % 60 }), 60000) },
  onHide() { clearInterval(this.t) }
})
