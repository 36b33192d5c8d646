const place = require('../../lib/place')
Page({
  data: { a: 0, litres: 0 },
  area(e) { this.data.a = Number(e.detail.value) },
  count() { this.setData({ litres: (this.data.a / 6).toFixed(1) }); place.report() }
})
