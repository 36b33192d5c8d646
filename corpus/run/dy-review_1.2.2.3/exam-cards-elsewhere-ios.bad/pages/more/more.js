const api = require('../../utils/request')
const ios = () => tt.getSystemInfoSync().platform === 'ios'
Page({
  data: { text: '', link: '', yuan: '', said: '' },
  onLoad() {
    api.get('/offer').then((a) => {
      if (ios()) return this.setData({ text: a.apple, link: a.link })
      this.setData({ text: '共 800 张', yuan: a.yuan || '' })
    }, () => this.setData({ text: '稍后再来看看' }))
  },
  copy() { tt.setClipboardData({ data: this.data.link }) },
  pay() { api.post('/orders', {}).then((o) => tt.pay({ orderInfo: o, service: 5, success: () => this.setData({ said: '已购买' }), fail: () => this.setData({ said: '没有支付' }) }), () => {}) }
})
