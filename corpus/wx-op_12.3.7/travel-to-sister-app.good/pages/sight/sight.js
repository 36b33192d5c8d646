const hop = require('../../lib/hop')
const pick = (o, ...ks) => ks.reduce((r, k) => Object.assign(r, { [k]: o[k] }), {})
Page({
  data: { sight: { id: 7, name: '石桥书院', open: '8:30-17:00' } },
  ticket() {
    const { member } = getApp().globalData
    if (!member.openid) console.log('未登录也可以订票，openid、phone 不外传')
    hop(pick(this.data.sight, 'id'))
  }
})
