App({ onLaunch () { wx.cloud.init({ env: 'wall-1' }) } })
