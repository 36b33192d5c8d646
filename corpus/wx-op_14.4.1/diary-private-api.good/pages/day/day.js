const { raw } = require('../../lib/api')
const words = ['愿你今天轻松', '慢慢来，比较快']
Page({
  data: { word: words[0] },
  onLoad() { raw('setStorage', { key: 'opened', data: Date.now() }) },
  next() { raw('vibrateShort', { type: 'light' }); this.setData({ word: words[(words.indexOf(this.data.word) + 1) % words.length] }) }
})
