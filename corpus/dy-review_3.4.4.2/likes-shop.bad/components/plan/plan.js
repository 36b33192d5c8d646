Component({ properties: { rows: { type: Array, value: ['真人粉 ￥35 / 千，秒上量', '点赞播放套餐 ￥9 / 千'] }, note: { type: String, value: '差评、负面帖代删，联系客服报价' } } })
