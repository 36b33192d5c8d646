const looked = require('../../lib/looked')
Page({
  data: { plants: [{ n: '绿萝' }, { n: '薄荷' }, { n: '长寿花' }, { n: '文竹' }], hint: false, said: '' },
  onShow() {
    if (!looked.third()) return
    this.setData({ hint: true })
  },
  ask() { tt.showModal({ title: '阳台植物申请保存图片到相册', content: '只用于把养护卡存进你的相册', confirmText: '同意', cancelText: '不用', success: (r) => { this.setData({ hint: false }); if (r.confirm) this.keep() } }) },
  keep() { tt.authorize({ scope: 'scope.album', success: () => this.setData({ said: '可以保存养护卡了' }), fail: () => this.setData({ said: '不保存也能看' }) }) },
  open(e) { looked.one(); tt.navigateTo({ url: '/pages/plant/plant?n=' + e.currentTarget.dataset.n }) }
})
