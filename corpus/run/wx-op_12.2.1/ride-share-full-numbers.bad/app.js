App({ globalData: { ride: null } })
