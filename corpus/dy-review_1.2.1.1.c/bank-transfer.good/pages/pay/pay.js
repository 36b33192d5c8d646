const rows = ['定金 ￥500', '我们不接受银行转账、微信转账；要求你转账的都是冒充者']
Page({ data: { rows, label: '支付定金 ￥500' }, act() { tt.request({ url: 'https://wood.example.org/orders', method: 'POST', success: (r) => tt.pay({ orderInfo: r.data, service: 5 }) }) } })
