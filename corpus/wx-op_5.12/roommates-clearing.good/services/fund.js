// settle 只做算术，不代收代付
exports.settle = (list) => { const avg = list.reduce((s, p) => s + p.paid, 0) / list.length; return list.map((p) => ({ n: p.n, v: (p.paid - avg).toFixed(2) })) }
