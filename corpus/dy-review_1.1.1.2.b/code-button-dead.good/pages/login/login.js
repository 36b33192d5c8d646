const account = require('../../services/account')
Page({
  data: { lock: false, left: 0 },
  set(e) { this.setData({ [e.currentTarget.dataset.k]: e.detail.value }) },
  quick: account.quick,
  send() { account.send(this.data.tel, () => { this.setData({ left: 60 }); const t = setInterval(() => (this.data.left > 1 ? this.setData({ left: this.data.left - 1 }) : (clearInterval(t), this.setData({ left: 0 }))), 1000) }) },
  sms() { account.sms(this.data) }
})
