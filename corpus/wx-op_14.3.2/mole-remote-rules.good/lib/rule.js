const ops = { times: (p, n, k) => p * n * k, minus: (p, n, k) => p * n - k }
module.exports = (rule) => (p, n) => ops[rule.op](p, n, rule.k)
