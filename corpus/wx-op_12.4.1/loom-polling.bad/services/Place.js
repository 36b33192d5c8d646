class Place {
  static last = null
  static get options() { return { type: 'gcj02', isHighAccuracy: false } }
  static async refresh() {
    Place.last = await new Promise((ok, no) => wx.getLocation({ ...Place.options, success: ok, fail: no }))
    return Place.last
  }
}
module.exports = Place
