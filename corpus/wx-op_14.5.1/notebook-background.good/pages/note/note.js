const stay = require('../../lib/stay')
Page({
  data: { text: '', label: '朗读手帐（可锁屏收听）' },
  onLoad() { this.auto = setInterval(() => wx.setStorage({ key: 'text', data: this.data.text }), 5000) },
  onUnload() { clearInterval(this.auto) },
  type(e) { this.setData({ text: e.detail.value }) },
  tap() { this.setData({ label: stay.toggle() ? '停止朗读' : '朗读手帐（可锁屏收听）' }) }
})
