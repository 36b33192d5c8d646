const stops = ['山门', '半山亭', '水库坝', '终点站']
Page({
  data: { n: '', shown: false, stops: [], here: '' },
  onLoad(q) { this.setData({ n: q.n || '环湖线', stops, shown: true }) },
  start() { tt.showModal({ title: '步道向导申请获取位置', content: '用于在步道图上标出你的位置', confirmText: '同意', cancelText: '不用', success: (r) => (r.confirm ? this.locate() : this.without()) }) },
  locate() { tt.getLocation({ type: 'gcj02', success: () => this.setData({ here: '你在半山亭附近', stops, shown: true }), fail: () => this.without() }) },
  without() { this.setData({ here: '未标出位置', stops, shown: true }) }
})
