const user = require('../../services/user')

Page({
  data: { name: '春日花束', me: null },
  /** 先说明用途，同意后再获取 */
  sign() {
    tt.showModal({
      title: '获取抖音头像和昵称',
      content: '「半日花艺」将读取你的头像和昵称，用于在作品墙上署名。',
      confirmText: '同意',
      cancelText: '暂不',
      success: (r) => {
        if (r.confirm) user.profile().then((me) => this.setData({ me }))
      },
    })
  },
})
