class Loader {
  constructor(srcs) { this.srcs = srcs }
  all(done) { Promise.all(this.srcs.map((src) => new Promise((ok) => wx.getImageInfo({ src, complete: ok })))).then(done); return this }
}
module.exports = Loader
