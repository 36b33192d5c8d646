"use strict";
const hasOwn = (val, key) => Object.prototype.hasOwnProperty.call(val, key);
const isFunction = (val) => typeof val === "function";
const HOOKS = ["onLoad", "onShow", "onReady", "onHide", "onUnload", "onPullDownRefresh", "onShareAppMessage"];
function promisify(name, api) {
  if (!isFunction(api)) return api;
  return function promiseApi(options = {}, ...rest) {
    if (isFunction(options.success) || isFunction(options.fail) || isFunction(options.complete)) return api(options, ...rest);
    return new Promise((resolve, reject) => { api(Object.assign({}, options, { success: resolve, fail: reject }), ...rest); });
  };
}
function initUni(api, protocols, platform = wx) {
  const UniProxyHandlers = {
    get(target, key) {
      if (hasOwn(target, key)) return target[key];
      if (hasOwn(api, key)) return promisify(key, api[key]);
      return promisify(key, platform[key]);
    }
  };
  return new Proxy({}, UniProxyHandlers);
}
var index = initUni({}, {});
let uid = 0;
function vOn(value) {
  const name = "e" + uid++;
  const ctx = vOn.ctx;
  ctx[name] = (e) => value(e);
  return name;
}
function vFor(source, renderItem) { return source.map((item, i) => renderItem(item, i, i)); }
function toDisplayString(val) { return val == null ? "" : String(val); }
function parsePage(vueOptions) {
  const component = vueOptions;
  const options = { data: {}, options: { multipleSlots: true, addGlobalClass: true }, methods: {} };
  const boot = (self) => {
    const vm = Object.assign({}, component.data ? component.data() : {});
    Object.keys(component.methods || {}).forEach((k) => { vm[k] = component.methods[k].bind(vm); });
    self.$vm = vm;
    self.draw = () => { vOn.ctx = self; self.setData(component.render(vm, [], {}, {}, vm, vm)); };
    vm.$forceUpdate = self.draw;
    self.draw();
  };
  options.lifetimes = { attached() { boot(this); } };
  HOOKS.forEach((hook) => {
    if (component[hook]) options.methods[hook] = function (arg) { return component[hook].call(this.$vm, arg); };
  });
  return options;
}
function createPage(vuePageOptions) { return Component(parsePage(vuePageOptions)); }
wx.createPage = createPage;
const _export_sfc = (sfc, props) => {
  const target = sfc.__vccOpts || sfc;
  for (const [key, val] of props) target[key] = val;
  return target;
};
function createSSRApp(options) { return { mount() { App(options); } }; }
exports._export_sfc = _export_sfc;
exports.createSSRApp = createSSRApp;
exports.f = (source, renderItem) => vFor(source, renderItem);
exports.index = index;
exports.o = (value) => vOn(value);
exports.t = (val) => toDisplayString(val);
