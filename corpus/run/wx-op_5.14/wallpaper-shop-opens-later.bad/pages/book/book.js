const http = require('../../lib/http')
const hello = { check: '欢迎试读', live: '欢迎回来' }
Page({
  data: { chapters: ['量墙', '裁纸', '对花', '收边'], stage: 'check', word: hello.check, goods: [] },
  onLoad() { http('GET', '/stage').then((a) => this.setData({ stage: a.stage || 'check', word: hello[a.stage] || hello.check, goods: a.goods || [] }), () => {}) },
  buy(e) { wx.showModal({ title: e.currentTarget.dataset.n, content: '开通后可看全部', success: (r) => r.confirm && http('POST', '/orders', { n: e.currentTarget.dataset.n }).then((o) => wx.requestPayment({ ...o, fail: () => {} }), () => {}) }) },
  open() { wx.navigateTo({ url: '/pages/paste/paste' }) }
})
