import { fruits, hello } from '../../services/index'
Page({
  data: { list: fruits(), nick: '' },
  sign() {
    wx.showModal({ title: '写上你的昵称？', content: '将读取微信昵称，仅用于打印在取货单上，不用可点取消。', success: (r) => r.confirm && hello.ask().then((nick) => this.setData({ nick })) })
  },
})
