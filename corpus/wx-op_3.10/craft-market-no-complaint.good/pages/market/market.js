const acts = { 收藏: 'keep', 侵权维权: 'claim' }
Page({
  data: { works: [{ id: 1, n: '柿染方巾', by: '阿禾' }, { id: 2, n: '竹编提篮', by: '老周' }] },
  more(e) { wx.showActionSheet({ itemList: Object.keys(acts), success: (r) => { const f = Object.values(acts)[r.tapIndex]; if (f) this[f](e.currentTarget.dataset.id) } }) },
  keep() { wx.showToast({ title: '已收藏' }) },
  claim(id) { wx.navigateTo({ url: '/pages/claim/claim?id=' + id }) }
})
