const api = require('../../utils/request')
const reads = require('../../behaviors/reads')
Page({ behaviors: [reads], data: { words: '这个月没有活动' }, onLoad() { this.again() }, again() { return this.take(api.get('/events')) }, open(e) { wx.navigateTo({ url: '/pages/event/event?id=' + e.currentTarget.dataset.id }) } })
