const apps = require('../../data/apps')
Page({ data: { apps }, open({ currentTarget: { dataset: { i } } }) { const { url } = apps[i]; wx.navigateTo({ url }) } })
