const bus = require('../../lib/bus')
Page({
  data: { told: 0, steps: ['泡发', '切丝', '小火炖煮'] },
  onLoad() { bus.on('told', () => this.setData({ told: this.data.told + 1 })) },
  onShareAppMessage() { bus.emit('told'); return { title: '海带炖排骨' } }
})
