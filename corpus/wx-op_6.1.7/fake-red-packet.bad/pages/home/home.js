const luck = () => (88 + Math.random() * 0.99).toFixed(2)
Page({
  data: { head: '恭喜你！被系统抽中，获得现金红包', money: '', act: '立即提现' },
  onLoad() { this.setData({ money: '¥' + luck() }) },
  take() { wx.showToast({ title: '今日提现人数已满，明天再来', icon: 'none' }) }
})
