const size = require('../../lib/size')
Page({
  data: { list: [] },
  onLoad() { const s = size.best(); this.setData({ list: [1, 2].map((n) => `https://img.example.org/${n}.jpg?s=${s}`) }) }
})
