const p = (a, b, n) => `${a}→${b} ￥${n}`
exports.rows = [p('钻石', '星耀', 68), p('星耀', '王者', 128)]
exports.lines = ['游戏dai练 打手招募日结', '号给我，你去睡觉，包上王者，手打不封号']
