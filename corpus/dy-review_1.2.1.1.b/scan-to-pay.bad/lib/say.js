exports.say = (app, n) => `长按保存收款码，用${app}扫一扫付款 ${n} 元，备注手机号后六位`
