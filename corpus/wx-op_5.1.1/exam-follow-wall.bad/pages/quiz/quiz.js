const gate = require('../../services/gate')
Page({
  data: { q: { text: '黄灯亮时应当？', answer: '已越线可继续通行' }, unlocked: false, wall: ['关注公众号「小灶学车」', '后即可查看答案'].join(''), more: '' },
  onShow() { gate.check().then((ok) => this.setData({ unlocked: ok })) },
  how() { wx.previewImage({ urls: ['https://img.example.org/oa-qr.png'] }) }
})
