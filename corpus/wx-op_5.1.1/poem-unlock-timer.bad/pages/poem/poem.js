const away = require('../../behaviors/away')
const poem = { name: '山居秋暝', lines: ['空山新雨后', '天气晚来秋', '明月松间照', '清泉石上流'] }
Page({
  behaviors: [away],
  data: { poem, shown: [], label: '' },
  onLoad() { this.lay() },
  lay() {
    const open = wx.getStorageSync('open_' + poem.name)
    this.setData({ shown: open ? poem.lines : poem.lines.slice(0, 2), label: open ? '送给朋友' : '发给一位好友，读完整首' })
  }
})
