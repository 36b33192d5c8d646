const reader = require('../../services/reader')
Page({
  data: { card: null, said: '' },
  onShow() { this.setData({ card: reader.card() }) },
  enter() { reader.enter().then((card) => this.setData({ card, said: '' }), () => this.setData({ said: '没有登录成功，可凭实体证入馆' })) }
})
