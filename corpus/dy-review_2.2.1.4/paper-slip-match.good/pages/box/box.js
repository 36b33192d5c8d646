const post = (p, data) => new Promise((ok) => tt.request({ url: 'https://slip.example.org' + p, method: 'POST', data, success: (r) => ok(r.data) }))
Page({
  data: { head: '诗句盲盒', hint: '写一句喜欢的诗（请勿留联系方式）', putText: '放进匣子', drawText: '取一句', out: '' },
  type(e) { this.data.v = e.detail.value },
  put() { post('/put', { v: this.data.v }) },
  draw() { post('/draw').then((r) => this.setData({ out: r.line })) }
})
