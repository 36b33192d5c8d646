const clinic = require('../../services/clinic')
const reading = require('../../lib/reading')
Page(reading(function () { return clinic.doctors(this.room) }, { data: { n: '全科' }, onLoad(q) { this.room = q.room || 'gp'; this.setData({ n: q.n || '全科' }); this.read() }, open(e) { wx.navigateTo({ url: '/pages/doctor/doctor?id=' + e.currentTarget.dataset.id }) } }))
