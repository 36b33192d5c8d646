const api = require('../../utils/request')
Page({
  data: { on: false, km: 0, draft: '', said: '' },
  begin() { this.setData({ on: true, said: '' }) },
  end() {
    this.setData({ on: false, km: 3.2 })
    this.timer = setTimeout(() => this.tell('今天跑了 3.2 公里，空气真好'), 3000)
  },
  onUnload() { clearTimeout(this.timer) },
  tell(text) { this.setData({ draft: text }) },
  post() { this.publish(this.data.draft); this.setData({ draft: '' }) },
  edit(e) { this.setData({ draft: e.detail.value }) },
  publish(text) { api.post('/feed', { text }).then(() => this.setData({ said: '队里看到了' }), () => this.setData({ said: '没有发出' })) },
  crew() { wx.navigateTo({ url: '/pages/crew/crew' }) }
})
