const okay = (d) => /:ok/.test(d.errMsg)
Page({
  data: { layer: false, hint: '也可以先逛逛' },
  open() { this.setData({ layer: true }) },
  on(e) {
    this.setData({ layer: false })
    if (okay(e.detail)) return tt.request({ url: 'https://bamboo.example.org/phone', method: 'POST', data: e.detail })
    setTimeout(() => this.setData({ hint: '' }), 1000)
  }
})
