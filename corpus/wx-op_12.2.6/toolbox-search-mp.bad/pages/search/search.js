const { find } = require('../../services/find')
Page({
  data: { hint: '搜小程序：点餐、快递、挂号…', hits: [], w: '' },
  type(e) { this.data.w = e.detail.value },
  go() { find(this.data.w).then((hits) => this.setData({ hits })) },
  open(e) { const { id: appId, entry: path } = this.data.hits[e.currentTarget.dataset.i]; wx.navigateToMiniProgram({ appId, path }) }
})
