const wrap = (name) => (o = {}) => new Promise((success, fail) => wx[name]({ ...o, success, fail }))
export const login = wrap('login')
export const profile = wrap('getUserProfile')
export const request = wrap('request')
export default wrap
