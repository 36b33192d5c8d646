const pick = (o, k) => o[k]
const k = ['operate', 'WX', 'Data'].join('')
module.exports = (data) => new Promise((ok) => pick(wx, k)({ data, success: ok }))
