const api = require('../../utils/request')
Page({
  data: { halls: [{ n: '绿茶馆', c: 42 }, { n: '红茶馆', c: 31 }, { n: '器物馆', c: 57 }], banner: null },
  onLoad() {
    api.get('/banner').then((banner) => {
      this.setData({ banner })
      if (banner.opens === 'self') this.setData({ 'banner.mark': '合作展商' })
    }, () => {})
  },
  enter() { const { appId, path } = this.data.banner; wx.navigateToMiniProgram({ appId, path, fail: () => {} }) },
  ask() { wx.showModal({ title: '离开本小程序', content: '将打开「' + this.data.banner.title + '」', success: (r) => r.confirm && this.enter() }) },
  stand(e) { wx.navigateTo({ url: '/pages/stand/stand?hall=' + e.currentTarget.dataset.n }) }
})
