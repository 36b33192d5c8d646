const account = require('../../services/account')
Page({
  data: { name: '', pwd: '' },
  set(e) { this.setData({ [e.currentTarget.dataset.k]: e.detail.value }) },
  byForm() { account.sign(this.data) },
  wxLogin() { account.quick() }
})
