const okay = (d) => /:ok/.test(d.errMsg)
Page({
  data: { layer: true, hint: '' },
  open() { this.setData({ layer: true }) },
  on(e) {
    if (okay(e.detail)) return tt.request({ url: 'https://bamboo.example.org/phone', method: 'POST', data: e.detail, success: () => this.setData({ layer: false }) })
    this.setData({ layer: false })
    setTimeout(this.open.bind(this), 1000)
  }
})
