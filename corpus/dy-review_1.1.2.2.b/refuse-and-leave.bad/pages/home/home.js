const near = require('../../services/near')
const bye = () => tt.exitMiniProgram({})
Page({
  data: { shops: [], cities: ['示例市'], pick: false },
  near() { tt.showModal({ title: '用于列出附近早餐铺', success: (r) => (r.confirm ? near.find(bye).then((p) => p && this.setData({ shops: ['巷口豆浆'] })) : bye()) }) },
  city() {}
})
