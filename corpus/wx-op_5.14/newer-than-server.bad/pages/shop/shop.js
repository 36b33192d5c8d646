Page({
  onLoad ({ id }) { this.id = id },
  buy () { wx.request({ url: 'https://api.example.org/order', method: 'POST', data: { id: this.id }, success: r => wx.requestPayment(r.data) }) }
})
