const square = require('../../services/square')
Page({
  data: { streak: 12, text: '我又早起了，一起加入早起打卡吧！' },
  type(e) { this.setData({ text: e.detail.value }) },
  post() { wx.showModal({ title: '发布这条内容？', content: this.data.text, success: (r) => r.confirm && square.publish(this.data.text) }) }
})
