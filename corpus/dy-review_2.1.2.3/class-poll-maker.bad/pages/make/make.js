const api = require('../../lib/api')
Page({
  data: { title: '', opts: ['', ''], kinds: ['投票', '接龙', '问卷'], kind: 0 },
  kind(e) { this.setData({ kind: e.detail.value }) },
  set(e) { this.setData({ [e.currentTarget.dataset.k]: e.detail.value }) },
  more() { this.setData({ ['opts[' + this.data.opts.length + ']']: '' }) },
  done() { api('/forms', this.data).then((r) => this.setData({ id: r.id })) },
  onShareAppMessage() { return { title: `帮我填「${this.data.title}」`, path: '/pages/fill/fill?id=' + this.data.id } }
})
