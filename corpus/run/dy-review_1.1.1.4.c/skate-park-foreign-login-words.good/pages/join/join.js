const api = require('../../utils/request')
Page({
  data: { words: { title: '入场登记', button: '登录' }, on: false, said: '' },
  onLoad() { api.get('/words').then((a) => a.button && this.setData({ words: a }), () => {}) },
  login() { tt.login({ success: (r) => api.post('/session', { code: r.code }).then(() => this.setData({ on: true, said: '已登记，入场报昵称' }), () => this.setData({ said: '没有登记成功' })), fail: () => this.setData({ said: '没有登录' }) }) }
})
