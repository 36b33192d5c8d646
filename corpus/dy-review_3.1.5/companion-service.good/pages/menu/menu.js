const { menu, rule } = require('../../data/menu')
const html = (m) => `<p><b>${m.n}</b></p><p>${m.d}</p>`
Page({ data: { menu: menu.map((m) => ({ n: m.n, p: m.p, html: html(m) })), rule } })
