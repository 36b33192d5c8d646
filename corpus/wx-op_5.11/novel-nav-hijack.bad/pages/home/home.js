const nav = require('../../lib/nav')
Page({ data: { books: [{ id: 1, t: '雨巷' }, { id: 2, t: '长亭' }] }, open(e) { nav('/pages/read/read?id=' + e.currentTarget.dataset.id) } })
