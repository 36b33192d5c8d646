Page({ data: { items: [{ n: '水蜜桃 5 斤', p: '39.9' }], city: '' }, onCity(e) { this.setData({ city: e.detail.city }) } })
