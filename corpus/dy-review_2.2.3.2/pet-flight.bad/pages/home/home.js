const { opts, note } = require('../../data/opts')
Page({ data: { opts, note, at: 0 }, pick(e) { this.setData({ at: e.detail.value }) }, go() { tt.request({ url: 'https://dog.example.org/orders', method: 'POST', data: { o: opts[this.data.at] } }) } })
