Page({ data: { n: '' }, onLoad(q) { this.setData({ n: q.n || '蓝印花布' }) } })
