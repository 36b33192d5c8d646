Component({ properties: { rows: { type: Array, value: ['选题会 ￥80', '剪辑入门 ￥60'] }, note: { type: String, value: '我们不卖粉、不刷赞、不代删帖' } } })
