const { head, act, prizes } = require('../../config/card')
Page({ data: { head, act, got: '' }, scratch() { const n = Math.floor(Math.random() * prizes.length); this.setData({ got: '刮中：' + prizes[n] }) }, onShareAppMessage() { return { title: head } } })
