const notes = require('../../lib/notes')
Page({
  data: { list: [], mine: [], said: '' },
  onShow() {
    this.setData({ mine: notes.mine() })
    notes.wall().then((list) => this.setData({ list }), () => this.setData({ said: '没有读到便条' }))
  },
  write() { wx.navigateTo({ url: '/pages/write/write' }) },
  report() { wx.showModal({ title: '举报这张便条', content: '管理员会在一天内处理', success: (r) => r.confirm && wx.showToast({ title: '已举报', icon: 'none' }) }) }
})
