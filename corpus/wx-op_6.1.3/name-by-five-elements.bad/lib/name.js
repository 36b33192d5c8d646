const lack = () => '金木水火土'[new Date().getDate() % 5]
exports.t = { act: '生辰八字测名改运' }
exports.make = (x) => ['沐宸', '梓涵'].map((n, i) => ({ n: x + n, why: `五行缺${lack()}，此名补运化煞，八字评分 ${92 - i}，大吉` }))
