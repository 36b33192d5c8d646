const keep = (list) => wx.setStorageSync('people', list)
Page({
  data: { list: [], name: '', said: '' },
  onShow() { this.setData({ list: wx.getStorageSync('people') || [] }) },
  type(e) { this.setData({ name: e.detail.value }) },
  add() { const name = this.data.name.trim(); if (!name) return this.setData({ said: '请填写称呼' }); const list = [name].concat(this.data.list.filter((n) => n !== name)); keep(list); this.setData({ list, name: '', said: '已保存在本机' }) },
  drop(e) { const list = this.data.list.filter((n) => n !== e.currentTarget.dataset.n); keep(list); this.setData({ list, said: '已删除' }) }
})
