const rows = [
  { t: '我的书单', f: 'books' },
  { t: '编辑资料', f: 'edit' },
  { t: '注销账号', f: 'noop' }
]
Page({
  data: { rows },
  tap(e) { const f = this[e.currentTarget.dataset.f]; f && f.call(this) },
  books() { wx.showToast({ title: '共 3 本', icon: 'none' }) },
  edit() { wx.navigateTo({ url: '/pages/join/join' }) },
  noop() {}
})
