const chain = ['云海', '海风', '风雨', '雨声', '声音', '音色', '色彩', '彩云', '云雾', '雾气', '气候', '候鸟', '鸟鸣']
Page({
  data: { w: '', n: 1, next: [] },
  onLoad(q) { const n = Number(q.n) || 1; this.setData({ w: q.w || '流云', n, next: [chain[n % chain.length], chain[(n + 4) % chain.length]] }) },
  go(e) {
    const url = '/pages/link/link?w=' + e.currentTarget.dataset.w + '&n=' + (this.data.n + 1)
    wx.navigateTo({ url })
  },
  over() { wx.reLaunch({ url: '/pages/start/start' }) }
})
