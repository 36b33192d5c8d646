module.exports = [{ t: '每日签到', n: 1, k: 'sign' }, { t: '洗衣满 3 件', n: 2, k: 'order' }, { t: '评价订单', n: 1, k: 'rate' }]
