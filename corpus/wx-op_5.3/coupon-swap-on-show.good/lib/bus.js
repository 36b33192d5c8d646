const map = {}
module.exports = { on: (k, f) => { (map[k] = map[k] || []).push(f) }, emit: (k, v) => (map[k] || []).forEach((f) => f(v)) }
