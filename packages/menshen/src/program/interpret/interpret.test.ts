import { describe, expect, it } from 'vitest'
import { loadProgram } from '../load.ts'
import { memoryFiles } from '../memory.ts'
import { interpret } from './index.ts'
import type { ApiCall, Interpretation } from './types.ts'

const APP = '{"pages":["pages/a/a"]}'
/** Interprets a program of one page: its script, its template and further files. */
function walk(script: string, template = '<view/>', files: Record<string, string> = {}): Interpretation {
  const all = { 'app.json': APP, 'app.js': 'App({})', 'pages/a/a.json': '{}', 'pages/a/a.js': script, 'pages/a/a.wxml': template, ...files }
  return interpret(loadProgram(memoryFiles(all), { root: '', platform: 'wechat' }))
}
const only = (calls: readonly ApiCall[]): ApiCall => {
  expect(calls).toHaveLength(1)
  return calls[0]!
}
const roots = (i: Interpretation, api: string): string[] =>
  i.callsOf(api).flatMap((c) => c.contexts.map((x) => `${x.root.kind} ${x.root.name}`))

describe('who calls a platform function', () => {
  it('takes what a caller hands over in an object of its own for granted', () => {
    const sdk = `const U = { where(o, done) { if (!o.location) { wx.getLocation({ success: done }) } else { done(o.location) } } }
exports.geo = (o) => { o = o || {}; o.fail = o.fail || function () {}; U.where(o, (at) => wx.request({ url: 'https://api.example.org/' + at.latitude })) }`
    const page = (given: string) =>
      walk(`const { geo } = require('../../lib/sdk'); Page({ onLoad() { geo({ ${given} }) } })`, '<view/>', { 'lib/sdk.js': sdk })
    expect(roots(page('location: { latitude: 31, longitude: 121 }'), 'getLocation')).toEqual([])
    expect(roots(page('success() {}'), 'getLocation')).toEqual(['lifecycle onLoad'])
    // An object that others hold may be filled in the meantime.
    const kept = walk(`const o = { location: null }
const ask = (o) => { if (o.location) wx.getLocation({}) }
Page({ onLoad() { ask(o) }, onShow() { o.location = 1 } })`)
    expect(roots(kept, 'getLocation')).toEqual(['lifecycle onLoad'])
  })
  it('leaves out what a setting of the package switches off, unless somebody may switch it on', () => {
    const at = (conf: string, script = '', files: Record<string, string> = {}) =>
      roots(
        walk(
          `const conf = require('../../conf'); ${script}
Page({ onLoad() { wx.getSetting({ success: () => conf.locate && wx.getLocation({}) }) } })`,
          '<view/>',
          { 'conf.js': conf, ...files },
        ),
        'getLocation',
      )
    const runs = ['lifecycle onLoad']
    expect(at('exports.key = "k", exports.locate = !1')).toEqual([])
    expect(at('exports.default = void 0; exports.key = "k"')).toEqual([])
    expect(at('exports.locate = true')).toEqual(runs)
    // Written later, by whatever comes from outside, or where nobody can look.
    expect(at('exports.locate = false', 'setTimeout(() => { conf.locate = true }, 9)')).toEqual(runs)
    expect(at('exports.key = "k"', "Object.assign(conf, wx.getStorageSync('conf'))")).toEqual(runs)
    expect(at('exports.key = "k"', "require('../../gone').fill(conf)")).toEqual(runs)
    expect(at('exports.locate = false', "for (const k of wx.getStorageSync('on')) conf[k] = true")).toEqual(runs)
  })
  it('keeps the fields of one setting together in a text, and takes what was filtered out for gone', () => {
    const urls = (text: string) =>
      only(
        walk(
          `const all = { a: { s: 'http', h: '127.0.0.1' }, b: { s: 'https', h: 'b.example.org' } }
Page({ onLoad(q) { const one = all[q.env] || all.b; wx.request({ url: ${text} }) } })`,
        ).callsOf('request'),
      )
        .contexts[0]!.args[0]!.get('url')!
        .constants.toSorted()
    expect(urls("one.s + '://' + one.h")).toEqual(['http://127.0.0.1', 'https://b.example.org'])
    expect(urls('`${one.s}://${one.h}/v1`')).toEqual(['http://127.0.0.1/v1', 'https://b.example.org/v1'])
    expect(urls("one.s + '://c.example.org'")).toEqual(['http://c.example.org', 'https://c.example.org'])
    const rows = (test: string) =>
      walk(
        `const rows = [{ t: '甲', on: ['x'] }, { t: '乙', on: ['y'] }]
Page({ data: { rows: rows.filter(${test}) }, onLoad(q) { this.q = q.id } })`,
        '<view wx:for="{{rows}}">{{item.t}}</view>',
      ).shown.find(({ slot }) => slot === '')?.value.constants ?? []
    expect(rows("(r) => r.on.includes('x')")).toEqual(['甲'])
    expect(rows('(r) => wx.getStorageSync(r.t)')).toEqual(['甲', '乙'])
  })
  it('follows an alias, a wrapper in another module and a promise to the life cycle', () => {
    const i = walk(`const geo = require('../../lib/geo'); Page({ onLoad() { this.go() }, async go() { await geo.where() } })`, '<view/>', {
      'lib/geo.js': `const { getLocation } = wx
const ask = (o) => new Promise((ok, no) => getLocation({ ...o, success: ok, fail: no }))
exports.where = () => ask({ type: 'gcj02' })`,
    })
    const call = only(i.callsOf('getLocation'))
    expect(roots(i, 'getLocation')).toEqual(['lifecycle onLoad'])
    expect(call.contexts[0]!.path.map((s) => s.name)).toEqual(['onLoad', 'go', 'where', 'ask', ''])
    expect(call.contexts[0]!.args[0]!.get('type')!.constants).toEqual(['gcj02'])
  })
  it('tells a tap from a page that loads, for the same helper', () => {
    const i = walk(
      `Page({ onLoad() { help('login') }, tap() { help('chooseImage') } }); function help(k) { wx[k]({}) }`,
      '<button bindtap="tap"/>',
    )
    expect(roots(i, 'login')).toEqual(['lifecycle onLoad'])
    expect(roots(i, 'chooseImage')).toEqual(['gesture tap'])
  })
  it('folds names put together from pieces', () => {
    const i = walk(`const w = wx; const A = ['get','User','Info'].join(''); const B = 'navigateTo' + 'MiniProgram'
Page({ onShow() { w[A]({}); w[B]({}); w[String.fromCharCode(108,111,103,105,110)]() } })`)
    for (const api of ['getUserInfo', 'navigateToMiniProgram', 'login']) expect(roots(i, api)).toEqual(['lifecycle onShow'])
  })
  it('reads names that are written backwards', () => {
    const i = walk(`const s = 'nigol'
Page({ onLoad() { wx[[...s].reverse().join('')]() }, onShow() { wx['noitacoLteg'.split('').reverse().join('')]() } })`)
    expect(roots(i, 'login')).toEqual(['lifecycle onLoad'])
    expect(roots(i, 'getLocation')).toEqual(['lifecycle onShow'])
  })
  it('keeps the alternative to what a table may not hold', () => {
    const i = walk(`const pages = { a: '/pages/b/b' }
Page({ onLoad(q) { const t = { x: { url: '/pages/b/b' } }; wx.navigateTo(t[q.to] || { url: '/pages/none/none' }) } })`)
    const urls = i.callsOf('navigateTo').flatMap((call) => call.contexts.flatMap((c) => c.args[0]!.get('url')!.constants))
    expect(urls.sort()).toEqual(['/pages/b/b', '/pages/none/none'])
  })
  it('follows what is gathered from an answer', () => {
    const i = walk(`Page({ onLoad() { wx.getUserInfo({ success: (res) => {
  const all = res.list.reduce((kept, one) => { kept.push(one.nickName); return kept }, [])
  wx.request({ url: 'https://example.org', data: all }) } }) } })`)
    const data = i.callsOf('request')[0]!.contexts[0]!.args[0]!.get('data')!
    expect(data.origins.map((o) => `${o.name} ${o.path}`)).toContain('getUserInfo list.nickName')
  })
  it('keeps what is known of a text beside what is not, with its place', () => {
    const i = walk(
      `const steps = ['先打开设置', '再点开始']
Page({ data: { steps: [] }, onLoad() { this.setData({ steps }) } })`,
      '<view wx:for="{{steps}}">{{index + 1}}. {{item}}</view>',
    )
    const { value } = i.shown.find((one) => one.slot === '')!
    const texts = value.pieces.map((parts) => parts.map((part) => part ?? '…').join(''))
    expect(texts).toContain('…. 再点开始')
    expect(value.piecesAt[texts.indexOf('…. 再点开始')]).toMatchObject({ file: 'pages/a/a.js', start: 24, end: 30 })
  })
  it('gives each promisified function its own name back, from loops and from forEach', () => {
    const loops = [
      `const p = {}; for (const k of ['login', 'getLocation']) p[k] = (o) => new Promise((success) => wx[k]({ ...o, success }))`,
      `const p = {}; Object.keys(wx).forEach((k) => { p[k] = (o) => new Promise((success) => wx[k](Object.assign({}, o, { success }))) })`,
      `const p = new Proxy(wx, { get: (t, k) => (o) => new Promise((success) => t[k]({ ...o, success })) })`,
    ]
    for (const source of loops) {
      const i = walk(`${source}; Page({ onLoad() { p.login() }, tap() { p.getLocation({}) } })`, '<view bindtap="tap"/>')
      expect(roots(i, 'login'), source).toEqual(['lifecycle onLoad'])
      expect(roots(i, 'getLocation'), source).toEqual(['gesture tap'])
    }
  })
  it('keeps the root through timers, promises, array methods and request callbacks', () => {
    const i = walk(
      `Page({ onReady() { setTimeout(() => [1].forEach(() => Promise.resolve().then(() => wx.request({ complete: () => wx.scanCode({}) }))), 9) } })`,
    )
    const context = only(i.callsOf('scanCode')).contexts[0]!
    expect(context.root.name).toBe('onReady')
    expect(context.path.map((s) => s.how)).toContain('timer')
    expect(context.after.map((c) => c.api)).toEqual(['request'])
  })
  it('has walks left for the next request when the one before signed in again by requests', () => {
    const again = ['a', 'b', 'c'].map((name) => `post('/' + code + '${name}').then(() => {}, () => {});`).join(' ')
    const http = `const sign = () => wx.login({ success: ({ code }) => { ${again} } })
const post = (url) => new Promise((ok, no) => wx.request({ url, success: (r) => { if (r.data.code === 300) sign(); else ok(r.data) }, fail: () => { sign(); no() } }))
module.exports = { post }`
    const i = walk(
      `const { post } = require('../../lib/http')
Page({ data: { on: 0 }, onLoad() { post('/one'); post('/two'); post('/three').then((r) => this.setData({ on: r.on })) } })`,
      '<view wx:if="{{on}}"/>',
      { 'lib/http.js': http },
    )
    const { value } = i.shown.find(({ slot }) => slot === 'wx:if')!
    expect(value.origins.map(({ source, path }) => `${source} ${path}`)).toEqual(['response data.on'])
  })
  it('takes a name that holds a field of the data for as unsettled as the field', () => {
    const i = walk(`Page({ data: { left: 3, open: false }, onReady() { setInterval(() => { const left = this.data.left - 1
this.setData({ left }); if (left <= 0) wx.scanCode({}) }, 9) }, onShow() { const { open } = this.data; if (open) wx.login({}); const fixed = 3; if (fixed <= 0) wx.chooseImage({}) } })`)
    expect(roots(i, 'scanCode')).toEqual(['lifecycle onReady'])
    expect(roots(i, 'login')).toEqual(['lifecycle onShow'])
    expect(i.callsOf('chooseImage')).toEqual([])
  })
  it('does not call the methods of a page that is handed over as itself', () => {
    const i = walk(
      `const { draw } = require('./gone'); Page({ onReady() { wx.createSelectorQuery().in(this).select('#a').exec(); wx.createIntersectionObserver(this); const o = { context: this }; wx.createSelectorQuery().in(o.context); draw('a', this) }, confirm() { wx.login() }, save() { wx.scanCode({}) } })`,
      '<view bindtap="save"/><view bindtap="confirm"/>',
    )
    expect(roots(i, 'scanCode')).toEqual(['gesture tap'])
    expect(roots(i, 'login')).toEqual(['gesture tap'])
  })
  it('follows async code compiled to generators and helpers', () => {
    const i = walk(`Page({ onLoad: _asyncToGenerator(regenerator.mark(function f() { var that = this
return regenerator.wrap(function f$(_c) { while (1) switch (_c.prev = _c.next) { case 0: _c.next = 2; return wx.login(); case 2: wx.getLocation({}); case 3: case "end": return _c.stop() } }, f, this) })) })`)
    expect(
      i
        .callsOf('getLocation')
        .flatMap((c) => c.contexts)
        .some((c) => c.root.kind === 'lifecycle'),
    ).toBe(true)
  })
  it('finds pages made by a factory, by Component, by a class and through behaviours', () => {
    const files = {
      'lib/make.js': `module.exports = (o) => Component({ methods: { ...o.methods, base() { wx.scanCode({}) } }, lifetimes: { attached() { this.base() } } })`,
      'lib/b.js': `module.exports = Behavior({ pageLifetimes: { show() { wx.login() } } })`,
    }
    expect(roots(walk(`require('../../lib/make')({ methods: {} })`, '<view/>', files), 'scanCode')).toEqual(['lifecycle attached'])
    expect(roots(walk(`Component({ behaviors: [require('../../lib/b')] })`, '<view/>', files), 'login')).toEqual(['lifecycle show'])
    expect(roots(walk(`class P { onLoad() { wx.login() } }; Page(new P())`), 'login')).toEqual(['lifecycle onLoad'])
  })
  it('leaves what nothing reaches without a context that counts', () => {
    const i = walk(`Page({ dead() { wx.getLocation({}) } }); function never() { wx.chooseAddress({}) }`)
    expect(roots(i, 'getLocation')).toEqual(['unbound dead'])
    expect(i.callsOf('chooseAddress')).toEqual([])
    expect(i.mentions.some((m) => m.api === 'chooseAddress')).toBe(true)
  })
  it('takes only the side of a platform test that this platform has', () => {
    const i = walk(
      `const api = typeof tt !== 'undefined' ? tt : wx; Page({ onLoad() { api.login(); if (typeof tt !== 'undefined') tt.pay({}) } })`,
    )
    expect(only(i.callsOf('login')).ns).toBe('wx')
    expect(i.callsOf('pay')).toEqual([])
  })
  it('follows ES modules, re-exports and cycles', () => {
    const i = walk(`import { go } from '../../lib/index'; Page({ onLoad() { go() } })`, '<view/>', {
      'lib/index.js': `export * from './a'; export const x = 1`,
      'lib/a.js': `import { x } from './index'; export function go() { wx.login({ x }) }`,
    })
    expect(roots(i, 'login')).toEqual(['lifecycle onLoad'])
  })
})

describe('conditions and consent', () => {
  it('writes down what was confirmed, with early returns and negations turned round', () => {
    const i = walk(
      `Page({ tap() { wx.showModal({ content: '用于配送', success: (r) => { if (!r.confirm) return; wx.getLocation({}) } }) } })`,
      '<view bindtap="tap"/>',
    )
    const context = only(i.callsOf('getLocation')).contexts[0]!
    expect(context.after.map((c) => c.api)).toEqual(['showModal'])
    expect(context.guards.map((g) => [g.holds, g.source, g.origins.map((o) => `${o.name}.${o.path}`)])).toEqual([
      [true, 'r.confirm', ['showModal.confirm']],
    ])
  })
  it('splits conjunctions and keeps the granted scope', () => {
    const i = walk(
      `Page({ onLoad() { wx.getSetting({ success: (r) => { if (r.authSetting['scope.userInfo'] && this.x) wx.getUserInfo({}) } }) } })`,
    )
    const guards = only(i.callsOf('getUserInfo')).contexts[0]!.guards
    expect(guards[0]!.origins[0]!.path).toBe('authSetting.scope.userInfo')
    expect(guards).toHaveLength(2)
  })
})

describe('values', () => {
  it('knows the addresses of a menu kept in another module', () => {
    const i = walk(
      `const menu = require('../../menu'); Page({ data: { menu }, open(e) { const { url } = menu[e.currentTarget.dataset.i]; wx.navigateTo({ url }) } })`,
      '<view wx:for="{{menu}}" data-i="{{index}}" bindtap="open">{{item.name}}</view>',
      {
        'menu.js': `const at = (n) => "/pages/".concat(n, "/", n); module.exports = [{ name: "一", url: at("a") }, { name: "二", url: at("b") }]`,
      },
    )
    expect(i.navigations.map((n) => n.url.constants)).toEqual([['/pages/a/a', '/pages/b/b']])
    const names = i.shown.find((s) => s.slot === '')!
    expect(names.value.places.map((p) => [p.constant, p.at.file])).toEqual([
      ['一', 'menu.js'],
      ['二', 'menu.js'],
    ])
  })
  it('carries an origin through data, storage and a wrapper to where it is sent', () => {
    const i = walk(
      `Page({ onLoad() { wx.getLocation({ success: (r) => this.setData({ at: r.latitude }) }) }, tap() { wx.setStorageSync('k', this.data.at); send(wx.getStorageSync('k')) } })
const send = (v) => wx.request({ url: 'https://x.example.org', data: { v } })`,
      '<view bindtap="tap"/>',
    )
    const data = only(i.callsOf('request')).contexts[0]!.args[0]!.get('data')!
    const origin = data.origins.find((o) => o.name === 'getLocation')!
    expect(origin.path).toBe('latitude')
    const channels: (string | undefined)[] = []
    for (let o: typeof origin | undefined = origin; o; o = o.from) channels.push(o.channel)
    expect(channels).toEqual(['storage:k', 'setData', undefined])
  })
  it('says what may be in the data after every handler', () => {
    const i = walk(
      `Page({ data: { layer: { on: false } }, onLoad() { this.setData({ ['lay' + 'er']: { on: true } }) }, close() { const o = {}; o['layer' + '.on'] = !1; this.setData(o) } })`,
      '<view wx:if="{{layer.on}}"><text bindtap="close">×</text></view>',
    )
    expect(i.writes.map((w) => [w.path, w.root.name, w.value.constants])).toEqual([
      ['layer', 'onLoad', []],
      ['layer.on', 'tap', [false]],
    ])
    expect(i.shown.find((s) => s.slot === 'wx:if')!.value.constants).toEqual(expect.arrayContaining([true, false]))
  })
  it('runs observers and hands properties to components, and events back', () => {
    const i = walk(
      `Page({ data: { song: '' }, onLoad() { this.setData({ song: 'a.mp3' }) }, got(e) { wx.request({ url: e.detail.u }) } })`,
      '<bgm src="{{song}}" bind:done="got"/>',
      {
        'pages/a/a.json': '{"usingComponents":{"bgm":"/c/bgm"}}',
        'c/bgm.json': '{"component":true}',
        'c/bgm.wxml': '<view bindtap="t">♪</view>',
        'c/bgm.js': `Component({ properties: { src: String }, observers: { src(s) { const c = wx.createInnerAudioContext(); Object.assign(c, { src: s, autoplay: true }) } }, methods: { t() { this.triggerEvent('done', { u: 'https://e.example.org' }) } } })`,
      },
    )
    expect(only(i.callsOf('InnerAudioContext.autoplay=')).contexts[0]!.args[0]!.constants).toEqual([true])
    const request = only(i.callsOf('request')).contexts[0]!
    expect(request.root.kind).toBe('gesture')
    expect(request.args[0]!.get('url')!.constants).toEqual(['https://e.example.org'])
  })
  it('reads WXS modules and templates with data', () => {
    const i = walk(
      'Page({ data: { n: 3 } })',
      '<wxs module="f">module.exports = { say: function(x) { return "共" + x + "件" } }</wxs><template name="t"><text>{{label}}</text></template><template is="t" data="{{label: f.say(n)}}"/>',
    )
    expect(i.shown.flatMap((s) => s.value.constants)).toContain('共3件')
  })
})

describe('bindings and reachability', () => {
  it('tells missing, empty and found handlers apart', () => {
    const i = walk('Page({ a() {}, b() { this.x = 1 } })', '<view bindtap="a"/><view bindtap="b"/><view bindtap="c"/>')
    expect(i.bindings.map((b) => [b.handlers[0], b.status, b.empty])).toEqual([
      ['a', 'found', true],
      ['b', 'found', false],
      ['c', 'missing', false],
    ])
  })
  it('does not call a handler missing when the unit is not fully understood', () => {
    const i = walk(`Page(Object.assign({}, require('nowhere')))`, '<view bindtap="c"/>')
    expect(i.bindings[0]!.status).toBe('unknown')
  })
  it('reaches pages over calls, navigators and the tab bar only', () => {
    const i = walk(`Page({ go() { wx.navigateTo({ url: '../b/b?x=1' }) } })`, '<view bindtap="go"/>', {
      'app.json': '{"pages":["pages/a/a","pages/b/b","pages/c/c","pages/d/d"]}',
      'pages/b/b.js': 'Page({})',
      'pages/b/b.wxml': '<navigator url="/pages/c/c">去</navigator>',
      'pages/c/c.js': 'Page({})',
      'pages/c/c.wxml': '',
      'pages/d/d.js': 'Page({})',
      'pages/d/d.wxml': '',
    })
    expect([...i.reachable].sort()).toEqual(['pages/a/a', 'pages/b/b', 'pages/c/c'])
  })
})

describe('tables that are filled in a loop', () => {
  it('knows methods whose names have a counted number in them', () => {
    const i = walk(
      `var page = {}
for (var i = 1; i < 4; ++i) { (function (n) { page['pick' + n] = function () { n === 2 ? wx.login({}) : wx.scanCode({}) } })(i) }
Page(page)`,
      '<view bindtap="pick1"/><view bindtap="pick2"/><view bindtap="pick4"/>',
    )
    expect(i.opaque.size).toBe(0)
    expect(i.bindings.map(({ status }) => status)).toEqual(['found', 'found', 'missing'])
    expect(roots(i, 'login')).toEqual(['gesture tap'])
  })
  it('says so where the number is not known, or there are too many', () => {
    for (const to of ['COUNT', '400'])
      expect(
        walk(`var page = {}
for (var i = 1; i < ${to}; ++i) { page['pick' + i] = function () {} }
Page(page)`).opaque.get('pages/a/a'),
      ).toBe('options-open')
  })
})

describe('what was walked before', () => {
  /** Sixty calls of a function, each under a condition of its own. */
  const often = (call: (k: number) => string) => Array.from({ length: 60 }, (_, k) => `if (o.a${k}) { ${call(k)} }`).join('\n')
  it('answers from memory where a function only answers, whatever the conditions', () => {
    const i = walk(`const page = (o) => { const name = o.kind ? 'x' : 'y'; return '/pages/a/' + name }
Page({ onLoad(o) { ${often(() => 'page(o)')}
wx.navigateTo({ url: page(o) }) } })`)
    expect(only(i.callsOf('navigateTo')).contexts[0]!.args[0]!.get('url')!.constants).toEqual(['/pages/a/x', '/pages/a/y'])
  })
  it('walks again what calls the platform, or is answered by a condition of the caller', () => {
    const i = walk(`const ask = (k) => { if (k) wx.login({}) }
const yes = () => true
Page({ onLoad(o) { if (o.a) ask(o); if (o.b) ask(o) },
onShow() { yes(); wx.request({ url: 'https://a.example/', success: (r) => { if (r.data.on) this.setData({ on: yes() }) } }) } })`)
    expect(only(i.callsOf('login')).contexts.map((c) => c.guards.map((g) => g.source))).toEqual([
      ['o.a', 'k'],
      ['o.b', 'k'],
    ])
    const write = i.writes.find(({ path }) => path === 'on')!
    expect(write.value.origins.length).toBeGreaterThan(0)
  })
  it('has enough for a root that normalises all it stored', () => {
    const part = (k: number) =>
      `const part${k} = (v) => ({ ${Array.from({ length: 40 }, (_, i) => `f${i}: v.f${i} ? v.f${i} : ${i}`).join(', ')} })`
    const i = walk(`${Array.from({ length: 300 }, (_, k) => part(k)).join('\n')}
Page({ onLoad() { const s = wx.getStorageSync('all')
${Array.from({ length: 300 }, (_, k) => `part${k}(s.p${k})`).join('\n')}
wx.login({}) } })`)
    expect(roots(i, 'login')).toEqual(['lifecycle onLoad'])
    expect(i.opaque.size).toBe(0)
  })
})

describe('bounds', () => {
  it('ends on endless recursion, self-growing lists and loops without end', () => {
    const i = walk(`function f(n) { g(n + 1); f(n + 1) } function g(n) { f([n]); return g(g(n)) }
Page({ onLoad() { const a = [1]; for (const x of a) a.push(x); while (true) { a.push(a); f(0) } }, onShow() { const t = { a: {} }; t.a.b = t; JSON.stringify(t); this.setData({ t }); wx.login() } })`)
    expect(roots(i, 'login')).toEqual(['lifecycle onShow'])
  })
  it('says so when it had to stop', () => {
    const program = {
      'app.json': APP,
      'pages/a/a.js': 'Page({ onLoad() { for (const k of [1, 2, 3]) this.f(k) }, f(k) { wx.login({ k }) } })',
      'pages/a/a.wxml': '',
    }
    const model = loadProgram(memoryFiles(program), { root: '', platform: 'wechat' })
    expect(interpret(model).opaque.size).toBe(0)
    expect(interpret(model, { fuel: 20 }).opaque.get('pages/a/a')).toBe('fuel')
  })
  it('does not touch prototypes, whatever the program writes', () => {
    walk(
      `Page({ onLoad() { const o = {}; o['__proto__'].polluted = 1; o.constructor.prototype.polluted = 1; Object.prototype.polluted = 1; this.setData({ '__proto__.polluted': 1 }) } })`,
    )
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })
})
