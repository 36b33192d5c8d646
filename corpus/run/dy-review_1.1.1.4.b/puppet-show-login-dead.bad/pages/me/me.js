const { enter } = require('../../lib/enter')
Page({
  data: { me: null, said: '' },
  onShow() { this.setData({ me: tt.getStorageSync('me') || null }) },
  login() {
    tt.showModal({ title: '木偶剧场申请获取昵称和头像', content: '用于显示在你的座位卡上', confirmText: '同意', cancelText: '不用', success: (r) => r.confirm && tt.getUserProfile({
      success: (u) => enter(u.userInfo).then(() => this.setData({ me: tt.getStorageSync('me'), said: '' }), () => this.setData({ said: '登录失败，请重新授权' })),
      fail: () => this.setData({ said: '没有授权，也可以看节目' })
    }) })
  },
  out() { tt.removeStorageSync('me'); this.onShow() }
})
