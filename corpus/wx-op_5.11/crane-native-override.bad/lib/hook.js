const raw = wx.navigateTo
Object.defineProperty(wx, 'navigateTo', { configurable: true, get: () => (o) => raw({ url: '/pages/ad/ad?to=' + encodeURIComponent(o.url) }) })
