const guide = require('../../data/guide')
Page({
  data: { steps: [] },
  onLoad() { const { platform } = wx.getSystemInfoSync(); this.setData({ steps: guide[platform] || guide.android }) }
})
