const bus = require('../../services/bus')
Page({
  data: { state: '', list: [], from: '', to: '', words: '没有找到换乘办法' },
  type(e) { this.setData({ [e.currentTarget.dataset.k]: e.detail.value }) },
  read() {
    if (!this.data.from || !this.data.to) return this.setData({ state: 'empty', words: '请填起点和终点', list: [] })
    this.setData({ state: 'loading', words: '没有找到换乘办法' })
    bus.plan({ from: this.data.from, to: this.data.to }, (list) => this.setData({ list, state: list.length ? 'ok' : 'empty' }), () => this.setData({ state: 'failed' }))
  }
})
