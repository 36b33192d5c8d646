const { list } = require('../../services/goods')
Page({
  data: { goods: [], where: '送货城市' },
  onLoad() { list().then((r) => this.setData({ goods: r.data }), () => this.setData({ goods: [{ id: 0, n: '粗陶碗' }] })) },
  city() { wx.showActionSheet({ itemList: ['示例市', '样本县'], success: (r) => { wx.setStorageSync('city', r.tapIndex); this.setData({ where: ['示例市', '样本县'][r.tapIndex] }) } }) }
})
