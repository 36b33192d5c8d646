const near = require('../../services/near')
Page({
  data: { shops: ['巷口豆浆', '老面馒头'], cities: ['示例市', '样本县'], pick: false },
  near() { tt.showModal({ title: '用于列出附近早餐铺', success: (r) => (r.confirm ? near.find(() => this.setData({ pick: true })) : this.setData({ pick: true })) }) },
  city(e) { this.setData({ shops: [this.data.cities[e.detail.value] + '早餐铺'] }) }
})
