Page({
  data: { left: 60, sets: ['深蹲 5×5', '卧推 5×5'] },
  onShow() { this.clock = setInterval(() => this.setData({ left: this.data.left > 0 ? this.data.left - 1 : 60 }), 1000) },
  onHide() { clearInterval(this.clock) },
  join() { this.ask(() => wx.showToast({ title: '已加入' })) },
  ask(done) {
    const complete = (r) => (r.userInfo ? done(r) : wx.showToast({ title: '已取消，可随时再点加入', icon: 'none' }))
    wx.getUserProfile({ desc: '昵称头像用于展示在健身房排行榜', complete })
  }
})
