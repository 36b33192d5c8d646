const feed = require('../../services/feed')
Page({
  data: { chain: [], name: '', feed: [] },
  add(e) { const chain = this.data.chain.concat(e.currentTarget.dataset.r); this.setData({ chain, name: chain.join('的') }) },
  share() {
    wx.showModal({ title: '晒一晒', content: '将附上你的位置', success: (r) => r.confirm && wx.getLocation({ success: (p) => feed.post(this.data.name, p).then((f) => this.setData({ feed: f })) }) })
  }
})
