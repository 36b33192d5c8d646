const table = { camera: 800, tent: 300 }
module.exports = (kind) => table[kind] || 500
