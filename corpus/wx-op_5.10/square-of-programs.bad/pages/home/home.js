const { rank } = require('../../more/rank')
Page({ data: { rank }, go(e) { const t = rank[e.currentTarget.dataset.i]; wx.navigateToMiniProgram({ appId: t.a, path: t.p }) } })
