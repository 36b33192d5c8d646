App({ globalData: { act: null } })
