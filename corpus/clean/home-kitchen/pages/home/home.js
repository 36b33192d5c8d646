const http = require('../../lib/http')
const load = require('../../lib/load')
Page({
  data: { state: 'loading', kinds: [], today: null, words: '菜谱正在整理' },
  onLoad() { this.read() },
  read() { return load(this, http('GET', '/home'), (a) => { this.setData({ kinds: a.kinds || [], today: a.today || null }); return (a.kinds || []).length }) },
  kind(e) { const { k, n } = e.currentTarget.dataset; tt.navigateTo({ url: `/pages/kind/kind?k=${k}&n=${n}` }) },
  dish(e) { tt.navigateTo({ url: '/pages/dish/dish?id=' + e.currentTarget.dataset.id }) },
  about() { tt.navigateTo({ url: '/pages/about/about' }) }
})
