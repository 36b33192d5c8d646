const { build, api } = require('../../config')
const cmp = (a, b) => {
  const x = a.split('.'), y = b.split('.')
  for (let i = 0; i < 3; i++) { const d = Number(x[i]) - Number(y[i]); if (d) return d }
  return 0
}
Page({
  data: { hint: '' },
  onLoad() {
    wx.request({
      url: `${api}/conf.json`,
      success: ({ data }) => {
        if (cmp(data.version, build) > 0) this.setData({ hint: '有新版本，重启后更新' })
        wx.reLaunch({ url: '/pages/atlas/atlas' })
      },
      fail: () => wx.reLaunch({ url: '/pages/atlas/atlas' })
    })
  }
})
