const gate = '/pages/fill/fill'
module.exports = (conf) => {
  const { onLoad } = conf
  conf.onLoad = function (q) {
    if (!wx.getStorageSync('filled')) return wx.redirectTo({ url: gate })
    if (onLoad) onLoad.call(this, q)
  }
  conf.data.gift = ''
  Page(conf)
}
