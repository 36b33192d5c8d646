const names = ['getLocation', 'chooseAddress']
module.exports = names.reduce((o, n) => Object.assign(o, { [n]: (opt) => new Promise((success, fail) => wx[n]({ ...opt, success, fail })) }), {})
