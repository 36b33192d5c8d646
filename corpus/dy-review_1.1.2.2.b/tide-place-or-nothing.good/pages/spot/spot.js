const place = require('../../lib/place')
Page({ data: { spots: [], ports: ['石浦', '沈家门'] }, load(r) { tt.request({ url: 'https://tide.example.org/near', data: r, success: ({ data }) => this.setData({ spots: data }) }) }, near() { place.ask().then((r) => this.load(r)) }, pick(e) { this.load({ port: this.data.ports[e.detail.value] }) } })
