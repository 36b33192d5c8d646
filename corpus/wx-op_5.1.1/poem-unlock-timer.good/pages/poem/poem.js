const away = require('../../behaviors/away')
const poem = { name: '山居秋暝', lines: ['空山新雨后', '天气晚来秋', '明月松间照', '清泉石上流'] }
Page({
  behaviors: [away],
  data: { poem, shown: [], label: '' },
  onLoad() { this.lay() },
  lay() {
    const open = wx.getStorageSync('away_' + poem.name)
    this.setData({ shown: poem.lines, label: open ? '送给朋友' : '发给一位好友，一起读' })
  }
})
