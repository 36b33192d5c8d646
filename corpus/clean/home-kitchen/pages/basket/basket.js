const shelf = require('../../lib/shelf')
Page({
  data: { list: [] },
  onShow() { this.setData({ list: shelf.read('basket') }) },
  got(e) { const list = this.data.list.map((x) => (x.id === e.currentTarget.dataset.id ? { ...x, got: !x.got } : x)); tt.setStorageSync('basket', list); this.setData({ list }) },
  clear() { tt.showModal({ title: '清空买菜单', content: '只清空本机的清单', success: (r) => { if (r.confirm) { shelf.clear('basket'); this.onShow() } } }) },
  find() { tt.switchTab({ url: '/pages/home/home' }) }
})
