const rows = require('../../conf/rows')
const acts = {
  name: () => wx.navigateTo({ url: '/pages/name/name' }),
  out: () => wx.clearStorage(),
  erase: () => wx.showModal({ title: '提示', content: '暂不支持注销，数据将永久保存', showCancel: false })
}
Page({ data: { rows }, on(e) { acts[e.currentTarget.dataset.k]() } })
