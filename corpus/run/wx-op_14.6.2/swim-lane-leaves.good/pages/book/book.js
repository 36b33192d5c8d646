const outcomes = {
  ok(page, d) { page.setData({ state: 'done', by: '手机号' }) },
  no(page) { page.setData({ state: 'refused' }); setTimeout(() => page.setData({ hint: '填个称呼也可以预约' }), 700) }
}
Page({
  data: { lane: '', state: 'ask', by: '', name: '', hint: '' },
  onLoad(q) { this.setData({ lane: q.lane || '一号道' }) },
  phone(e) { outcomes[e.detail.errMsg && e.detail.errMsg.indexOf('ok') > 0 ? 'ok' : 'no'](this, e.detail) },
  leave() { if (getCurrentPages().length > 1) wx.navigateBack(); else wx.reLaunch({ url: '/pages/lanes/lanes' }) },
  named(e) { this.setData({ name: e.detail.value }) },
  byName() { if (this.data.name) this.setData({ state: 'done', by: this.data.name }); else wx.showToast({ title: '请写称呼', icon: 'none' }) }
})
