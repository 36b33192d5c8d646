Page({
  data: { orders: [] },
  onLoad() { wx.request({ url: 'https://api.wall.example.org/orders/public', success: ({ data }) => this.setData({ orders: data.orders }) }) }
})
