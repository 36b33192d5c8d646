// 统一页面工厂：把 mixin 的生命周期并入页面
module.exports = (conf, ...mixins) => {
  const hooks = ['onLoad', 'onReady', 'onShow']
  for (const h of hooks) {
    const all = mixins.map((m) => m[h]).concat(conf[h]).filter(Boolean)
    if (all.length) conf[h] = function (...a) { all.forEach((f) => f.apply(this, a)) }
  }
  for (const m of mixins) for (const k of Object.keys(m)) if (!hooks.includes(k)) conf[k] = m[k]
  return Page(conf)
}
