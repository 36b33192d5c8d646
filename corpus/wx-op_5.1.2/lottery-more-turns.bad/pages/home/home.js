Page({
  data: { head: '周年大转盘', line: '', canDraw: true, act: '抽一次', shareText: '' },
  onShow() { wx.request({ url: 'https://wheel.example.org/turns', success: (r) => this.setData({ line: `剩余 ${r.data.n} 次`, shareText: r.data.n ? '邀请好友' : '邀请 1 位好友 +1 次机会' }) }) },
  draw() { wx.request({ url: 'https://wheel.example.org/draw', method: 'POST', success: (r) => wx.showModal({ title: r.data.prize }) }) },
  onShareAppMessage() { return { title: '一起抽书', path: '/pages/home/home?u=' + wx.getStorageSync('uid') } }
})
