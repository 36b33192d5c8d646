const r = { q: '千里相逢（打一字）', a: '重' }
Page({
  data: { r, line: '谜底：' + r.a, shareText: '分享这则灯谜', rank: '' },
  onShow() { const { group } = getApp().globalData; this.setData({ rank: group ? '正在显示本群的猜谜榜' : '' }) },
  onShareAppMessage() { return { title: r.q, path: '/pages/riddle/riddle' } }
})
