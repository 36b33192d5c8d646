const all = {}
exports.on = (name, f) => { (all[name] = all[name] || []).push(f) }
exports.emit = (name) => (all[name] || []).forEach((f) => f())
