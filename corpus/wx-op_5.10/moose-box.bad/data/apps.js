const base = 'wx10000000000000'
module.exports = ['省钱小券', '步数换礼', '每日一测', '趣味答题', '天天红包', '同城二手'].map((name, i) => ({ name, hot: 9000 - i * 700, appId: base + '0' + (i + 1) }))
