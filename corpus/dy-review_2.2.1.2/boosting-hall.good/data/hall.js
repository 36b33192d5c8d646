const p = (a, b, n) => `${a} 对 ${b}，缺 ${n} 人`
exports.rows = [p('蓝队', '红队', 2), p('白队', '黑队', 1)]
exports.lines = ['周五练阵型 免费组队', '本大厅禁止代练、代打广告']
