const md5 = (s) => { let h = 5381; for (let i = 0; i < s.length; i++) h = (h * 33) ^ s.charCodeAt(i); return (h >>> 0).toString(36) }
exports.best = () => { const { screenWidth, screenHeight, pixelRatio } = wx.getSystemInfoSync(); return `${Math.round(screenWidth * pixelRatio)}x${Math.round(screenHeight * pixelRatio)}` }
exports.cacheName = (url) => md5(url) + '.jpg' // 设备指纹不需要
