const cache = {}
function promisify(name) {
  if (!cache[name]) {
    cache[name] = (options = {}) =>
      new Promise((resolve, reject) => {
        wx[name]({ ...options, success: resolve, fail: reject })
      })
  }
  return cache[name]
}
module.exports = { promisify }
