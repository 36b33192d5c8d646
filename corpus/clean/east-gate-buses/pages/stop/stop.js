const bus = require('../../services/bus')
Page({
  data: { state: 'loading', list: [], name: '', words: '末班车已过' },
  onLoad(q) { this.id = q.id || 's1'; this.read() },
  onShow() { this.timer = setInterval(() => this.read(), 30000) },
  onHide() { clearInterval(this.timer) },
  onUnload() { clearInterval(this.timer) },
  read() { if (!this.data.list.length) this.setData({ state: 'loading' }); bus.stop(this.id, (list, a) => this.setData({ list, name: a.n || '', state: list.length ? 'ok' : 'empty' }), () => this.setData({ state: this.data.list.length ? 'ok' : 'failed' })) },
  line(e) { const url = '/pages/line/line?id=' + e.currentTarget.dataset.id; if (getCurrentPages().length > 8) tt.redirectTo({ url }); else tt.navigateTo({ url }) }
})
