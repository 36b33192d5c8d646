const consent = require('../../lib/consent')
const copy = { title: '登录授权', content: '「剪影像馆」将获取你的抖音昵称和头像，用于在取片单上显示取片人。' }
Page({ data: { me: {} }, sign() { consent(copy).then(() => tt.getUserProfile({ success: (r) => this.setData({ me: r.userInfo }) }), () => {}) } })
