const api = require('../../utils/promise')

Page({
  data: { phone: '', near: '', shops: ['江滨花店', '北山花店'] },
  async bind(e) {
    if (!e.detail.encryptedData) return
    const r = await api.request({ url: 'https://api.flower.example.org/login', method: 'POST', data: e.detail })
    tt.setStorageSync('token', r.data.token)
    this.setData({ phone: r.data.phone })
  },
  leave() {
    tt.removeStorageSync('token')
    this.setData({ phone: '' })
  },
  erase() {
    tt.showModal({
      title: '注销账号',
      content: '将删除你的手机号与学习记录',
      success: async (r) => {
        if (!r.confirm) return
        await api.request({ url: 'https://api.flower.example.org/account/delete', method: 'POST' })
        this.leave()
      },
    })
  },
  shop() {
    tt.showModal({
      title: '位置用途',
      content: '仅用于查找附近可以自提花材的花店，不保存。是否继续？',
      success: (answer) => {
        if (!answer.confirm) return
        tt.getLocation({
          success: (r) => this.setData({ near: `${r.latitude},${r.longitude}` }),
          fail: () => this.setData({ near: '未获得位置，已按名称排列' }),
        })
      },
    })
  },
})
