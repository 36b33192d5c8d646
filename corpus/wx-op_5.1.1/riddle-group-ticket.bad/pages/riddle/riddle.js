const r = { q: '千里相逢（打一字）', a: '重' }
Page({
  data: { r, line: '', shareText: '转发到群，看谜底', rank: '' },
  onShow() { const { group } = getApp().globalData; this.setData({ line: group ? '谜底：' + r.a : '谜底已上锁' }) },
  onShareAppMessage() { return { title: r.q, path: '/pages/riddle/riddle' } }
})
