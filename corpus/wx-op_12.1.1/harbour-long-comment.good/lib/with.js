module.exports = (conf) => Object.entries(conf).reduce((o, [k, v]) => {
  o[k] = typeof v === 'function' && /^on[A-Z]/.test(k) ? function (...a) { const t = Date.now(); const r = v.apply(this, a); console.log(k, Date.now() - t); return r } : v
  return o
}, {})
