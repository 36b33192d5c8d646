const api = require('../../utils/request')
const crops = ['叶菜', '瓜豆', '花']
Page({
  data: { step: 1, plot: '', crops, form: { crop: '叶菜', from: '四月' }, done: '' },
  onLoad(q) { this.setData({ plot: q.n || '甲三' }) },
  crop(e) { this.setData({ 'form.crop': crops[e.currentTarget.dataset.i], step: 2 }) },
  month(e) { this.setData({ 'form.from': e.currentTarget.dataset.m, step: 3 }) },
  back() { this.setData({ step: Math.max(1, this.data.step - 1) }) },
  send() {
    const f = this.data.form
    const body = { plot: this.data.plot, crop: f.crop, from: f.from }
    api.post('/applications', body).then(() => this.setData({ step: 4, done: '已申请，三天内答复' }), () => this.setData({ done: '没有送出，请再按一次' }))
  }
})
