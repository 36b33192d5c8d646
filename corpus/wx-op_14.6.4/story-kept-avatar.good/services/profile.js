const K = ['nick', 'avatar']
exports.keep = (u) => { wx.setStorageSync(K[0], u.nickName); wx.setStorageSync(K[1], u.avatarUrl) }
exports.refuse = () => K.forEach((k) => wx.removeStorageSync(k))
exports.card = () => ({ nick: wx.getStorageSync(K[0]) || '听友', avatar: wx.getStorageSync(K[1]) || '/images/owl.png' })
