App({ globalData: { saved: false } })
