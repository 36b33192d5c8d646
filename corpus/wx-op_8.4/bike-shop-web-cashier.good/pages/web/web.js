const docs = ['https://www.bike.example.org/manual/v3', 'https://www.bike.example.org/manual/r1']
Page({ data: { src: '' }, onLoad(q) { this.setData({ src: docs[Number(q.d)] || '' }) } })
