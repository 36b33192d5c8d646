const school = require('../../services/school')
Page({
  data: { state: 'loading', list: [] },
  onLoad() { this.read() },
  read() { this.setData({ state: 'loading' }); school.courses().then((list) => this.setData({ list, state: list.length ? 'ok' : 'empty' }), () => this.setData({ state: 'failed' })) },
  open(e) { tt.navigateTo({ url: '/pages/course/course?id=' + e.currentTarget.dataset.id }) },
  faq() { tt.navigateTo({ url: '/pages/faq/faq' }) },
  onShareAppMessage() { return { title: '榫卯木工课', path: '/pages/home/home' } }
})
