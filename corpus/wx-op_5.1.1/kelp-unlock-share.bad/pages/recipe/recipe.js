const bus = require('../../lib/bus')
const hint = ['分享', '好友后', '查看完整做法'].join('')
Page({
  data: { hint, open: false, steps: ['泡发', '切丝', '小火炖煮'] },
  onLoad() { bus.on('told', () => this.setData({ open: true })) },
  onShareAppMessage() { bus.emit('told'); return { title: '海带炖排骨' } }
})
