const bus = require('../../services/bus')
Page({
  data: { state: 'loading', list: [], town: '东门', words: '这个城区没有线路，换个城区看看' },
  onShow() { const town = tt.getStorageSync('town') || '东门'; if (town !== this.data.town || !this.data.list.length) { this.setData({ town }); this.read() } },
  read() { this.setData({ state: 'loading' }); bus.lines(this.data.town, (list) => this.setData({ list, state: list.length ? 'ok' : 'empty' }), () => this.setData({ state: 'failed' })) },
  open(e) { tt.navigateTo({ url: '/pages/line/line?id=' + e.currentTarget.dataset.id }) },
  town() { tt.navigateTo({ url: '/pages/town/town' }) },
  plan() { tt.navigateTo({ url: '/pages/plan/plan' }) },
  news() { tt.navigateTo({ url: '/pages/news/news' }) }
})
