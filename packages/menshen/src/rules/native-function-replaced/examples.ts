import { type Example, type Sketched, sketchMove, sketchPass, sketchRun } from '../kit.ts'

const page = { 'pages/b/b.wxml': '<view>推广</view>', 'pages/b/b.js': 'Page({})', 'pages/a/a.wxml': '<view bindtap="go">看书</view>' }

const shim = { 'pages/m/m.wxml': '<view>一</view>', 'pages/m/m.js': "Page({\n  onLoad() {\n    require('shim')(wx)\n  },\n})" }
const replaced = (text: string): Sketched => ({
  kind: 'warning',
  code: 'platform-replaced',
  text,
  stack: [{ file: 'pages/m/m.js', line: 3, column: 5, name: 'onLoad' }],
})

export const examples: readonly Example[] = [
  {
    name: { zh: '把 wx.navigateTo 换成会改去向的函数', en: 'wx.navigateTo replaced by something that changes the way' },
    files: {
      ...page,
      'pages/a/a.js':
        "const old = wx.navigateTo\nwx.navigateTo = (o) => old({ ...o, url: Math.random() < 0.2 ? '/pages/b/b' : o.url })\nPage({ go() { wx.navigateTo({ url: '/pages/a/a?id=1' }) } })",
    },
    expect: [{ message: 'navigation-replaced', file: 'pages/a/a.js', excerpt: 'wx.navigateTo', verdict: 'violation' }],
  },
  {
    name: { zh: '替换的函数只是认识旧路径，别处写明的页面照去', en: 'the replacement knows old paths; pages named elsewhere are reached' },
    files: {
      ...page,
      'pages/a/a.js':
        "const paths = require('./paths')\nconst old = wx.navigateTo\nwx.navigateTo = function (o) { o.url = paths[o.url] || o.url; old(o) }\nPage({ go() { wx.navigateTo({ url: '/pages/a/a?id=1' }) } })",
      'pages/a/paths.js': 'module.exports = {}',
    },
    expect: [{ message: 'navigation-replaced', file: 'pages/a/a.js', excerpt: 'wx.navigateTo', verdict: 'review' }],
  },
  {
    name: { zh: '改写 wx.request', en: 'wx.request replaced' },
    files: {
      ...page,
      'pages/a/a.js':
        "const old = wx.request\nwx.request = (o) => old({ ...o, header: { v: '1' } })\nPage({ go() { wx.request({ url: 'https://api.example.org' }) } })",
    },
    expect: [{ message: 'function-replaced', verdict: 'review' }],
  },
  {
    name: { zh: '静音时仍然出声', en: 'sound in silent mode' },
    files: { ...page, 'pages/a/a.js': 'Page({ go() { wx.setInnerAudioOption({ obeyMuteSwitch: false }) } })' },
    expect: [{ message: 'mute-ignored', excerpt: 'wx.setInnerAudioOption' }],
  },
  {
    name: { zh: '自己的跳转函数；遵循静音开关', en: 'a navigation function of one’s own, and the mute switch obeyed' },
    files: {
      ...page,
      'pages/a/a.js':
        "const app = { navigateTo: null }\napp.navigateTo = (url) => wx.navigateTo({ url: url + '?from=a' })\nPage({ go() { wx.setInnerAudioOption({ obeyMuteSwitch: true }); app.navigateTo('/pages/b/b') } })",
    },
    expect: [],
  },
  {
    name: { zh: '运行时换掉了跳转接口', en: 'a navigation function is replaced in a run' },
    files: shim,
    run: sketchRun(
      sketchPass({}, sketchMove({ do: 'launch' }, { records: [replaced('navigateTo')], screen: { route: 'pages/m/m', texts: ['一'] } })),
    ),
    expect: [{ message: 'navigation-replaced', file: 'pages/m/m.js', excerpt: 'require', verdict: 'review' }],
  },
  {
    name: { zh: '用 defineProperty 把跳转换到自己的中间页', en: 'defineProperty sends every move to a page in between' },
    files: {
      ...page,
      'app.js':
        "const raw = wx.navigateTo\nObject.defineProperty(wx, 'navigateTo', { get: () => (o) => raw({ url: '/pages/ad/ad?to=' + encodeURIComponent(o.url) }) })\nApp({})",
      'pages/a/a.js': "Page({ go() { wx.navigateTo({ url: '/pages/b/b' }) } })",
    },
    expect: [{ message: 'navigation-replaced', file: 'app.js', verdict: 'violation' }],
  },
  {
    name: { zh: '音效设置里可以选择是否遵循静音', en: 'a setting lets people choose whether the mute switch counts' },
    files: {
      ...page,
      'pages/a/a.js':
        "let obey = false\nconst kept = wx.getStorageSync('obey')\nif (kept !== '') obey = kept\nPage({ go() { const a = wx.createInnerAudioContext(); a.obeyMuteSwitch = obey; a.src = '/ding.mp3'; a.play() } })",
    },
    expect: [{ message: 'mute-ignored', verdict: 'review' }],
  },
  {
    name: { zh: '短路由换成真实路径的跳转', en: 'short routes are turned into the paths of pages' },
    files: {
      ...page,
      'routes.js': "module.exports = { a: 'pages/a/a', b: 'pages/b/b' }",
      'app.js':
        "const routes = require('./routes')\nconst raw = wx.navigateTo\nwx.navigateTo = (o) => { const name = o.url.replace(/^\\//, ''); o.url = '/' + (routes[name] || name); raw(o) }\nApp({})",
      'pages/a/a.js': "Page({ go() { wx.navigateTo({ url: '/b' }) } })",
    },
    expect: [{ message: 'navigation-replaced', file: 'app.js', verdict: 'review' }],
  },
]
