const promised = (name) => (options = {}) => new Promise((success, fail) => tt[name]({ ...options, success, fail }))

module.exports = { login: promised('login'), profile: promised('getUserProfile'), request: promised('request') }
