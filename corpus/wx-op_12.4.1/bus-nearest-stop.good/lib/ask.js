const table = { locate: 'getLocation', scan: 'scanCode' }
module.exports = (key, opt) => new Promise((success, fail) => wx[table[key]](Object.assign({ success, fail }, opt)))
