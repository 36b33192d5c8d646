const turns = { get: () => tt.getStorageSync('t') || 1, add: (n) => tt.setStorageSync('t', turns.get() + n) }
Page({
  data: { prizes: ['手机', '空气', '再来一次'], n: 1, hit: '' },
  onShow() { this.setData({ n: turns.get() }) },
  spin() { if (!turns.get()) return tt.showToast({ title: '分享给好友再抽', icon: 'none' }); turns.add(-1); this.setData({ n: turns.get(), hit: this.data.prizes[Math.floor(Math.random() * 3)] }) },
  onShareAppMessage() { turns.add(1); return { title: '快来抽手机', path: '/pages/home/home' } }
})
