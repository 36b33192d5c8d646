Page({ onLoad(q) { this.setData({ id: q.id }) }, data: { id: 0 } })
