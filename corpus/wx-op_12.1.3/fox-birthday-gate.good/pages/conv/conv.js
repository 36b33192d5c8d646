Page({
  data: { v: '', out: '', tel: '', born: '', must: true },
  onInput(e) { this.setData({ [e.currentTarget.dataset.k]: e.detail.value }) },
  go() {
    const { tel, born, v } = this.data
    if (this.blocked(tel, born)) return wx.showToast({ title: '请先填写手机号和生日', icon: 'none' })
    this.setData({ out: (Number(v) * 2.54).toFixed(2) + ' cm' })
  },
  ...require('./gate')
})
