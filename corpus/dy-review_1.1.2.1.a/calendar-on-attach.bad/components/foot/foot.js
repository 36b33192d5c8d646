const call = require('../../lib/call')
Component({
  data: { tabs: ['今日', '便签'], nick: '' },
  lifetimes: { attached() { call('who', {}).then((r) => this.setData({ nick: r.userInfo.nickName }), () => {}) } },
  methods: { mine() { call('toast', { title: '我的便签' }) } }
})
