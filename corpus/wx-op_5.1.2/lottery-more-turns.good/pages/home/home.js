Page({
  data: { head: '周年书单', line: '', canDraw: true, act: '换一本', shareText: '推荐给朋友' },
  onShow() { const { from } = getApp().globalData; this.setData({ line: from ? '书友推荐' : '店长推荐' }) },
  draw() { wx.request({ url: 'https://book.example.org/random', success: (r) => this.setData({ line: r.data.title }) }) },
  onShareAppMessage() { return { title: '一起读书', path: '/pages/home/home?u=' + wx.getStorageSync('uid') } }
})
