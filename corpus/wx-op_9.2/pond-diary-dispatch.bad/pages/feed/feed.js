const { dispatch, feed } = require('../../store/actions')
Page({
  data: { feed: [], draft: '' },
  onShow() { feed().then(({ data }) => this.setData({ feed: data })) },
  write(e) { this.setData({ draft: e.detail.value }) },
  run(e) { dispatch(e.currentTarget.dataset.act, { body: this.data.draft }) }
})
