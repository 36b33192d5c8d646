const menu = [{ t: '我的借阅', u: '/pages/books/books' }, { t: '登录记录', u: '/pages/books/books' }]
Page({
  data: { menu },
  go(e) { wx.navigateTo({ url: menu[e.currentTarget.dataset.i].u }) },
  swap() {
    wx.showModal({ title: '更换读者证', content: '将在本机登出当前读者证', success: (r) => {
      if (!r.confirm) return
      wx.removeStorageSync('token')
      wx.reLaunch({ url: '/pages/login/login' })
    } })
  }
})
