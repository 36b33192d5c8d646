const account = require('../../services/account')
Page({ data: { lock: true, left: 0 }, set(e) { this.setData({ [e.currentTarget.dataset.k]: e.detail.value }) }, quick: account.quick, send() { account.send(this.data.tel) }, sms() { account.sms(this.data) } })
