const hop = require('../../lib/hop')
const pack = (...parts) => Object.assign({}, ...parts)
Page({
  data: { sight: { id: 7, name: '石桥书院', open: '8:30-17:00' } },
  ticket() {
    const { member } = getApp().globalData
    hop(pack({ sight: 7 }, member, { track: wx.getStorageSync('track') }))
  }
})
