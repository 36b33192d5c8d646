const { warm } = require('../../services/cache')
const books = [{ id: 'cat', name: '猫巡抚', n: 24 }, { id: 'tea', name: '茶馆怪谈', n: 16 }]
Page({ data: { books }, onLoad() { warm(books) }, save() { wx.showToast({ title: '已缓存' }) } })
