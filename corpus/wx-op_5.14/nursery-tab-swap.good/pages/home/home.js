const season = require('../../behaviors/season')
Component({
  behaviors: [season],
  data: { list: [{ n: '多肉拼盘', s: '订单审核中' }, { n: '琴叶榕', s: '审核通过，待发货' }], label: '联系花匠' },
  methods: { buy() { wx.makePhoneCall({ phoneNumber: '400-000-2233' }) } }
})
