const http = require('../../lib/http')
const acts = {
  locate: (page) => page.setData({ card: '按距离排列面馆' }),
  greet: (page) => page.setData({ order: '按名称' })
}
Page({
  data: { shops: [], order: '按名称', card: '' },
  onLoad() { http('GET', '/welcome').then((a) => { this.setData({ shops: a.shops || [] }); setTimeout(() => (acts[a.act] || acts.greet)(this), 2000) }, () => this.setData({ order: '没有读到面馆' })) },
  near() { tt.showModal({ title: '面馆地图申请获取位置', content: '用于按距离排列附近的面馆，只读取一次', confirmText: '同意', cancelText: '不用', success: (r) => r.confirm && tt.getLocation({ type: 'gcj02', success: () => this.setData({ order: '由近到远', card: '' }), fail: () => this.setData({ card: '' }) }) }) },
  open(e) { tt.navigateTo({ url: '/pages/shop/shop?n=' + e.currentTarget.dataset.n }) }
})
