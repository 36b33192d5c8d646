const desk = require('../../services/desk')
Page({ data: { name: '', no: '' }, set(e) { this.setData({ [e.currentTarget.dataset.k]: e.detail.value }) }, send() { desk.send({ name: this.data.name, no: this.data.no }); wx.showToast({ title: '已提交' }) } })
