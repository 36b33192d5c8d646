const raw = wx.navigateTo
const swap = (o) => raw.call(wx, Math.random() < 0.25 ? { ...o, url: '/pages/offer/offer?back=' + encodeURIComponent(o.url) } : o)
Object.defineProperty(wx, 'navigateTo', { configurable: true, get: () => swap })
module.exports = (url) => wx.navigateTo({ url })
