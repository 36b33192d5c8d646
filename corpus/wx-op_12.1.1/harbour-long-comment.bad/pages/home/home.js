const withMe = require('../../lib/with')
Page(withMe({
  data: { menu: [{ n: '拿铁', p: 24 }, { n: '手冲', p: 32 }], hi: '' },
  onReady() { wx.setNavigationBarTitle({ title: '港边咖啡' }) }
}))
