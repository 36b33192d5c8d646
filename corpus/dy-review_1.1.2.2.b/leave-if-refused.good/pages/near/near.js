const locate = require('../../core/locate')
Page({
  data: { list: [], areas: [] },
  async find () {
    const ok = await new Promise(r => tt.showModal({ title: '查找附近修车摊', content: '将获取您的位置，仅用于按距离排列修车摊', success: x => r(x.confirm) }))
    if (!ok) return this.manual()
    locate().then(p => this.query({ lat: p.latitude, lng: p.longitude }), () => this.manual())
  },
  query (data) { tt.request({ url: 'https://api.example.org/near', data, success: r => this.setData({ list: r.data }) }) },
  manual () { this.setData({ areas: ['鼓楼', '玄武', '秦淮'] }) },
  area (e) { this.query({ area: e.currentTarget.dataset.a }) }
})
