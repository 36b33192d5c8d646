"use strict";
// 编译产物：页面选项转小程序页面
const index = new Proxy({}, { get: (t, k) => (typeof wx[k] === 'function' ? (o) => (o && (o.success || o.fail) ? wx[k](o) : new Promise((success, fail) => wx[k](Object.assign({}, o, { success, fail })))) : wx[k]) });
const o = (f) => f;
function createPage(s) {
  const hooks = {};
  ['onLoad', 'onShow', 'onReady'].forEach((h) => { if (s[h]) hooks[h] = function (q) { paint(this, s); s[h].call(this.vm, q); paint(this, s); }; });
  if (!hooks.onLoad) hooks.onLoad = function () { paint(this, s); };
  Page(hooks);
}
function paint(p, s) {
  p.vm = p.vm || Object.assign(Object.create(s.methods), s.data());
  const r = s.render(p.vm);
  const d = {};
  Object.keys(r).forEach((k) => { if (typeof r[k] === 'function') { p['e' + k] = (e) => { r[k](e); paint(p, s); }; d[k] = 'e' + k; } else d[k] = r[k]; });
  p.setData(d);
}
exports.index = index;
exports.o = o;
exports.createPage = createPage;
