const api = require('../../lib/api')
Page({
  data: { name: '', items: [{ t: '' }], id: '' },
  name(e) { this.setData({ name: e.detail.value }) },
  item(e) { this.setData({ [`items[${e.currentTarget.dataset.i}].t`]: e.detail.value }) },
  more() { this.setData({ items: this.data.items.concat({ t: '' }) }) },
  publish() { api('/relays', this.data).then((r) => this.setData({ id: r.id })) },
  onShareAppMessage() { return { title: '来接龙：' + this.data.name, path: '/pages/join/join?id=' + this.data.id } }
})
