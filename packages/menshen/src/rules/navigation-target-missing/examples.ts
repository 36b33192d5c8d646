import { type Example, finger, sketchMove, sketchPass, sketchRun, tapped, went } from '../kit.ts'

const list = { 'pages/list/list.wxml': '<view>目录</view>', 'pages/list/list.js': 'Page({})' }

/** The kind of a trip comes from the server and is part of the address. */
const trips = {
  'pages/home/home.wxml': '<view wx:for="{{trips}}" bindtap="open">{{item.name}}</view>',
  'pages/home/home.js': "Page({\n  open(e) {\n    require('go')(e)\n  },\n})",
}
const home = { texts: ['谷口过夜'], tappables: [{ text: '谷口过夜', handler: 'open' }] }
const goes = (why: string, to: string, after?: object) =>
  sketchRun(
    sketchPass(
      { kind: 'taps' },
      sketchMove({ do: 'open', route: 'pages/home/home', query: '' }, { screen: home }),
      sketchMove(
        { do: 'tap', selector: 'view{谷口过夜}', text: '谷口过夜' },
        {
          records: [finger('谷口过夜', 'open', 1), went(to, { at: 'pages/home/home.js:3:5', cause: tapped(1), ok: false, why })],
          ...(after ? { screen: after } : {}),
        },
      ),
    ),
  )

export const examples: readonly Example[] = [
  {
    name: { zh: '菜单表里的地址由函数拼出，页面没有登记', en: 'a menu table builds the address by a function; the page is not listed' },
    files: {
      'pages/home/home.wxml': '<view wx:for="{{menu}}" bindtap="open" data-i="{{index}}">{{item.name}}</view>',
      'pages/home/home.js':
        "const { menu } = require('../../config')\nPage({ data: { menu }, open(e) { wx.navigateTo({ url: menu[e.currentTarget.dataset.i].url }) } })",
      'config.js':
        "const to = (n) => `/pages/${n}/${n}`\nmodule.exports = { menu: [{ name: '目录', url: to('list') }, { name: '借书', url: to('loan') }] }",
      ...list,
    },
    expect: [{ message: 'missing', file: 'config.js', verdict: 'violation' }],
  },
  {
    name: { zh: '导航元素写错了路径', en: 'a navigator’s path is wrong' },
    files: {
      'pages/home/home.wxml': '<navigator url="../lists/list?id=1">目录</navigator>',
      'pages/home/home.js': 'Page({})',
      ...list,
    },
    expect: [{ message: 'missing', file: 'pages/home/home.wxml', verdict: 'violation' }],
  },
  {
    name: { zh: '用 navigateTo 打开标签页', en: 'navigateTo opens a tab page' },
    files: {
      'app.json':
        '{ "pages": ["pages/home/home", "pages/list/list"], "tabBar": { "list": [{ "pagePath": "pages/home/home", "text": "首页" }, { "pagePath": "pages/list/list", "text": "目录" }] } }',
      'pages/home/home.wxml': '<button bindtap="go">目录</button>',
      'pages/home/home.js': "Page({ go() { wx.navigateTo({ url: '/pages/list/list' }) } })",
      ...list,
    },
    expect: [{ message: 'tab-mismatch', file: 'pages/home/home.js', excerpt: "'/pages/list/list'" }],
  },
  {
    name: {
      zh: '地址都在：相对、带参数、在分包里；未绑定的旧方法不算',
      en: 'all targets exist, relative, with a query, in a subpackage; a method that nothing calls does not count',
    },
    files: {
      'app.json': '{ "pages": ["pages/home/home", "pages/list/list"], "subPackages": [{ "root": "pkg", "pages": ["book/book"] }] }',
      'pkg/book/book.wxml': '<view>书</view>',
      'pkg/book/book.js': "Page({ onLoad() {}, back() { wx.redirectTo({ url: '../../pages/list/list' }) } })",
      'pages/home/home.wxml': '<button bindtap="go">目录</button><navigator url="{{to}}">书</navigator>',
      'pages/home/home.js':
        "Page({ data: { to: '/pkg/book/book?id=' + 7 }, go() { wx.navigateTo({ url: '../list/list?x=1' }) }, old() { wx.navigateTo({ url: '/pages/gone/gone' }) } })",
      ...list,
    },
    expect: [],
  },
  {
    name: {
      zh: '一张表分几种元素画出来：各有各的前缀，点按只用于其中一种',
      en: 'a table drawn by several kinds of elements, each with its own prefix; the tap is for one of them',
    },
    files: {
      'pages/home/home.wxml':
        '<block wx:for="{{menu}}"><view wx:if="{{item.own}}" bindtap="open" data-url="{{item.url}}">{{item.name}}</view><navigator wx:else url="/pages/{{item.url}}">{{item.name}}</navigator></block>',
      'pages/home/home.js':
        "Page({ data: { menu: [{ url: 'list/list', name: '目录' }, { own: true, url: '/pages/list/list', name: '全部' }] }, open(e) { wx.navigateTo({ url: e.currentTarget.dataset.url }) } })",
      ...list,
    },
    expect: [{ message: 'missing', verdict: 'review' }],
  },
  {
    name: { zh: '几个入口通向同一个不存在的页面：一处问题', en: 'several entries to one page that does not exist are one cause' },
    files: {
      'pages/home/home.wxml':
        '<navigator url="/pages/rates/rates">运费</navigator>\n<navigator url="/pages/rates/rates?group=1">团购</navigator>',
      ...list,
    },
    expect: [{ message: 'missing', excerpt: '/pages/rates/rates', verdict: 'violation' }],
  },
  {
    name: { zh: '一个方法按地址分别用 switchTab 和 navigateTo', en: 'one handler opens tabs and pages each in their own way' },
    files: {
      'app.json':
        '{ "pages": ["pages/home/home", "pages/list/list", "pages/mine/mine"], "tabBar": { "list": [{ "pagePath": "pages/home/home", "text": "a" }, { "pagePath": "pages/mine/mine", "text": "b" }] } }',
      'pages/home/home.wxml':
        '<view data-url="/pages/mine/mine" bindtap="open">我的</view><view data-url="/pages/list/list" bindtap="open">目录</view>',
      'pages/home/home.js':
        "Page({ open(e) { const { url } = e.currentTarget.dataset; if (url.startsWith('/pages/mine')) wx.switchTab({ url }); else wx.navigateTo({ url }) } })",
      'pages/mine/mine.wxml': '<view>我</view>',
      'pages/mine/mine.js': 'Page({})',
      ...list,
    },
    expect: [],
  },
  {
    name: { zh: '服务器给的类别没有对应的页面', en: 'a kind that the server sends has no page' },
    files: trips,
    run: goes('page "pages/camp/camp" is not found', 'pages/camp/camp?id=3'),
    expect: [{ message: 'missing', file: 'pages/home/home.js', excerpt: 'require', verdict: 'violation' }],
  },
  {
    name: { zh: '用 navigateTo 打开标签页，点了没反应', en: 'navigateTo for a tab page, and nothing happens' },
    files: trips,
    run: goes('can not navigateTo a tabbar page', 'pages/home/home'),
    expect: [{ message: 'tab-mismatch', file: 'pages/home/home.js', verdict: 'violation' }],
  },
  {
    name: { zh: '打不开时给了说明', en: 'says so where it cannot be opened' },
    files: trips,
    run: goes('page "pages/camp/camp" is not found', 'pages/camp/camp', { texts: ['谷口过夜', '这个活动请电话报名'] }),
    expect: [{ message: 'missing', file: 'pages/home/home.js', verdict: 'review' }],
  },
  {
    name: { zh: '没有给编号而拼出来的地址', en: 'an address put together without a number that was never given' },
    files: trips,
    run: goes('page "pages/undefined/undefined" is not found', 'pages/undefined/undefined'),
    expect: [],
  },
  {
    name: { zh: '地址由同一个名字拼两次', en: 'an address that says one name twice' },
    files: {
      'app.json': '{ "pages": ["pages/home/home", "pages/list/list", "pages/mine/mine"] }',
      'pages/home/home.wxml': '<view data-p="list" bindtap="open">目录</view><view data-p="mine" bindtap="open">我的</view>',
      'pages/home/home.js': "Page({ open(e) { const p = e.currentTarget.dataset.p; wx.navigateTo({ url: '/pages/' + p + '/' + p }) } })",
      'pages/mine/mine.wxml': '<view>我</view>',
      'pages/mine/mine.js': 'Page({})',
      ...list,
    },
    expect: [],
  },
]
