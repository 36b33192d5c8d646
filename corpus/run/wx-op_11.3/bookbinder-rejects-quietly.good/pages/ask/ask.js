const http = require('../../lib/http')
Page({
  data: { id: 'thread', paper: '宣纸', price: '', said: '' },
  onLoad(q) { if (q.id) this.setData({ id: q.id }) },
  async ask() {
    try { const a = await http('GET', '/prices/' + this.data.id); this.setData({ price: a.price || '面议', said: '' }) } catch (e) { this.setData({ said: '这种纸没有定价，请拨 400-000-8181' }) }
  }
})
