const season = require('../../behaviors/season')
Component({
  behaviors: [season],
  data: { list: [{ n: '多肉拼盘', s: '¥39' }, { n: '琴叶榕', s: '¥128' }], label: '加入购物车' },
  methods: { buy() { wx.showToast({ title: '已加入' }) } }
})
