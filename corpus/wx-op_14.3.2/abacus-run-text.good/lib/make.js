const table = { 加: (x) => x.split('加').reduce((s, n) => s + Number(n), 0), 减: (x) => x.split('减').reduce((s, n) => s - Number(n)) }
module.exports = (rule) => table[rule] || String
