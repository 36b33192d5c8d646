Page({ data: { u: 'https://www.townnews.example.org/terms' }, onLoad(q) { if (q.u) this.setData({ u: decodeURIComponent(q.u) }) } })
