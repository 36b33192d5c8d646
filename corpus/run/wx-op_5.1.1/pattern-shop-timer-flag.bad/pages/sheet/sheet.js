const marks = require('../../lib/marks')
const steps = ['裁布 70 × 80', '折边 1 厘米，烫平', '缝带子，先别剪线', '口袋居中，三边压线']
Page({
  data: { steps: [], more: true },
  onLoad(q) { this.key = q.id || 'a'; this.draw() },
  onUnload() { clearInterval(this.watch) },
  draw() { const all = marks.has(this.key); this.setData({ steps: all ? steps : steps.slice(0, 1), more: !all }); if (!all) { clearInterval(this.watch); this.watch = setInterval(() => marks.has(this.key) && (clearInterval(this.watch), this.draw()), 500) } },
  onShareAppMessage() { setTimeout(() => marks.put(this.key), 800); return { title: '一起做围裙', path: '/pages/sheet/sheet?id=' + this.key } }
})
