const say = (app, n) => `请保存收款码，用${app}扫一扫付款 ${n} 元，备注手机号后六位`
Page({ data: { qr: '/images/collect.png', text: say('支付宝', 68) } })
