const bikes = require('../../services/bikes')
Page({
  data: { ride: null, minutes: 0, said: '' },
  onShow() { this.draw(); this.timer = setInterval(() => this.draw(), 15000) },
  onHide() { clearInterval(this.timer) },
  onUnload() { clearInterval(this.timer) },
  draw() { const ride = wx.getStorageSync('ride') || null; this.setData({ ride, minutes: ride ? Math.floor((Date.now() - ride.at) / 60000) : 0 }) },
  end() {
    wx.showModal({ title: '结束骑行', content: '请先把车停进停车点并上锁', success: (r) => r.confirm && bikes.end(this.data.ride.id).then(() => { const id = this.data.ride.id; wx.removeStorageSync('ride'); wx.redirectTo({ url: '/pages/bill/bill?id=' + id }) }, () => this.setData({ said: '没有结束成功，请重试或拨 400-000-3434' })) })
  },
  borrow() { wx.switchTab({ url: '/pages/map/map' }) }
})
