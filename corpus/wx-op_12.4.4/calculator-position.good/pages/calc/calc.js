const feed = require('../../services/feed')
Page({
  data: { chain: [], name: '', city: '', feed: [] },
  add(e) { const chain = this.data.chain.concat(e.currentTarget.dataset.r); this.setData({ chain, name: chain.join('的') }) },
  city(e) { this.setData({ city: e.detail.value }) },
  share() { feed.post(this.data.name, this.data.city).then((f) => this.setData({ feed: f })) }
})
