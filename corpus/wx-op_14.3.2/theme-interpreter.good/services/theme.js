const theme = require('../vendor/mini')
exports.apply = (page) => wx.request({ url: 'https://decor.example.org/theme.json', success: (r) => { const s = {}; theme.run(r.data, s); page.setData({ style: Object.keys(s).map((k) => `${k}:${s[k]}`).join(';') }) } })
