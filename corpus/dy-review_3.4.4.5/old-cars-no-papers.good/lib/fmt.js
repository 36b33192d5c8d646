exports.card = (a) => ({ id: a.id, t: [a.y + ' 年', a.m].join(' '), d: a.d, p: a.p ? a.p / 10000 + ' 万' : '' })
