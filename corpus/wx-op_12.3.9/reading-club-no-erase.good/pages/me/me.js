const leave = require('../../services/leave')
const rows = [
  { t: '我的书单', f: 'books' },
  { t: '编辑资料', f: 'edit' },
  { t: '离开读书会', f: 'leave' }
]
Page({
  data: { rows },
  tap(e) { const f = this[e.currentTarget.dataset.f]; f && f.call(this) },
  books() { wx.showToast({ title: '共 3 本', icon: 'none' }) },
  edit() { wx.navigateTo({ url: '/pages/join/join' }) },
  leave() { leave().then(() => wx.reLaunch({ url: '/pages/me/me' }), () => {}) }
})
