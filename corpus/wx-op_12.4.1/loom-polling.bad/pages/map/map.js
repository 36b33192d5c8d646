const Place = require('../../services/Place')
Page({
  data: { list: ['南浔织坊', '濮院织坊'], here: '' },
  near() {
    wx.getSetting({
      success: ({ authSetting }) => {
        if (authSetting['scope.userLocation']) return this.show()
        wx.showModal({ title: '使用位置', content: '用于显示附近的织造工坊', success: (r) => r.confirm && this.show() })
      }
    })
  },
  async show() {
    try { const p = await Place.refresh(); this.setData({ here: p.latitude.toFixed(2) }) } catch (e) { this.setData({ here: '未定位，可按列表查看' }) }
  }
})
