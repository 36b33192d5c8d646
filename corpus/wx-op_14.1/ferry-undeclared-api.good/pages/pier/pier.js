const place = require('../../lib/place')
Page({
  data: { pier: '请选择', to: '' },
  near() { wx.showModal({ title: '位置用途', content: '用于推荐最近的码头', success: (r) => r.confirm && place.getLocation({ type: 'gcj02' }).then(() => this.setData({ pier: '东门码头' })) }) },
  mail() { place.chooseAddress().then((a) => this.setData({ to: a.detailInfo })) }
})
