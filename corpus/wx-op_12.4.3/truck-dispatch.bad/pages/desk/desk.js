const fleet = require('../../services/fleet')
Page({
  data: { cars: [], on: false },
  duty() {
    wx.showModal({ title: '开始接单', content: '出车期间持续上报位置，供调度中心派单', success: (r) => { if (r.confirm) { fleet.online((cars) => this.setData({ cars, on: true })) } } })
  }
})
