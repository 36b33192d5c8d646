Page({ data: { n: '' }, onLoad(q) { this.setData({ n: q.n || '山那边的列车' }) } })
