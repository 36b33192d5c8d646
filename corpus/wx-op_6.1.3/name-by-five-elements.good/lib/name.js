const lack = () => '平仄平仄平'[new Date().getDate() % 5]
exports.t = { act: '看字义与读音' }
exports.make = (x) => ['沐宸', '知夏'].map((n, i) => ({ n: x + n, why: `读音${lack()}起，字义出自古诗第 ${i + 1} 首；本册不做八字五行，不算吉凶` }))
