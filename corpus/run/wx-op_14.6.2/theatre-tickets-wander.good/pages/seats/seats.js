const around = require('../../lib/around')
Page({
  data: { rows: ['一排', '二排', '三排'], got: '' },
  onShow() { around.onPage(() => {}) },
  take(e) { this.setData({ got: e.currentTarget.dataset.r }) }
})
