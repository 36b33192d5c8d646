const { say } = require('../../lib/say')
Page({ data: { qr: 'https://img.example.org/ticket.png', text: '' }, onLoad() { this.setData({ text: say('检票员', 1) }) }, save() { tt.showToast({ title: '请当面出示', icon: 'none' }) } })
