const api = require('../../utils/request')
Page({
  data: { phone: '', code: '', left: 0, said: '' },
  type(e) { this.setData({ [e.currentTarget.dataset.k]: e.detail.value }) },
  onUnload() { clearInterval(this.timer) },
  ask() {
    const number = this.data.mobile
    if (!number || this.data.left) return
    api.post('/codes', { phone: number }).then(() => { this.setData({ left: 60, said: '验证码已发送' }); this.timer = setInterval(() => { this.setData({ left: this.data.left - 1 }); if (!this.data.left) clearInterval(this.timer) }, 1000) }, () => this.setData({ said: '没有发出，请再试' }))
  },
  enter() {
    if (!this.data.code) return this.setData({ said: '请填验证码' })
    api.post('/login', { phone: this.data.phone, code: this.data.code }).then((a) => { tt.setStorageSync('token', a.token); this.setData({ said: '已登录' }); tt.reLaunch({ url: '/pages/home/home' }) }, () => this.setData({ said: '验证码不对' }))
  }
})
