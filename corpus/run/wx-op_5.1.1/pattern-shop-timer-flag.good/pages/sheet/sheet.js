const marks = require('../../lib/marks')
const steps = ['裁布 70 × 80', '折边 1 厘米，烫平', '缝带子，先别剪线', '口袋居中，三边压线']
Page({
  data: { steps: [], more: true },
  onLoad(q) { this.key = q.id || 'a'; this.draw() },
  onUnload() { clearInterval(this.watch) },
  draw() { this.setData({ steps, more: !marks.has(this.key) }) },
  onShareAppMessage() { setTimeout(() => marks.put(this.key), 800); return { title: '一起做围裙', path: '/pages/sheet/sheet?id=' + this.key } }
})
