const post = require('../../lib/post')
Page({
  data: { u: '', p: '', joinText: '没有账号？去注册' },
  set(e) { this.setData({ [e.currentTarget.dataset.k]: e.detail.value }) },
  login() { post('/login', { u: this.data.u, p: this.data.p }).then((r) => tt.setStorageSync('token', r.token)) },
  join() { tt.navigateTo({ url: '/pages/join/join' }) }
})
