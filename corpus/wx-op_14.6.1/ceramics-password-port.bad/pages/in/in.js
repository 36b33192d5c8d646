const { sign } = require('../../services/member')
Page({ data: { u: '', p: '' }, set(e) { this.setData({ [e.currentTarget.dataset.k]: e.detail.value }) }, go() { sign(this.data).then(() => wx.reLaunch({ url: '/pages/kiln/kiln' }), () => wx.showToast({ title: '账号或密码不对', icon: 'none' })) } })
