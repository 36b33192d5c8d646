const api = require('../../lib/api')
const bread = require('../../data/bread')
const shops = ['示例路店', '样本街店', '河滨店']
Page({
  data: { bread: bread.map((b) => ({ ...b, label: '￥' + (b.p / 100).toFixed(2) })), shop: shops[0], slides: ['今日出炉 7:00', '肉桂卷回归'] },
  add(e) {
    const { cart } = getApp().globalData
    const { id } = e.currentTarget.dataset
    cart[id] = (cart[id] || 0) + 1
    tt.showToast({ title: '已加入购物车', icon: 'none' })
  },
  choose() { api.sheet({ itemList: shops }).then((r) => this.setData({ shop: shops[r.tapIndex] }), () => {}) },
  near() {
    api.modal({ title: '按距离排列门店', content: '「小米烘焙」将读取一次位置，用于找出最近的自提门店，不保存。', confirmText: '同意', cancelText: '手动选择' })
      .then((r) => (r.confirm ? api.locate({ type: 'gcj02' }).then(() => this.setData({ shop: shops[2] })) : this.choose()))
      .catch(() => this.choose())
  }
})
