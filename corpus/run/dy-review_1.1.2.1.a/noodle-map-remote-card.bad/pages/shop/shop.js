Page({ data: { n: '' }, onLoad(q) { this.setData({ n: q.n || '老井面馆' }) } })
