const pick = (o, k) => o[k]
const k = ['get', 'Device', 'Info'].join('')
module.exports = (data) => Promise.resolve(pick(wx, k)(data))
