const plan = require('../../data/plan')
const weeks = Object.keys(plan)
Page({
  data: { weeks, at: weeks[0], items: plan[weeks[0]] },
  turn(e) { const at = e.currentTarget.dataset.w; this.setData({ at, items: plan[at] }) },
  hear(e) { tt.showToast({ title: '播放 ' + e.currentTarget.dataset.t, icon: 'none' }) }
})
