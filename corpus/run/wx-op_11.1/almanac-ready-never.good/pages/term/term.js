const http = require('../../lib/http')
Page({
  data: { n: '', ready: false, work: [], food: [] },
  onLoad(q) {
    this.setData({ n: q.n || '谷雨' })
    this.come = 0
    ;['work', 'food'].forEach((k) => http('GET', '/' + k).then((a) => this.got(k, a.list || [], a.parts), () => this.got(k, [], 2)))
  },
  got(k, list, parts) {
    this.come++
    this.setData({ [k]: list, ready: this.come === Number(parts || 2) })
  }
})
