const http = require('../../lib/http')
const load = require('../../lib/load')
Page({
  data: { state: 'loading', list: [], n: '全部', words: '这一类还没有菜谱' },
  onLoad(q) { this.k = q.k || 'all'; this.setData({ n: q.n || '全部' }); this.read() },
  read() { load(this, http('GET', '/kinds/' + this.k), (a) => { this.setData({ list: a.list || [] }); return (a.list || []).length }) },
  dish(e) { tt.navigateTo({ url: '/pages/dish/dish?id=' + e.currentTarget.dataset.id }) }
})
