Page({ data: { src: '' }, onLoad(q) { this.setData({ src: decodeURIComponent(q.u) }) } })
