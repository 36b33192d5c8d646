"use strict";
/* 运行时（节选自打包产物的形状） */
let currentInstance = null;
const targetMap = new WeakMap();
class RefImpl {
  constructor(value) { this.__v_isRef = true; this._value = value; }
  get value() { return this._value; }
  set value(v) { this._value = v; if (currentInstance && currentInstance.update) currentInstance.update(); queueJobs(this); }
}
const queued = new Set();
function queueJobs(r) { const subs = targetMap.get(r) || []; subs.forEach((i) => queued.add(i)); Promise.resolve().then(() => { queued.forEach((i) => i.update()); queued.clear(); }); }
const ref = (value) => new RefImpl(value);
const unref = (r) => (r && r.__v_isRef ? r.value : r);
const reactive = (o) => new Proxy(o, { set(t, k, v) { t[k] = v; if (currentInstance && currentInstance.update) currentInstance.update(); return true; } });
const computed = (getter) => ({ __v_isRef: true, get value() { return getter(); } });
const createHook = (lifecycle) => (hook, target = currentInstance) => { if (target) (target[lifecycle] = target[lifecycle] || []).push(hook); };
const onLaunch = createHook("onLaunch");
const onLoad = createHook("onLoad");
const onShow = createHook("onShow");
const onReady = createHook("onReady");
const onMounted = createHook("onMounted");
const onShareAppMessage = createHook("onShareAppMessage");
function promisify(name, api) {
  return function (options = {}, ...rest) {
    if (typeof options === "function" || options.success || options.fail || options.complete || /Sync$|^create|Manager$|^on/.test(name)) return api.call(wx, options, ...rest);
    return new Promise((resolve, reject) => { api.call(wx, Object.assign({}, options, { success: resolve, fail: reject }), ...rest); });
  };
}
const baseApis = { __f__: (type, at, ...args) => console[type](...args, at) };
const index = new Proxy({}, {
  get(target, key) {
    if (key in baseApis) return baseApis[key];
    if (typeof wx[key] !== "function") return wx[key];
    return promisify(key, wx[key]);
  }
});
let uid = 0;
function vOn(value, key) {
  const instance = currentInstance;
  const name = "e" + (key === undefined ? uid++ : key);
  const mpInstance = instance && instance.$scope;
  if (!value) { if (mpInstance) delete mpInstance[name]; return ""; }
  const invoker = (e) => { invoker.value(e); };
  invoker.value = value;
  if (mpInstance) mpInstance[name] = invoker;
  return name;
}
const o = (value, key) => vOn(value, key);
const f = (source, renderItem) => (Array.isArray(source) ? source.map((s, i) => renderItem(s, i, i)) : Object.keys(source || {}).map((k, i) => renderItem(source[k], k, i)));
const t = (val) => (val == null ? "" : typeof val === "object" ? JSON.stringify(val) : String(val));
const e = (target, ...sources) => Object.assign(target, ...sources);
const n = (v) => (typeof v === "string" ? v : Object.keys(v || {}).filter((k) => v[k]).join(" "));
const _export_sfc = (sfc, props) => { const target = sfc.__vccOpts || sfc; for (const [key, val] of props) target[key] = val; return target; };
const defineComponent = (options) => options;
function mount(scope, options) {
  const vm = { $scope: scope, $options: options };
  currentInstance = vm;
  let render = options.render;
  if (options.data) Object.assign(vm, options.data.call(vm));
  Object.keys(options.methods || {}).forEach((k) => { vm[k] = options.methods[k].bind(vm); });
  if (options.setup) {
    const result = options.setup({}, { emit: (n, d) => scope.triggerEvent(n, d) });
    if (typeof result === "function") render = result; else Object.assign(vm, result);
  }
  vm.update = () => { currentInstance = vm; scope.setData(render ? render.call(vm, vm, []) : {}); };
  vm.update();
  return vm;
}
function call(vm, name, arg) {
  currentInstance = vm;
  const own = vm.$options[name];
  if (own) own.call(vm, arg);
  (vm[name] || []).forEach((hook) => typeof hook === "function" && hook(arg));
}
function createPage(vueOptions) {
  return Component({
    options: { multipleSlots: true },
    methods: {
      onLoad(query) { this.$vm = mount(this, vueOptions); call(this.$vm, "onLoad", query); call(this.$vm, "onMounted"); },
      onShow() { if (this.$vm) call(this.$vm, "onShow"); },
      onReady() { call(this.$vm, "onReady"); }
    }
  });
}
function createComponent(vueOptions) {
  return Component({ properties: {}, lifetimes: { attached() { this.$vm = mount(this, vueOptions); call(this.$vm, "onMounted"); } } });
}
function createSSRApp(rootOptions) {
  return { config: { globalProperties: {} }, use() { return this; }, mount() { App({ onLaunch(q) { const vm = mount({ setData() {} }, rootOptions); call(vm, "onLaunch", q); }, onShow(q) { if (rootOptions.onShow) rootOptions.onShow(q); } }); } };
}
wx.createPage = createPage;
wx.createComponent = createComponent;
exports._export_sfc = _export_sfc;
exports.computed = computed;
exports.createSSRApp = createSSRApp;
exports.defineComponent = defineComponent;
exports.e = e;
exports.f = f;
exports.index = index;
exports.n = n;
exports.o = o;
exports.onLaunch = onLaunch;
exports.onLoad = onLoad;
exports.onMounted = onMounted;
exports.onReady = onReady;
exports.onShareAppMessage = onShareAppMessage;
exports.onShow = onShow;
exports.reactive = reactive;
exports.ref = ref;
exports.t = t;
exports.unref = unref;
