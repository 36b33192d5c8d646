Page({ data: { id: 1 }, onLoad(q) { this.setData({ id: q.id || 1 }) } })
