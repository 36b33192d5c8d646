const api = require('../../utils/request')
Page({
  data: { step: 1, name: '', pass: '', said: '' },
  type(e) { this.setData({ [e.currentTarget.dataset.k]: e.detail.value }) },
  next() { if (this.data.name) this.setData({ step: 2, said: '' }); else this.setData({ said: '请填账号名' }) },
  done() {
    if (this.data.pass.length < 6) return this.setData({ said: '密码至少六位' })
    const body = { name: this.data.name, pass: this.data.pass }
    api.post('/accounts', body).then((a) => { tt.setStorageSync('account', a.id || this.data.name); tt.reLaunch({ url: '/pages/home/home' }) }, () => this.setData({ said: '没有注册成功，请再试' }))
  }
})
