Page({
  data: { notes: ['周三交房租'] },
  logo () { wx.pageScrollTo({ scrollTop: 0 }) },
  add () { wx.navigateTo({ url: '/pages/note/note' }) }
})
