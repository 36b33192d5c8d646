Page({ data: { n: '' }, onLoad(q) { this.setData({ n: q.n || '绿萝' }) } })
