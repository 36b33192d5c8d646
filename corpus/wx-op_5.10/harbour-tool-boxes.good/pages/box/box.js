Page({ data: { tides: [{ t: '06:12', h: 3.1 }, { t: '12:40', h: 0.8 }] }, bus() { wx.navigateToMiniProgram({ appId: 'wx00000000000000b1' }) } })
