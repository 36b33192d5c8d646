const docs = { parking: '地面停车请登记车牌。' }
Page({ data: { t: '' }, onLoad(q) { this.setData({ t: docs[q.k] || docs.parking }) } })
