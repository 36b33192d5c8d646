const read = (k) => { const v = tt.getStorageSync(k); return Array.isArray(v) ? v : [] }
exports.read = read
exports.has = (k, id) => read(k).some((x) => x.id === id)
exports.toggle = (k, it) => { const all = read(k); const next = all.some((x) => x.id === it.id) ? all.filter((x) => x.id !== it.id) : all.concat(it); tt.setStorageSync(k, next); return next }
exports.put = (k, list) => { const all = read(k); list.forEach((it) => { if (!all.some((x) => x.id === it.id)) all.push(it) }); tt.setStorageSync(k, all) }
exports.clear = (k) => tt.removeStorageSync(k)
