// 公式是数据：['ceil', ['div', 'a', 0.36]]，不执行任何下发代码
const ops = { mul: (x, y) => x * y, div: (x, y) => x / y, add: (x, y) => x + y, ceil: Math.ceil }
const walk = (t, a) => (t === 'a' ? a : typeof t === 'number' ? t : ops[t[0]](...t.slice(1).map((x) => walk(x, a))))
exports.eval = (tree) => (a) => walk(tree, a)
