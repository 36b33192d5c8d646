App({ globalData: { plan: {} } })
