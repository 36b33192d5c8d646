exports.games = [{ a: '蓝队', b: '红队', rate: [1.85, 3.2, 4.1] }, { a: '白队', b: '黑队', rate: [2.4, 3.0, 2.7] }]
exports.note = '金豆可在「我的」充值与兑现'
