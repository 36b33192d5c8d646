Page({
  data: {
    teas: [
      { id: 1, name: '明前龙井', price: 38 },
      { id: 2, name: '老白茶', price: 32 },
      { id: 3, name: '桂花乌龙', price: 28 },
    ],
  },
  pick(e) {
    wx.navigateTo({ url: `/pages/order/order?id=${e.currentTarget.dataset.id}` })
  },
})
