const looked = require('../../lib/looked')
Page({
  data: { plants: [{ n: '绿萝' }, { n: '薄荷' }, { n: '长寿花' }, { n: '文竹' }], hint: false, said: '' },
  onShow() {
    if (!looked.third()) return
    this.keep()
  },
  keep() { tt.authorize({ scope: 'scope.album', success: () => this.setData({ said: '可以保存养护卡了' }), fail: () => this.setData({ said: '不保存也能看' }) }) },
  open(e) { looked.one(); tt.navigateTo({ url: '/pages/plant/plant?n=' + e.currentTarget.dataset.n }) }
})
