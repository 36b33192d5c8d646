const names = { addr: ['choose', 'Address'], pay: ['get', 'OrderPayment'] }
exports.ask = (key, opt = {}) => {
  const fn = tt[names[key].join('')]
  return new Promise((ok, no) => fn({ ...opt, success: ok, fail: no }))
}
