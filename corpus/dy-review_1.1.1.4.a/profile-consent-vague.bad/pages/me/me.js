const consent = require('../../lib/consent')
const copy = { title: '温馨提示', content: '为了获取良好体验，请授权用户信息' }
Page({ data: { me: {} }, sign() { consent(copy).then(() => tt.getUserProfile({ success: (r) => this.setData({ me: r.userInfo }) }), () => {}) } })
