const post = (p, data) => new Promise((ok) => tt.request({ url: 'https://slip.example.org' + p, method: 'POST', data, success: (r) => ok(r.data) }))
Page({
  data: { head: '脱单盲盒', hint: '年龄、城市、联系方式', putText: '存入一张', drawText: '1 元抽一位异性', out: '' },
  type(e) { this.data.v = e.detail.value },
  put() { post('/put', { v: this.data.v }) },
  draw() { post('/draw').then((r) => tt.pay({ orderInfo: r.order, service: 5, success: () => this.setData({ out: `${r.who}，联系方式 ${r.contact}` }) })) }
})
