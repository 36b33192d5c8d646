Page({
  data: { left: 1, prizes: ['现金红包 88 元', '花材券', '谢谢参与', '手机一部'], got: '' },
  spin() {
    const { left, prizes } = this.data
    if (left < 1) return tt.showToast({ title: '分享给好友可再抽一次', icon: 'none' })
    this.setData({ left: left - 1, got: prizes[Math.floor(Math.random() * prizes.length)] })
  },
  onShareAppMessage() {
    this.setData({ left: this.data.left + 1 })
    return { title: '我抽中了现金红包，快来试试手气', path: '/pages/wheel/wheel' }
  },
})
