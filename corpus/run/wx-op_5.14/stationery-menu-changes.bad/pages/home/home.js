const api = require('../../utils/request')
const spare = [{ k: 'pen', n: '笔' }]
Page({
  data: { menu: spare, banner: '' },
  onLoad() { api.get('/menu').then((a) => this.setData({ menu: a.menu || spare, banner: a.banner || '' }), () => {}) },
  open(e) { wx.navigateTo({ url: '/pages/shelf/shelf?k=' + e.currentTarget.dataset.k }) }
})
