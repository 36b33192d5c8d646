const http = require('../../lib/http')
const acts = {
  locate: (page) => tt.getLocation({ type: 'gcj02', success: () => page.setData({ order: '由近到远' }), fail: () => page.setData({ order: '按名称' }) }),
  greet: (page) => page.setData({ order: '按名称' })
}
Page({
  data: { shops: [], order: '按名称', card: '' },
  onLoad() { http('GET', '/welcome').then((a) => { this.setData({ shops: a.shops || [] }); setTimeout(() => (acts[a.act] || acts.greet)(this), 2000) }, () => this.setData({ order: '没有读到面馆' })) },
  open(e) { tt.navigateTo({ url: '/pages/shop/shop?n=' + e.currentTarget.dataset.n }) }
})
