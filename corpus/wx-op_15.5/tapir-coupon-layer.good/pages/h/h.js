Page({ data: { g: ['乳胶枕', '荞麦枕'], open: false }, onLoad() { if (!wx.getStorageSync('seen')) this.setData({ open: true }) }, off() { wx.setStorageSync('seen', 1); this.setData({ open: false }) } })
