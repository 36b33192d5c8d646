const clinic = require('../../services/clinic')
const times = ['9:00', '9:30', '14:00']
Page({
  data: { list: [{ id: 1, n: '陈医生', t: '主治医师', fee: 2500 }], times, room: '' },
  onLoad(q) {
    this.setData({ room: q.room || 'int' })
    clinic.doctors(this.data.room).then((list) => this.setData({ list }), () => {})
  },
  pick(e) { const { d, t } = e.currentTarget.dataset; wx.navigateTo({ url: `/pages/confirm/confirm?d=${d}&t=${t}&fee=${this.data.list[0].fee}` }) }
})
