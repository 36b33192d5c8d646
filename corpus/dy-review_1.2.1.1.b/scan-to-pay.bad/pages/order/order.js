const { say } = require('../../lib/say')
Page({ data: { qr: 'https://img.example.org/collect.png', text: '' }, onLoad(q) { this.setData({ text: say('支付宝', q.p) }) }, save() { tt.saveImageToPhotosAlbum({ filePath: this.data.qr }) } })
