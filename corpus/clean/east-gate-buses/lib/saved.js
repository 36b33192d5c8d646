const k = 'saved-lines'
exports.all = () => { const v = tt.getStorageSync(k); return Array.isArray(v) ? v : [] }
exports.has = (id) => exports.all().some((l) => l.id === id)
exports.flip = (l) => tt.setStorageSync(k, exports.has(l.id) ? exports.all().filter((x) => x.id !== l.id) : exports.all().concat(l))
