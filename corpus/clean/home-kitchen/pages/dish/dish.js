const http = require('../../lib/http')
const load = require('../../lib/load')
const shelf = require('../../lib/shelf')
Page({
  data: { state: 'loading', d: null, saved: false, said: '', words: '这道菜谱已经撤下' },
  onLoad(q) { this.id = q.id || 'd1'; this.read() },
  read() { load(this, http('GET', '/dishes/' + this.id), (d) => { if (!d.n) return false; this.setData({ d, saved: shelf.has('saved', d.id) }); return true }) },
  save() { const { id, n } = this.data.d; shelf.toggle('saved', { id, n }); this.setData({ saved: shelf.has('saved', id) }) },
  buy() { shelf.put('basket', this.data.d.needs.map((t) => ({ id: t, t, got: false }))); this.setData({ said: '用料已加进买菜单' }) },
  cook() { tt.navigateTo({ url: '/pages/cook/cook?id=' + this.id }) },
  onShareAppMessage() { return { title: this.data.d ? this.data.d.n : '家里灶台', path: '/pages/dish/dish?id=' + this.id } }
})
