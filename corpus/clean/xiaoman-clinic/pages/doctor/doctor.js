const clinic = require('../../services/clinic')
const reading = require('../../lib/reading')
Page(reading(function () { return clinic.doctor(this.id) }, { onLoad(q) { this.id = q.id || 'd1'; this.read() }, pick(e) { wx.navigateTo({ url: `/pages/slot/slot?id=${this.id}&t=${e.currentTarget.dataset.t}` }) } }))
