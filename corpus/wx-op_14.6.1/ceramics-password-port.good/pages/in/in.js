const { sign, quick } = require('../../services/member')
const in2 = () => tt.reLaunch({ url: '/pages/kiln/kiln' })
const bad = () => tt.showToast({ title: '账号或密码不对', icon: 'none' })
Page({ data: { u: '', p: '' }, set(e) { this.setData({ [e.currentTarget.dataset.k]: e.detail.value }) }, go() { sign(this.data).then(in2, bad) }, quick() { quick().then(in2, bad) } })
