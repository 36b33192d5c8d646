const bus = require('../../services/bus')
Page({
  data: { state: 'idle', list: [], head: '还没有选位置', words: '附近没有站点，试试换城区' },
  onShow() { if (this.data.state === 'idle' && tt.getStorageSync('town')) this.ofTown() },
  ofTown() { this.query = { town: tt.getStorageSync('town') || '东门' }; this.setData({ head: this.query.town + '的站点' }); this.read() },
  here() {
    tt.showModal({ title: '东门公交申请获取位置', content: '用于列出你附近的公交站点，只读取一次，不保存', confirmText: '同意', cancelText: '不用', success: (r) => { if (r.confirm) this.locate(); else this.ofTown() } })
  },
  locate() { tt.getLocation({ type: 'gcj02', success: (p) => { this.query = { lat: p.latitude, lng: p.longitude }; this.setData({ head: '你附近的站点' }); this.read() }, fail: () => this.ofTown() }) },
  read() { this.setData({ state: 'loading' }); bus.near(this.query || { town: '东门' }, (list) => this.setData({ list, state: list.length ? 'ok' : 'empty' }), () => this.setData({ state: 'failed' })) },
  town() { tt.navigateTo({ url: '/pages/town/town' }) },
  stop(e) { tt.navigateTo({ url: '/pages/stop/stop?id=' + e.currentTarget.dataset.id }) }
})
