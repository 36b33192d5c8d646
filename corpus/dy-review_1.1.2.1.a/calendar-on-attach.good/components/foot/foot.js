const call = require('../../lib/call')
Component({
  data: { tabs: ['今日', '便签'], nick: '' },
  lifetimes: { attached() { this.setData({ nick: tt.getStorageSync('nick') || '' }) } },
  methods: {
    mine() {
      tt.showModal({ title: '「节气便签」想获取你的昵称和头像', content: '用于在便签右下角署名', confirmText: '同意', success: (r) => { if (r.confirm) call('who', {}).then((x) => { tt.setStorageSync('nick', x.userInfo.nickName); this.setData({ nick: x.userInfo.nickName }) }, () => {}) } })
    }
  }
})
