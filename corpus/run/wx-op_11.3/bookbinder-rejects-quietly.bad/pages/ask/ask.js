const http = require('../../lib/http')
Page({
  data: { id: 'thread', paper: '宣纸', price: '', said: '' },
  onLoad(q) { if (q.id) this.setData({ id: q.id }) },
  async ask() {
    const a = await http('GET', '/prices/' + this.data.id)
    this.setData({ price: a.price })
  }
})
