let lines = []
const keep = () => wx.setStorageSync('bag', lines)
exports.restore = () => { const old = wx.getStorageSync('bag'); if (Array.isArray(old)) lines = old }
exports.all = () => lines
exports.add = (it) => { const had = lines.find((l) => l.id === it.id); if (had) had.n += 1; else lines.push({ id: it.id, name: it.name, cents: it.cents, n: 1 }); keep() }
exports.change = (id, by) => { const l = lines.find((x) => x.id === id); if (!l) return; l.n += by; if (l.n < 1) lines = lines.filter((x) => x.id !== id); keep() }
exports.clear = () => { lines = []; keep() }
exports.total = () => (lines.reduce((sum, l) => sum + l.cents * l.n, 0) / 100).toFixed(2)
