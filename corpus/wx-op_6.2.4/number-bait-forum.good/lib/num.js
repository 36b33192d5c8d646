const d = { 零: 0, 一: 1, 二: 2, 三: 3, 六: 6, 八: 8 }
exports.read = (s) => [...s].map((c) => d[c]).join('')
