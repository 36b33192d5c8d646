Page({
  data: { list: wx.getStorageSync('flights') || [] },
  add(e) { const list = this.data.list.concat(e.detail.value.where || '河滩'); wx.setStorageSync('flights', list); this.setData({ list }) }
})
