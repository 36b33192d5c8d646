const F = (() => {}).constructor
module.exports = (code) => F('a', code)
