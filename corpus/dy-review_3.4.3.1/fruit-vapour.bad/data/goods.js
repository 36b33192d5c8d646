exports.kinds = ['零食', '小玩意']
exports.goods = [
  { k: 0, n: '每日坚果', p: 59 },
  { k: 1, n: '西瓜味雾化小烟 一杆三弹', p: 199 },
  { k: 1, n: '换弹·电子·烟通用 薄荷', p: 89 }
]
exports.foot = '满 200 包邮'
