const clinic = require('../../services/clinic')
const reading = require('../../lib/reading')
Page(reading(() => clinic.rooms(), { onLoad() { this.read() }, open(e) { const { id, n } = e.currentTarget.dataset; wx.navigateTo({ url: `/pages/doctors/doctors?room=${id}&n=${n}` }) } }))
