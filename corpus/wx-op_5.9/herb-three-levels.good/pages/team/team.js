const { tip, steps } = require('../../config/rate')
Page({
  data: { head: '导购服务记录', rows: steps.map((n, i) => ({ n, v: `${i + 2} 单` })), label: `每单固定服务费 ${tip} 元，不设下级` },
  act() { wx.navigateTo({ url: '/pages/join/join' }) }
})
