Page({ data: { src: '' }, onLoad(q) { this.setData({ src: 'https://drum.example.org/v/' + q.id }) } })
