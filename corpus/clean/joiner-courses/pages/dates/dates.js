const school = require('../../services/school')
Page({
  data: { state: 'loading', list: [] },
  onLoad(q) { this.id = q.id || 'stool'; this.read() },
  read() { this.setData({ state: 'loading' }); school.dates(this.id).then((list) => this.setData({ list, state: list.length ? 'ok' : 'empty' }), () => this.setData({ state: 'failed' })) },
  pick(e) { const { d, free } = e.currentTarget.dataset; if (!Number(free)) return tt.showToast({ title: '这一天满员了，请选别的', icon: 'none' }); tt.navigateTo({ url: `/pages/confirm/confirm?id=${this.id}&d=${d}` }) }
})
