import { describe, expect, it } from 'vitest'
import { loadProgram } from '../load.ts'
import { memoryFiles } from '../memory.ts'
import { type InterpretResult, interpret } from './index.ts'

type Tree = Record<string, string>
/** Interprets a program; its one page is pages/a/a unless app.json says otherwise. */
function walk(files: Tree): InterpretResult {
  const all = { 'app.json': '{"pages":["pages/a/a"]}', 'pages/a/a.json': '{}', ...files }
  return interpret(loadProgram(memoryFiles(all), { root: '', platform: 'wechat' }))
}
const roots = (i: InterpretResult, api: string): string[] => [
  ...new Set(i.callsOf(api).flatMap((c) => c.contexts.map((x) => `${x.root.kind} ${x.root.name}`))),
]
const bound = (i: InterpretResult): string[] => i.bindings.map((b) => `${b.event} ${b.handlers.join('+')} ${b.status}`)
const said = (i: InterpretResult): unknown[] => i.shown.filter((s) => s.slot === '').flatMap((s) => s.value.constants)
const chunk = (list: string, name: string, modules: string, entries: string): string =>
  `(${list}["webpackJsonp"] = ${list}["webpackJsonp"] || []).push([["${name}"], {${modules}}, ${entries}]);`

describe('compiled functions', () => {
  const native = (script: string, template = '<view bindtap="go"/>') =>
    walk({ 'app.js': 'App({})', 'pages/a/a.js': script, 'pages/a/a.wxml': template })

  it('walks the cases of a generator in turn: what was awaited is known to what follows', () => {
    const i =
      native(`var r = require('./r'); Page({ go: function () { var t = this; return r.run(regeneratorRuntime.mark(function e() { var a, b
return regeneratorRuntime.wrap(function (c) { for (;;) switch (c.prev = c.next) {
case 0: return c.next = 2, wx.showModal({ title: 'x' });
case 2: if (a = c.sent, a.confirm) { c.next = 5; break } return c.abrupt("return");
case 5: return c.next = 7, wx.getLocation({});
case 7: b = c.sent, wx.request({ url: 'https://a.example.com', data: b });
case 8: case "end": return c.stop() } }, e) })) } })`)
    const [location] = i.callsOf('getLocation')
    expect(roots(i, 'getLocation')).toEqual(['gesture tap'])
    expect(location!.contexts[0]!.after.map((c) => c.api)).toEqual(['showModal'])
    const [request] = i.callsOf('request')
    expect(request!.contexts[0]!.args[0]!.get('data')!.origins.map((o) => `${o.source}:${o.name}`)).toContain('api:getLocation')
  })
  it('makes conditions of jumps, for the stretch they jump over only', () => {
    const i = native(`Page({ go: function () { return regeneratorRuntime.wrap(function (c) { for (;;) switch (c.prev = c.next) {
case 0: if (!this.data.ok) { c.next = 4; break } c.next = 3; return wx.login();
case 3: wx.scanCode({});
case 4: wx.vibrateShort({});
case 5: case "end": return c.stop() } }, null, this) } })`)
    const guards = (api: string) => i.callsOf(api)[0]!.contexts[0]!.guards.map((g) => `${g.holds} ${g.source}`)
    expect(guards('login')).toEqual(['true this.data.ok'])
    expect(guards('scanCode')).toEqual(['true this.data.ok'])
    expect(guards('vibrateShort')).toEqual([])
  })
  it('knows TypeScript’s generators', () => {
    const i = native(`var gen = function (self, body) { var f; if (f) throw new TypeError("Generator is already executing."); return body }
Page({ go: function () { return gen(this, function (s) { switch (s.label) {
case 0: return [4, wx.showModal({})];
case 1: if (!s.sent().confirm) return [2]; return [4, wx.chooseImage({})];
case 2: s.sent(); return [2] } }) } })`)
    expect(i.callsOf('chooseImage')[0]!.contexts[0]!.after.map((c) => c.api)).toEqual(['showModal'])
  })
  it('keeps the methods of a class apart that was compiled to a table of properties', () => {
    const i =
      native(`function P(t, l) { for (var i = 0; i < l.length; i++) { var d = l[i]; d.enumerable = d.enumerable || !1, Object.defineProperty(t, d.key, d) } }
function inherits(c, p) { if ("function" != typeof p) throw new TypeError("Super expression must either be null or a function"); c.prototype = Object.create(p.prototype) }
function Base() {} P(Base.prototype, [{ key: 'scan', value: function () { wx.scanCode({}) } }])
function Child() {} inherits(Child, Base); P(Child.prototype, [{ key: 'pay', value: function () { wx.requestPayment({}) } }])
var one = new Child(); Page({ onLoad: function () { one.scan() }, go: function () { one.pay() } })`)
    expect(roots(i, 'scanCode')).toEqual(['lifecycle onLoad'])
    expect(roots(i, 'requestPayment')).toEqual(['gesture tap'])
  })
})

describe('bundles', () => {
  const page = (modules: string, entry: string, list = 'wx') => chunk(list, 'pages/a/a', modules, `[["${entry}"]]`)
  it('walks modules of a pushed chunk on first use, with getters, defaults and cycles', () => {
    const i = walk({
      'app.js': `${chunk('wx', 'vendors', '"lib": function (m, e, r) { r.d(e, "a", function () { return ask }); var other = r("cycle"); function ask() { other.b() } }, "cycle": function (m, e, r) { r.r(e), r.d(e, "b", function () { return b }); r("lib"); function b() { wx.login() } e["default"] = 1 }', '[]')} App({})`,
      'pages/a/a.js': page(
        '"p": function (m, e, r) { var lib = r("lib"), cjs = r.n(r("cjs")); Page({ onLoad: function () { Object(lib["a"])(); cjs()() }, go: function () { cjs.a() } }) }, "cjs": function (m) { m.exports = function () { wx.scanCode({}) } }',
        'p',
      ),
      'pages/a/a.wxml': '<view bindtap="go"/>',
    })
    expect(roots(i, 'login')).toEqual(['lifecycle onLoad'])
    expect(roots(i, 'scanCode').sort()).toEqual(['gesture tap', 'lifecycle onLoad'])
    expect(i.calls.map((c) => c.api)).not.toContain('webpackJsonp.push')
  })
  it('takes the newer form, where a function starts the entries', () => {
    const i = walk({
      'app.js': 'App({})',
      'pages/a/a.js':
        'var self = {}; (self.webpackChunkshop = self.webpackChunkshop || []).push([[1], { 7: function (m, e, r) { r.d(e, { go: function () { return go } }); function go() { wx.login() } }, 8: (m, e, r) => { Page({ onShow() { (0, r(7).go)() } }) } }, function (r) { r.O(0, [2], function () { return r(r.s = 8) }) }])',
      'pages/a/a.wxml': '<view/>',
    })
    expect(roots(i, 'login')).toEqual(['lifecycle onShow'])
  })
  it('takes over the table of a run time that stands in the file', () => {
    const i = walk({
      'app.js': 'App({})',
      'pages/a/a.js': `!function (t) { var n = {}; function r(i) { if (n[i]) return n[i].exports; var o = n[i] = { i: i, l: !1, exports: {} }; return t[i].call(o.exports, o, o.exports, r), o.l = !0, o.exports } r.m = t, r(r.s = 0) }
([function (m, e, r) { r(1) }, function () { wx.scanCode({}) }]); !function (t) { var n = {}; function r(i) { var o = n[i] = { exports: {} }; return t[i](o, o.exports, r), o.exports } r(3) }({ 3: function (m, e, r) { r(4)() }, 4: function (m) { m.exports = function () { Page({ onReady: function () { wx.login() } }) } } })`,
      'pages/a/a.wxml': '<view/>',
    })
    expect(roots(i, 'login')).toEqual(['lifecycle onReady'])
    expect(roots(i, 'scanCode')).toEqual(['module module'])
  })
  it('does not fall over tables that lead nowhere or to themselves', () => {
    const deep = Array.from({ length: 400 }, (_x, k) => `${k}: function (m, e, r) { m.exports = r(${k + 1}) }`).join()
    const i = walk({
      'app.js': 'App({})',
      'pages/a/a.js': `wx.login(); ${page(`"p": function (m, e, r) { r("p"); r("nowhere").x.y(); r(0); Page({ onLoad: function () { wx.scanCode({}) } }) }, ${deep}`, 'p')}; (wx.webpackJsonp = wx.webpackJsonp || []).push(1); (wx.webpackJsonp = wx.webpackJsonp || []).push([])`,
      'pages/a/a.wxml': '<view/>',
    })
    expect(roots(i, 'scanCode')).toEqual(['lifecycle onLoad'])
  })
})

describe('uni-app for Vue 2', () => {
  const RUNTIME = `"uni": function (m, e) { e.createApp = function () {}; e.createPage = function () {}; e.createComponent = function () {}; e.default = {} }`
  const VUE = `"vue": function (m, e) { function V() {} V.mixin = function () {}; V.prototype.$mount = function () {}; V.prototype.__patch__ = 1; e["default"] = V }`
  const app = (main: string, more: Tree = {}): Tree => ({
    'app.js': "require('./common/runtime.js')\nrequire('./common/vendor.js')\nrequire('./common/main.js')",
    'common/runtime.js': '!function () {}()',
    'common/vendor.js': `/* uni-app */ ${chunk('global', 'common/vendor', `${RUNTIME}, ${VUE}`, '[]')}`,
    'common/main.js': chunk('global', 'common/main', `"main": function (m, e, n) { var V = n("vue")["default"]; ${main} }`, '[["main"]]'),
    ...more,
  })
  const page = (options: string, render = ''): string =>
    chunk(
      'global',
      'pages/a/a',
      `"p": function (m, e, n) { (function (wxx, create) { var o = ${options}; ${render} create(o) }).call(this, n("uni")["default"], n("uni")["createPage"]) }`,
      '[["p"]]',
    )

  it('reads event tables with their arguments, inline handlers and what render computes', () => {
    const i = walk(
      app('n("uni")["createApp"](new V({ onLaunch: function () { wx.login() } })).$mount()', {
        'pages/a/a.js': page(
          `{ data: function () { return { list: [{ id: 1, url: '/pages/b/b' }], typed: '' } }, computed: { total: function () { return '共' + this.list.length + '件' } },
             onLoad: function () { wxx.request({ url: 'https://a.example.com' }) },
             methods: { open: function (url, e) { wx.navigateTo({ url: url }) }, scan: function () { wx.scanCode({}) } } }`,
          `o.render = function () { var t = this; t._self._c; var g0 = t.list.length ? '有' : '无'; if (!t._isMounted) t.e0 = function () { t.scan() }; t.$mp.data = Object.assign({}, { $root: { g0: g0 } }) };`,
        ),
        'pages/a/a.wxml': `<view wx:for="{{list}}" wx:for-item="one" data-event-opts="{{[['tap',[['open',['$0','$event'],[[['list','id',one.id,'url']]]]]]]}}" bindtap="__e">{{total}}</view>
<text data-event-opts="{{[['tap',[['e0',['$event']]]]]}}" bindtap="__e">{{$root.g0}}</text><input data-event-opts="{{[['input',[['__set_model',['','typed','$event',[]]]]]]}}" bindinput="__e"/>`,
      }),
    )
    expect(i.opaque.size).toBe(0)
    expect(roots(i, 'login')).toEqual(['lifecycle onLaunch'])
    expect(roots(i, 'request')).toEqual(['lifecycle onLoad'])
    expect(roots(i, 'scanCode')).toEqual(['gesture tap'])
    expect(bound(i)).toEqual(['tap open found', 'tap e0 found', 'input __set_model found'])
    expect(i.navigations.flatMap((n) => n.url.constants)).toEqual(['/pages/b/b'])
    expect(said(i)).toEqual(['共1件', '有', '无'])
    expect(
      i
        .dataOf(loadedPage(i))!
        .get('typed')!
        .origins.map((o) => o.source),
    ).toContain('event')
  })
  it('follows props, $emit, $refs and mixins between components, and stores of Vuex', () => {
    const store = `"vuex": function (m, e) { e._mutations = 1; e.mapMutations = e.mapActions = e.mapState = e.Store = 1 }`
    const i = walk({
      ...app(`V.mixin({ methods: { help: function () { wx.makePhoneCall({}) } } }); V.prototype.$say = function (t) { wx.showToast({ title: t }) };
var X = n("vuex"); var s = new X.Store({ modules: { user: { namespaced: !0, state: { name: '' }, mutations: { put: function (st, v) { wx.setStorageSync('user', v) } }, actions: { load: function (c) { c.commit('put', '甲') } } } } }); n("uni")["createApp"](new V({ store: s }))`),
      'common/vendor.js': `/* uni-app */ ${chunk('global', 'common/vendor', `${RUNTIME}, ${VUE}, ${store}`, '[]')}`,
      'pages/a/a.json': '{"usingComponents":{"box":"/components/box"}}',
      'pages/a/a.js': chunk(
        'global',
        'pages/a/a',
        `"p": function (m, e, n) { var X = n("vuex"); n("uni")["createPage"]({ methods: Object.assign({ done: function (v) { this.$refs.b.shut(v) }, go: function () { this.load(); this.help(); this.$say('好') } }, X.mapActions('user', ['load'])) }) }`,
        '[["p"]]',
      ),
      'pages/a/a.wxml': `<view data-event-opts="{{[['tap',[['go']]]]}}" bindtap="__e"/><box data-ref="b" label="标" bind:close="__e" bind:__l="__l" data-event-opts="{{[['^close',[['done',['$event']]]]]}}"/>`,
      'components/box.json': '{"component":true}',
      'components/box.js': chunk(
        'global',
        'components/box',
        `"b": function (m, e, n) { n.r(e); e["default"] = { props: { label: String }, methods: { shut: function (v) { wx.closeSocket({ reason: v }) }, tap: function () { this.$emit('close', 'bye') } } } }, "c": function (m, e, n) { n("uni")["createComponent"](n("b")) }`,
        '[["c"]]',
      ),
      'components/box.wxml': `<view data-event-opts="{{[['tap',[['tap']]]]}}" bindtap="__e">{{label}}</view>`,
    })
    expect(roots(i, 'setStorageSync')).toEqual(['gesture tap'])
    expect(roots(i, 'makePhoneCall')).toEqual(['gesture tap'])
    expect(i.callsOf('showToast')[0]!.contexts[0]!.args[0]!.get('title')!.constants).toEqual(['好'])
    expect(i.callsOf('closeSocket')[0]!.contexts[0]!.args[0]!.get('reason')!.constants).toEqual(['bye'])
    expect(said(i)).toContain('标')
    expect(bound(i)).toEqual(['tap go found', 'close done found', 'tap tap found'])
  })
  it('knows the copy of wx that a build makes, and the root’s store in every component', () => {
    const copy = `"copy": function (m, e) { e.default = void 0; var k = ['qy', 'lanDebug', 'cloud'], t = globalThis, old = t['w' + 'x']; old.getLaunchOptionsSync && old.getLaunchOptionsSync(); e.default = t['w' + 'x'] = function () { var n = {}; for (var x in old) (k.indexOf(x) > -1 || typeof old[x] == 'function') && (n[x] = old[x]); return n }() }`
    const store = `"vuex": function (m, e) { e._mutations = 1; e.mapMutations = e.mapActions = e.mapState = e.Store = 1 }`
    const i = walk({
      ...app(`var X = n("vuex"); var s = new X.Store({ state: { build: '1.4.0', set: {} } }); n("uni")["createApp"](new V({ store: s }))`),
      'common/vendor.js': `/* uni-app */ ${chunk('global', 'common/vendor', `${RUNTIME}, ${VUE}, ${store}, ${copy}`, '[]')}`,
      'pages/a/a.js': chunk(
        'global',
        'pages/a/a',
        `"p": function (m, e, n) { (function (wx) { n("uni")["createPage"]({ computed: { early: function () { return this.$store.state.build == this.$store.state.set.build } }, onLoad: function () { var me = this; wx.request({ url: 'https://api.example.org/set', success: function (r) { me.$store.state.set = r.data } }) } }) }).call(this, n("copy")["default"]) }`,
        '[["p"]]',
      ),
      'pages/a/a.wxml': '<view wx:if="{{!early}}">剧场</view>',
    })
    expect(roots(i, 'request')).toEqual(['lifecycle onLoad'])
    const [condition] = i.shown.find(({ slot }) => slot === '')!.conditions
    expect(condition!.value.open).toBe(true)
    expect(condition!.value.origins.map((o) => o.source)).toContain('response')
  })
})

/** The page that stands first among what is bound. */
const loadedPage = (i: InterpretResult) => i.bindings[0]!.unit
