const cache = {}
module.exports = new Proxy({}, { get: (_, name) => cache[name] || (cache[name] = (o) => new Promise((success, fail) => wx[name]({ ...o, success, fail }))) })
