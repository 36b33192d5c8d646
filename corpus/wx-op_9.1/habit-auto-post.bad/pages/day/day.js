const square = require('../../services/square')
Page({ data: { streak: 12, text: '' }, type(e) { this.setData({ text: e.detail.value }) }, post() { square.publish(this.data.text) } })
