const raw = 'wx00a1|快步跑|31;wx00a2|小象拼团|28;wx00a3|早茶点单|22;wx00a4|万能抠图|19;wx00a5|口袋记账|17;wx00a6|同城跳蚤|15'
exports.rank = raw.split(';').map((s) => { const [a, n, u] = s.split('|'); return { a: a.padEnd(18, '0'), n, u, p: 'pages/index/index' } })
