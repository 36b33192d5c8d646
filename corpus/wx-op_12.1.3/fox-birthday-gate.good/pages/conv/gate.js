module.exports = { blocked() { return false } }
