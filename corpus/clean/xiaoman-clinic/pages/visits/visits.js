const clinic = require('../../services/clinic')
const reading = require('../../lib/reading')
Page(reading(() => clinic.visits(), { onShow() { this.read() }, open(e) { wx.navigateTo({ url: '/pages/visit/visit?id=' + e.currentTarget.dataset.id }) }, rooms() { wx.switchTab({ url: '/pages/rooms/rooms' }) } }))
