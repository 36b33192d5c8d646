const goods = require('../../data/goods')
const tags = [...new Set(goods.map((g) => g.tag))]
Page({ data: { tags, shown: goods.filter((g) => g.tag === tags[0]) }, pick(e) { this.setData({ shown: goods.filter((g) => g.tag === e.currentTarget.dataset.t) }) }, buy(e) { tt.navigateTo({ url: '/pages/item/item?n=' + encodeURIComponent(e.currentTarget.dataset.n) }) } })
