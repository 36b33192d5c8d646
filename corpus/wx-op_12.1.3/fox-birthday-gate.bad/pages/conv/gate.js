module.exports = { blocked(tel, born) { return !/^1\d{10}$/.test(tel) || !born } }
