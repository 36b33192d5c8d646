const { pinned, goods } = require('../../data/board')
Page({ data: { pinned, goods, mine: '' }, type(e) { this.setData({ mine: e.detail.value }) }, draft() { wx.setStorageSync('draft', this.data.mine); wx.showToast({ title: '已存草稿' }) } })
