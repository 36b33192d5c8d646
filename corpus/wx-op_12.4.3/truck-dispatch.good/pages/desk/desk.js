const fleet = require('../../services/fleet')
Page({
  data: { cars: [], no: '' },
  type(e) { this.data.no = e.detail.value },
  query() { fleet.trace(this.data.no, (cars) => this.setData({ cars })) }
})
