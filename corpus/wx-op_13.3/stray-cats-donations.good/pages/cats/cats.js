const { acts, note } = require('../../config/acts')
Page({
  data: { cats: [{ n: '橘子', s: '骨折已手术' }, { n: '煤球', s: '待领养' }], acts, note },
  act(e) { wx.showModal({ title: acts[e.currentTarget.dataset.i].t, content: '示例路 3 号宠物医院，周六 9:00-12:00', showCancel: false }) }
})
