const { warm } = require('../../services/cache')
const books = [{ id: 'cat', name: '猫巡抚', n: 24 }, { id: 'tea', name: '茶馆怪谈', n: 16 }]
Page({
  data: { books },
  save(e) {
    const b = books[e.currentTarget.dataset.i]
    wx.getNetworkType({ success: ({ networkType }) => wx.showModal({
      title: '缓存《' + b.name + '》', content: (networkType === 'wifi' ? '' : '当前是移动网络，') + `约 ${b.n * 6} MB，是否下载？`,
      success: (r) => r.confirm && warm(b)
    }) })
  }
})
