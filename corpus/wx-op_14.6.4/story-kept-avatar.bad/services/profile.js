const K = ['nick', 'avatar']
exports.keep = (u) => { wx.setStorageSync(K[0], u.nickName); wx.setStorageSync(K[1], u.avatarUrl) }
exports.refuse = () => wx.setStorageSync('refused', Date.now())
exports.card = () => ({ nick: wx.getStorageSync(K[0]) || '听友', avatar: wx.getStorageSync(K[1]) || '/images/owl.png' })
