const bag = require('../../lib/bag')
Page({ data: { teas: [{ id: 1, name: '正山小种', price: 68 }, { id: 2, name: '白牡丹', price: 88 }] }, gather(e) { bag.put(e.detail.formId) } })
