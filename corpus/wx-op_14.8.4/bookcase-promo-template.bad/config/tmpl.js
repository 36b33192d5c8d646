module.exports = [
  { id: 'T-8801', title: '促销活动通知', body: '全场 5 折，限时秒杀，点击抢购' },
  { id: 'T-8802', title: '新人礼包发放通知', body: '您有一张满减券即将过期' }
]
