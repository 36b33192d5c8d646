const apps = require('../../data/apps')
Page({ data: { apps }, open({ currentTarget: { dataset: { i } } }) { const { appId } = apps[i]; wx.navigateToMiniProgram({ appId }) } })
