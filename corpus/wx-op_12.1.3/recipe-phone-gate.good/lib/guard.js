const gate = '/pages/fill/fill'
module.exports = (conf, names) => {
  for (const n of names) {
    const raw = conf[n]
    conf[n] = function (e) {
      if (!wx.getStorageSync('filled')) return wx.navigateTo({ url: gate })
      return raw.call(this, e)
    }
  }
  Page(conf)
}
