const guard = require('../../lib/guard')
guard({
  data: { dishes: [], gift: '寄一份调料小样' },
  onLoad() { this.setData({ dishes: [{ id: 1, name: '葱油拌面' }, { id: 2, name: '番茄牛腩' }] }) },
  open(e) { wx.showModal({ title: '做法', content: '步骤 ' + e.currentTarget.dataset.id, showCancel: false }) },
  post() { wx.showToast({ title: '小样已登记', icon: 'none' }) }
}, ['post'])
