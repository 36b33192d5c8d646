const clinic = require('../../services/clinic')
const fallback = [{ id: 'int', n: '内科' }, { id: 'eye', n: '眼科' }, { id: 'skin', n: '皮肤科' }]
Page({
  data: { rooms: fallback, notes: ['周日上午开诊', '接种门诊改到二楼'], far: '' },
  onLoad() { clinic.rooms().then((rooms) => this.setData({ rooms }), () => {}) },
  onPullDownRefresh() { clinic.rooms().then((rooms) => this.setData({ rooms }), () => {}).then(() => wx.stopPullDownRefresh()) },
  open(e) { wx.navigateTo({ url: '/pages/doctor/doctor?room=' + e.currentTarget.dataset.id }) },
  distance() {
    wx.showModal({
      title: '位置用途', content: '读取一次位置，在本机算出到门诊的步行距离，不上传、不保存。', confirmText: '同意', cancelText: '不用了',
      success: (r) => r.confirm && wx.getLocation({ type: 'gcj02', success: (p) => this.setData({ far: Math.round(Math.hypot(p.latitude - 30.25, p.longitude - 120.16) * 111) + ' 公里' }), fail: () => this.setData({ far: '示例市示例路 12 号' }) })
    })
  }
})
