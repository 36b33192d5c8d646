import { describe, expect, it } from 'vitest'
import { loadProgram } from '../load.ts'
import { memoryFiles } from '../memory.ts'
import { type InterpretResult, interpret } from './index.ts'

type Tree = Record<string, string>
function walk(files: Tree): InterpretResult {
  const all = { 'app.json': '{"pages":["pages/a/a"]}', 'pages/a/a.json': '{}', ...files }
  return interpret(loadProgram(memoryFiles(all), { root: '', platform: 'wechat' }))
}
const roots = (i: InterpretResult, api: string): string[] => [
  ...new Set(i.callsOf(api).flatMap((c) => c.contexts.map((x) => `${x.root.kind} ${x.root.name}`))),
]
const bound = (i: InterpretResult): string[] => i.bindings.map((b) => `${b.event} ${b.handlers.join('+')} ${b.status}`)
const said = (i: InterpretResult): unknown[] => i.shown.filter((s) => s.slot === '').flatMap((s) => s.value.constants)
const chunk = (name: string, modules: string, entries: string): string =>
  `(wx["webpackJsonp"] = wx["webpackJsonp"] || []).push([["${name}"], {${modules}}, ${entries}]);`

describe('wepy', () => {
  const program = (page: string, template: string, more: Tree = {}): InterpretResult =>
    walk({
      'app.js':
        "var wepy = require('./npm/wepy/lib/wepy.js'); class A extends wepy.default.app { constructor() { super(); this.globalData = { tel: '110' } } onLaunch() { wepy.default.login() } }\nApp(wepy.default.$createApp(A, {}))",
      'npm/wepy/lib/wepy.js': 'throw new Error()',
      'pages/a/a.js': `var wepy = require('../../npm/wepy/lib/wepy.js'), w = wepy.default, Nav = require('../../components/nav.js').default; ${page}; Page(w.$createPage(P, 'pages/a/a'))`,
      'pages/a/a.wxml': template,
      'components/nav.js': 'exports.default = 0',
      ...more,
    })
  it('finds handlers, data, computed members and life cycles of a page class', () => {
    const i = program(
      `class P extends w.page { constructor() { super(); this.data = { n: 2 }; this.computed = { label() { return '第' + this.n + '页' } }
this.methods = { open(id, e) { this.$navigate('b?id=' + id); this.n = 3; this.$apply() } } } onLoad() { w.getLocation() } onReachBottom() { this.more() } more() { wx.request({}) } }`,
      '<view bindtap="open" data-wpyopen-a="7">{{label}}</view>',
    )
    expect(i.opaque.size).toBe(0)
    expect(roots(i, 'login')).toEqual(['lifecycle onLaunch'])
    expect(roots(i, 'getLocation')).toEqual(['lifecycle onLoad'])
    expect(roots(i, 'request')).toEqual(['event onReachBottom'])
    expect(bound(i)).toEqual(['tap open found'])
    expect(i.navigations.flatMap((n) => n.url.constants)).toEqual(['b?id=7'])
    expect(said(i).sort()).toEqual(['第2页', '第3页'])
  })
  it('merges components under their prefix, with props, and takes what they emit to the page', () => {
    const i = program(
      `class P extends w.page { constructor() { super(); this.data = { title: '首页' }; this.components = { nav: Nav }; this.$props = { nav: { 'v-bind:name.sync': 'title' } }
this.$events = { nav: { 'v-on:leave': 'bye' } }; this.methods = { bye(where) { wx.reLaunch({ url: where }) } } } }`,
      '<view bindtap="$nav$back">{{$nav$name}}{{$nav$hint}}</view>',
      {
        'components/nav.js':
          "var w = require('../npm/wepy/lib/wepy.js').default; exports.default = class extends w.component { constructor() { super(); this.props = { name: String }; this.data = { hint: '返回' }; this.methods = { back() { this.$emit('leave', '/pages/a/a') } } } }",
      },
    )
    expect(roots(i, 'reLaunch')).toEqual(['gesture tap'])
    expect(i.callsOf('reLaunch')[0]!.contexts[0]!.args[0]!.get('url')!.constants).toEqual(['/pages/a/a'])
    expect(said(i)).toEqual(['首页返回'])
  })
})

describe('mpx', () => {
  const FACTORY = `"core": function (m, e, r) { function make(type) { return function (options) { var c; if (r.g.currentCtor) c = r.g.currentCtor; return c({}) } } e.createPage = make("page"); e.createComponent = make("component") }`
  it('takes what the factory is given, and handlers with arguments out of their table', () => {
    const i = walk({
      'app.js': `/* @mpxjs */ ${chunk('bundle', FACTORY, '[]')} App({})`,
      'pages/a/a.js': chunk(
        'pages/a/a',
        '"p": function (m, e, r) { r.g.currentCtor = Page; r("core").createPage({ data: { open: false }, computed: { word: function () { return this.open ? "收起" : "展开" } }, onLoad: function () { wx.login() }, methods: { flip: function () { this.open = !0 }, pick: function (id, e) { wx.openLocation({ name: id }) } } }) }',
        '[["p"]]',
      ),
      'pages/a/a.wxml': `<view bindtap="flip">{{word}}</view><view bindtap="__invoke" data-eventconfigs='{{ {tap:[["pick","甲","__mpx_event__"]]} }}'/>`,
    })
    expect(i.opaque.size).toBe(0)
    expect(roots(i, 'login')).toEqual(['lifecycle onLoad'])
    expect(bound(i)).toEqual(['tap flip found', 'tap pick found'])
    expect(i.callsOf('openLocation')[0]!.contexts[0]!.args[0]!.get('name')!.constants).toEqual(['甲'])
    expect(said(i).sort()).toEqual(['展开', '收起'])
    expect(i.writes.map((w) => `${w.path} ${w.value.constants}`)).toEqual(['open true'])
  })
})

describe('Taro 1 and 2', () => {
  it('knows classes whose data is put together by _createData, and what parents give their children', () => {
    const T = "var T = require('../../npm/@tarojs/taro-weapp/index.js').default;"
    const i = walk({
      'app.js': "App(require('./npm/@tarojs/taro-weapp/index.js').default.createApp(class { componentDidMount() { wx.login() } }))",
      'npm/@tarojs/taro-weapp/index.js': 'module.exports = 0',
      'pages/a/a.json': '{"usingComponents":{"card":"/components/card/card"}}',
      'pages/a/a.js': `${T} class P extends T.Component { constructor() { super(...arguments); this.state = { n: 0 } }
componentDidShow() { T.getLocation({}).then((r) => this.setState({ place: r })) }
open(id) { T.navigateTo({ url: '/pages/b/b?id=' + id }) }
_createData() { this.__state = arguments[0] || this.state || {}; this.anonymousFunc0 = () => { this.open(7) }; T.propsManager.set({ title: '卡片', onPick: () => T.scanCode({}) }, 'card1'); Object.assign(this.__state, { label: '数量：' + this.__state.n, $compid__0: 'card1' }); return this.__state }
anonymousFunc0(e) { } handleTap(a, e) { this.open(a) } }
Component(T.createComponent(P, true))`,
      'pages/a/a.wxml':
        '<block wx:if="{{$taroCompReady}}"><view bindtap="anonymousFunc0">{{label}}</view><view bindtap="handleTap" data-e-tap-so="this" data-e-tap-a-a="9"/><card compid="{{$compid__0}}"/></block>',
      'components/card/card.json': '{"component":true}',
      'components/card/card.js': `${T} class C extends T.Component { pick() { this.props.onPick() } _createData() { return Object.assign(this.__state = {}, { head: this.props.title }) } }
Component(T.createComponent(C))`,
      'components/card/card.wxml': '<view bindtap="pick">{{head}}</view>',
    })
    expect(i.opaque.size).toBe(0)
    expect(roots(i, 'login')).toEqual(['lifecycle onLaunch'])
    expect(roots(i, 'getLocation')).toEqual(['lifecycle onShow'])
    expect(roots(i, 'scanCode')).toEqual(['gesture tap'])
    expect(bound(i)).toEqual(['tap anonymousFunc0 found', 'tap handleTap found', 'tap pick found'])
    expect(i.navigations.flatMap((n) => n.url.constants).sort()).toEqual(['/pages/b/b?id=7', '/pages/b/b?id=9'])
    expect(said(i)).toEqual(expect.arrayContaining(['数量：0', '卡片']))
    expect(i.writes.map((w) => w.path)).toEqual(['place'])
  })
})

describe('Taro 3', () => {
  const LIBRARIES = `"react": function (m, e) { e.useState = function () {}; e.useEffect = function () {}; e.createElement = function () {} },
"jsx": function (m, e) { e.jsx = function () {}; e.jsxs = e.jsx },
"taro": function (m, e) { m.exports = { initNativeApi: 1 } },
"tags": function (m, e, r) { r.d(e, "V", function () { return V }), r.d(e, "B", function () { return B }); var V = "view", B = "button" },
"runtime": function (m, e, r) { var R = r("react"); e.createReactApp = function (A, React, dom, c) { return { onLaunch: function () { mount(A) }, onShow: 1 } }; function mount() {}
  e.createPageConfig = function (C, route, data, c) { return { onLoad: function (o) { this.$taroParams = o; mount(C) } } };
  function hook(cycle) { return function (f) { var id = R.useContext(0) || "taro-app"; R.useLayoutEffect(function () { return id }, []) } }
  e.x1 = hook("componentDidShow"); e.x2 = hook("onShareAppMessage") }`
  const program = (page: string, app = 'function () { return null }'): InterpretResult =>
    walk({
      'base.wxml': '<template name="taro_tmpl"/><template name="tmpl_0_view"/>',
      'app.js': chunk(
        'app',
        `${LIBRARIES}, "app": function (m, e, r) { App(r("runtime").createReactApp(${app}, r("react"), {}, {})) }`,
        '[["app"]]',
      ),
      'pages/a/a.js': chunk(
        'pages/a/a',
        `"p": function (m, e, r) { var React = r("react"), J = r("jsx"), T = r.n(r("taro")), R = r("runtime"), V = r("tags").V, B = r("tags").B; ${page}; Page((0, R.createPageConfig)(P, 'pages/a/a', { root: { cn: [] } }, {})) }`,
        '[["p"]]',
      ),
      'pages/a/a.wxml': '<import src="../../base.wxml"/><template is="taro_tmpl" data="{{root:root}}"/>',
    })
  it('renders function components: handlers, hooks, state and texts with their places', () => {
    const page = `function Item(p) { return J.jsx(V, { onClick: function () { p.onPick(p.id) }, children: p.text }) }
function P() { var s = React.useState('加载中'), word = s[0], set = s[1];
React.useEffect(function () { T().request({ url: 'https://a.example.com' }); set('好了'); return function () { T().closeSocket() } }, []);
R.x1(function () { T().getLocation({}) }); R.x2(function () { return { title: '来看' } });
return J.jsxs(V, { children: [word, J.jsx(B, { openType: 'getPhoneNumber', onGetPhoneNumber: function (e) { T().login() }, children: '一键登录' }), ['a', 'b'].map(function (id) { return J.jsx(Item, { id: id, text: '看' + id, onPick: function (x) { T().navigateTo({ url: '/pages/' + x }) } }) })] }) }`
    const i = program(
      page,
      'function () { React.useEffect(function () { wx.checkSession() }); return null }'.replaceAll('React', 'r("react")'),
    )
    expect([...i.opaque]).toEqual([])
    expect(roots(i, 'request')).toEqual(['lifecycle onReady'])
    expect(roots(i, 'getLocation')).toEqual(['lifecycle onShow'])
    expect(roots(i, 'closeSocket')).toEqual(['unload onUnload'])
    expect(roots(i, 'login')).toEqual(['gesture getphonenumber'])
    expect(roots(i, 'checkSession')).toEqual(['lifecycle onLaunch'])
    expect(i.returned.map((x) => x.value.get('title')!.constants)).toEqual([['来看']])
    expect(i.navigations.flatMap((n) => n.url.constants).sort()).toEqual(['/pages/a', '/pages/b'])
    expect(said(i)).toEqual(expect.arrayContaining(['加载中', '好了', '一键登录', '看a', '看b']))
    const button = i.bindings.find((b) => b.event === 'getphonenumber')!
    expect(button.element.tag).toBe('button')
    expect(button.element.attributes.find((a) => a.name === 'open-type')!.value).toBe('getPhoneNumber')
    const text = i.shown.find((s) => s.value.constants.includes('一键登录'))!
    expect(text.element).toBe(button.element)
    expect(text.at.file).toBe('pages/a/a.js')
    expect(text.at.start).toBeGreaterThan(0)
  })
  it('renders classes: life cycles, setState and bound methods', () => {
    const i =
      program(`class P extends React.Component { constructor(p) { super(p); this.state = { on: '关' }; this.tap = () => { this.setState({ on: '开' }); T().scanCode({}) } }
componentDidMount() { T().login() } componentWillUnmount() { T().stopRecord() } onPullDownRefresh() { T().request({}) }
render() { return React.createElement(V, { onClick: this.tap, 'data-x': 1 }, '状态', this.state.on) } }`)
    expect(roots(i, 'login')).toEqual(['lifecycle onReady'])
    expect(roots(i, 'scanCode')).toEqual(['gesture tap'])
    expect(roots(i, 'stopRecord')).toEqual(['unload onUnload'])
    expect(roots(i, 'request')).toEqual(['gesture onPullDownRefresh'])
    expect(said(i)).toEqual(expect.arrayContaining(['状态', '关', '开']))
  })
  it('ends for trees that contain themselves', () => {
    const i = program(
      'function Tree(p) { return J.jsxs(V, { children: [J.jsx(Tree, { d: p.d + 1 }), J.jsx(Tree, p), "枝"] }) } function P() { return J.jsx(Tree, { d: 0 }) }',
    )
    expect(said(i)).toContain('枝')
  })
})

describe('what could not be followed', () => {
  it('is said with its place: broken scripts, missing modules, run times that were not understood', () => {
    const i = walk({
      'app.json': '{"pages":["pages/a/a","pages/b/b"]}',
      'base.wxml': '<template name="taro_tmpl"/><template name="tmpl_0_view"/>',
      'app.js': "require('./gone'); require('dayjs'); App({})",
      'pages/a/a.js': "require('dayjs'); Page(unknownFactory())",
      'pages/a/a.wxml': '<view/>',
      'pages/b/b.js': 'Page({ data: { "a" 1 } })',
      'pages/b/b.wxml': '<view/>',
    })
    expect(i.problems!.map((p) => `${p.kind} ${p.at.file} ${p.data['source'] ?? p.data['page'] ?? ''}`).sort()).toEqual([
      'framework-not-resolved pages/a/a.js pages/a/a',
      'framework-not-resolved pages/b/b.js pages/b/b',
      'module-missing app.js ./gone',
      'module-missing app.js dayjs',
      'script-syntax pages/b/b.js ',
    ])
    expect(i.problems!.every((p) => p.hides)).toBe(true)
  })
  it('names templates whose name is known at run time only', () => {
    const i = walk({
      'app.js': 'App({})',
      'pages/a/a.js': 'Page({ onLoad(q) { this.setData({ kind: q.kind }) } })',
      'pages/a/a.wxml': '<template name="x"/><template is="{{kind}}"/><template is="{{one ? \'x\' : \'x\'}}"/>',
    })
    expect(i.problems!.map((p) => `${p.kind} ${p.data['tag']} ${p.hides}`)).toEqual(['dynamic-component is="{{kind}}" false'])
  })
})
