const http = require('../../lib/http')
Page({
  data: { name: '', pass: '', said: '' },
  type(e) { this.setData({ [e.currentTarget.dataset.k]: e.detail.value }) },
  enter() {
    if (!this.data.name || !this.data.pass) return this.setData({ said: '请填写账号和密码' })
    http('POST', '/login', { name: this.data.name, pass: this.data.pass }).then((a) => {
      tt.setStorageSync('token', (a.data || {}).token || '')
      if (tt.getStorageSync('token')) tt.reLaunch({ url: '/pages/home/home' })
    }, () => this.setData({ said: '没有连上' }))
  },
  join() { tt.showModal({ title: '注册', content: '到店即可开通账号，电话 400-000-9090', showCancel: false }) }
})
