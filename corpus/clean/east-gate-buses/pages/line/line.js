const bus = require('../../services/bus')
const saved = require('../../lib/saved')
Page({
  data: { state: 'loading', list: [], name: '', on: false, words: '这条线路已经停运' },
  onLoad(q) { this.id = q.id || '1'; this.read() },
  read() { this.setData({ state: 'loading' }); bus.line(this.id, (list, a) => this.setData({ list, name: a.n || '', on: saved.has(this.id), state: list.length ? 'ok' : 'empty' }), () => this.setData({ state: 'failed' })) },
  stop(e) { const url = '/pages/stop/stop?id=' + e.currentTarget.dataset.id; if (getCurrentPages().length > 8) tt.redirectTo({ url }); else tt.navigateTo({ url }) },
  keep() { saved.flip({ id: this.id, n: this.data.name }); this.setData({ on: saved.has(this.id) }) },
  onShareAppMessage() { return { title: this.data.name || '东门公交', path: '/pages/line/line?id=' + this.id } }
})
