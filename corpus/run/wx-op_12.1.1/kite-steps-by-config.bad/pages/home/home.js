const api = require('../../utils/request')
const plan = require('../../utils/plan')
Page({
  data: { winds: [{ d: '周六', w: '东南风 3 级' }, { d: '周日', w: '东风 4 级' }], card: '' },
  onLoad() { api.get('/settings').then((s) => { getApp().globalData.plan = s; plan.follow(s, 'home') }, () => {}) },
  walk() { wx.navigateTo({ url: '/pages/walk/walk' }) }
})
