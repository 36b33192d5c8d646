const all = {}
exports.put = (k) => { all[k] = (all[k] || 0) + 1 }
exports.has = (k) => (all[k] || 0) > 0
