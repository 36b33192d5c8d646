const http = require('../../lib/http')
const load = require('../../lib/load')
const spare = [{ t: '备好用料', m: 0 }]
Page({
  data: { state: 'loading', steps: spare, at: 0, left: 0, words: '这道菜还没有步骤' },
  onLoad(q) { this.id = q.id || 'd1'; this.bell = tt.createInnerAudioContext(); this.bell.src = 'https://cdn.homekitchen.example.org/tick.mp3'; this.read() },
  onUnload() { clearInterval(this.timer); this.bell.destroy() },
  read() { load(this, http('GET', '/dishes/' + this.id), (d) => { if (!d.steps || !d.steps.length) return false; this.setData({ steps: d.steps, at: 0 }); return true }) },
  next() { if (this.data.at < this.data.steps.length - 1) this.setData({ at: this.data.at + 1, left: 0 }); else tt.showToast({ title: '做好了，趁热吃', icon: 'none' }); clearInterval(this.timer) },
  back() { this.setData({ at: Math.max(0, this.data.at - 1), left: 0 }); clearInterval(this.timer) },
  time() {
    clearInterval(this.timer)
    this.bell.play()
    this.setData({ left: this.data.steps[this.data.at].m * 60 || 60 })
    this.timer = setInterval(() => { const left = this.data.left - 1; this.setData({ left }); if (left <= 0) { clearInterval(this.timer); tt.vibrateShort({ fail: () => {} }) } }, 1000)
  }
})
