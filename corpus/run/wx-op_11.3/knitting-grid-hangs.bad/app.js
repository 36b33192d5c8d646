App({ globalData: { charts: [] } })
