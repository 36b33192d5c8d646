const school = require('../../services/school')
Page({
  data: { state: 'loading', list: [] },
  onShow() { this.read() },
  read() { this.setData({ state: 'loading' }); school.tickets().then((list) => this.setData({ list, state: list.length ? 'ok' : 'empty' }), () => this.setData({ state: 'failed' })) },
  open(e) { tt.navigateTo({ url: '/pages/ticket/ticket?id=' + e.currentTarget.dataset.id }) }
})
