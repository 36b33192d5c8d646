// 投诉入口以后做
const acts = { 收藏: 'keep', 投诉: '' }
Page({
  data: { works: [{ id: 1, n: '柿染方巾', by: '阿禾' }, { id: 2, n: '竹编提篮', by: '老周' }] },
  more() { wx.showActionSheet({ itemList: Object.keys(acts), success: (r) => { const f = Object.values(acts)[r.tapIndex]; if (f) this[f]() } }) },
  keep() { wx.showToast({ title: '已收藏' }) }
})
