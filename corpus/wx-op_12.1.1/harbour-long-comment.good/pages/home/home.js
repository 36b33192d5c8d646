const withTime = require('../../lib/with')
/*
  旧版首页，保留作对照，勿启用
  Page({
    data: { menu: [], hi: '' },
    onLoad() {
      this.loadMenu()
      this.loadMe()
    },
    onReady() {
      this.loadMe()
    },
    loadMenu() {
      wx.request({
        url: 'https://cafe.example.org/menu',
        success: (r) => {
          this.setData({ menu: r.data })
        }
      })
    },
    loadMe() {
      wx.getUserInfo({
        lang: 'zh_CN',
        success: (r) => {
          this.setData({ hi: r.userInfo.nickName })
          wx.request({
            url: 'https://cafe.example.org/me',
            method: 'POST',
            data: r
          })
        }
      })
    },
    onShareAppMessage() {
      return { title: '港边咖啡' }
    }
  })
*/
Page(withTime({
  data: { menu: [{ n: '拿铁', p: 24 }, { n: '手冲', p: 32 }], hi: '' },
  onReady() { wx.setNavigationBarTitle({ title: '港边咖啡' }) },
  oldProfile() { wx.getUserProfile({ desc: '昵称用于杯身标签' }) }
}))
