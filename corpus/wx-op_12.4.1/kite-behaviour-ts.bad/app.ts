App<{ globalData: { city: string } }>({ globalData: { city: '杭州' } })
