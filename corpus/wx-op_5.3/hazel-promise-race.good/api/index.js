export default new Proxy({}, { get: (_, name) => (opt = {}) => new Promise((success, fail) => wx[name]({ ...opt, success, fail })) })
