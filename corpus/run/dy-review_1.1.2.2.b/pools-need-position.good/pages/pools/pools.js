const api = require('../../utils/request')
Page({
  data: { list: [], town: '', said: '' },
  onLoad(q) { if (q.town) this.read(q.town) },
  find() { tt.showModal({ title: '公共泳池申请获取位置', content: '用于查找你附近的公共泳池', confirmText: '同意', cancelText: '不用', success: (r) => (r.confirm ? this.locate() : this.refused()) }) },
  locate() { tt.getLocation({ type: 'gcj02', success: () => this.read('你附近'), fail: () => this.refused() }) },
  refused() { tt.navigateTo({ url: '/pages/city/city' }) },
  choose() { tt.navigateTo({ url: '/pages/city/city' }) },
  read(town) { api.get('/pools').then((a) => this.setData({ town, list: a.list || [], said: (a.list || []).length ? '' : '这里没有公共泳池' }), () => this.setData({ said: '没有读到，请再试' })) }
})
