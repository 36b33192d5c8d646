const parcel = require('../../services/parcel')
Page({
  data: { phone: '', list: [] },
  onPhone(e) { this.data.phone = e.detail.value },
  query() { parcel.mine(this.data.phone).then((r) => this.setData({ list: r.data })) }
})
