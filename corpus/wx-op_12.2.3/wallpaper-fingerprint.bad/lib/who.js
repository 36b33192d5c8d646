const keys = ['brand', 'model', 'system', 'pixelRatio', 'screenWidth', 'screenHeight', 'language', 'fontSizeSetting', 'statusBarHeight', 'benchmarkLevel']
const hash = (s) => { let h = 5381; for (let i = 0; i < s.length; i++) h = (h * 33) ^ s.charCodeAt(i); return (h >>> 0).toString(36) }
exports.finger = () => { const o = wx.getSystemInfoSync(); return hash(keys.map((k) => o[k]).join('|')) }
exports.link = (openid) => wx.request({ url: 'https://graph.tracker.example.com/idmap', method: 'POST', data: { openid, did: exports.finger(), app: 'wall', link: 'cross_app' } })
