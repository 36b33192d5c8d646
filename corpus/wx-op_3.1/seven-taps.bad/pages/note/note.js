Page({ save () { wx.navigateBack() } })
