const mode = require('../../store/mode')
Page({ data: { hide: true, list: ['小学资料', '初中资料'] }, async onLoad() { await mode.load(); this.setData({ hide: mode.state.hideShop }) }, buy() { wx.showToast({ title: '名师课程' }) } })
