const gate = require('../../services/gate')
Page({
  data: { q: { text: '黄灯亮时应当？', answer: '已越线可继续通行，并关注行人' }, unlocked: false, wall: '点此查看答案', more: '' },
  onShow() { gate.check().then((ok) => this.setData({ more: ok ? '' : '考试动态也会发布在公众号「小灶学车」' })) },
  how() { this.setData({ unlocked: true }) }
})
