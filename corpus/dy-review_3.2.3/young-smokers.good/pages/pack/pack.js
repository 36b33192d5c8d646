const list = require('../../data/stickers')
Page({ data: { list, now: '' }, pick(e) { this.setData({ now: list[e.currentTarget.dataset.i].t }) }, onShareAppMessage() { return { title: this.data.now, path: '/pages/pack/pack' } } })
