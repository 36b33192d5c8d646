const next = '/pages/goods/goods'
Page({ onLoad() { wx.request({ url: 'https://lamp.example.org/catalogue', data: { v: '1.0.9' }, success: (r) => wx.setStorageSync('goods', r.data), complete: () => wx.redirectTo({ url: next }) }) } })
