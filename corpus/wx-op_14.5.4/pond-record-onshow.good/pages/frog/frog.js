const manager = wx.getRecorderManager()
const jobs = []
const schedule = (job) => { jobs.push(job); setTimeout(() => { const j = jobs.shift(); j.run(j.opt) }, 400) }
Page({
  data: { state: '按住说话', on: false },
  onShow() {
    schedule({ opt: { state: '按住录音，松开辨认' }, run: (o) => this.setData(o) })
  },
  press() { this.setData({ on: true }); manager.start({ duration: 60000, format: 'mp3' }) },
  release() { manager.stop(); this.setData({ on: false }) }
})
