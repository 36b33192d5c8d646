import { type Example, lifecycle, sketchMove, sketchPass, sketchRun, went } from '../kit.ts'

/** The page that a server names puts the start page away; the code alone does not tell which. */
const gate = {
  'app.json': '{"pages":["pages/g/g","pages/w/w"]}',
  'pages/g/g.ttml': '<view>正在进入</view>',
  'pages/g/g.js': "Page({\n  onLoad() {\n    require('go')(tt)\n  },\n})",
  'pages/w/w.ttml': '<view><page-body /></view>',
  'pages/w/w.js': 'Page({})',
}
const web = { tag: 'web-view', source: 'https://www.example.org/m/', box: { x: 0, y: 0, width: 375, height: 600 } }
const lands = (stack: readonly string[], page: object) =>
  sketchRun(
    sketchPass(
      {},
      sketchMove(
        { do: 'launch' },
        {
          records: [went('pages/w/w', { at: 'pages/g/g.js:3:5', cause: lifecycle('onLoad', 'request'), action: 'redirectTo' })],
          screen: { route: 'pages/w/w', ...page, state: { embeds: [web], stack } },
        },
      ),
      sketchMove({ do: 'wait', milliseconds: 6500 }, { screen: { route: 'pages/w/w', ...page, state: { embeds: [web], stack } } }),
    ),
  )

export const examples: readonly Example[] = [
  {
    name: { zh: '每页都只有网页，其中一页藏在组件里', en: 'every page is a web page, one of them inside a component' },
    files: {
      'app.json': '{ "pages": ["pages/a/a", "pages/b/b"], "usingComponents": { "frame": "/components/frame" } }',
      'components/frame.json': '{ "component": true }',
      'components/frame.js': 'Component({ properties: { path: String } })',
      'components/frame.ttml': '<web-view src="https://m.example.org{{path}}" />',
      'pages/a/a.ttml': '<frame path="/home" />',
      'pages/a/a.js': 'Page({})',
      'pages/b/b.ttml': '<view tt:if="{{!src}}">加载中</view>\n<web-view tt:else src="{{src}}" />',
      'pages/b/b.js': "Page({ data: { src: '' }, onLoad() { this.setData({ src: 'https://m.example.org/me' }) } })",
    },
    expect: [{ message: 'web-only', file: 'components/frame.ttml', verdict: 'violation' }],
  },
  {
    name: { zh: '首页只有一个按钮，点开就是网页', en: 'a home page with one button that opens the web page' },
    files: {
      'app.json': '{ "pages": ["pages/a/a", "pages/b/b"] }',
      'pages/a/a.ttml': '<image src="./hero.png" /><button bindtap="enter">开始</button>',
      'pages/a/a.js': "Page({ enter() { tt.navigateTo({ url: '/pages/b/b?from=a' }) } })",
      'pages/b/b.ttml': '<web-view src="https://m.example.org"></web-view>',
      'pages/b/b.js': 'Page({})',
    },
    expect: [{ message: 'web-only', file: 'pages/b/b.ttml', verdict: 'violation' }],
  },
  {
    name: { zh: '首页是几扇通往网页的门，此外只有登录页', en: 'a home page of doors to the web, and a page to sign in' },
    files: {
      'app.json': '{ "pages": ["pages/a/a", "pages/b/b", "pages/login/login"] }',
      'pages/a/a.ttml':
        '<view>谜题</view><view>每天一题</view><button data-tab="day" bindtap="enter">每日</button><button data-tab="all" bindtap="enter">题库</button>',
      'pages/a/a.js':
        "const PATH = { day: '/?tab=day', all: '/?tab=all' }\nPage({ enter(e) { const path = PATH[e.currentTarget.dataset.tab] || '/'; tt.navigateTo({ url: `/pages/b/b?path=${encodeURIComponent(path)}`, fail: (err) => { console.warn(err); tt.showToast({ title: '打开失败' }) } }) } })",
      'pages/b/b.ttml': '<web-view src="{{src}}"></web-view>',
      'pages/b/b.js':
        "Page({ data: { src: '' }, onLoad(q) { this.setData({ src: 'https://m.example.org' + decodeURIComponent(q.path) }) } })",
      'pages/login/login.ttml': '<button bindtap="go">登录</button>',
      'pages/login/login.js': 'Page({ go() { tt.login({ success: () => tt.navigateBack() }) } })',
    },
    expect: [{ message: 'web-only', file: 'pages/b/b.ttml', verdict: 'violation' }],
  },
  {
    name: { zh: '首页有自己的功能，也有一扇通往网页的门', en: 'a home page that does something of its own beside a door to the web' },
    files: {
      'app.json': '{ "pages": ["pages/a/a", "pages/b/b"] }',
      'pages/a/a.ttml':
        '<input bindinput="type" /><button bindtap="sum">计算</button><view>{{total}}</view><button bindtap="enter">教程</button>',
      'pages/a/a.js':
        "Page({ data: { total: 0 }, type(e) { this.n = Number(e.detail.value) }, sum() { this.setData({ total: this.n * 2 }) }, enter() { tt.navigateTo({ url: '/pages/b/b' }) } })",
      'pages/b/b.ttml': '<web-view src="https://m.example.org/how"></web-view>',
      'pages/b/b.js': 'Page({})',
    },
    expect: [],
  },
  {
    name: { zh: '首页是网页，另有原生页面', en: 'the home page is a web page, others are native' },
    files: {
      'app.json': '{ "pages": ["pages/a/a", "pages/b/b"] }',
      'pages/a/a.ttml': '<web-view src="https://m.example.org" />',
      'pages/a/a.js': 'Page({})',
      'pages/b/b.ttml': '<input bindinput="sum" /><view bindtap="sum">{{total}}</view>',
      'pages/b/b.js': 'Page({ data: { total: 0 }, sum(e) { this.setData({ total: Number(e.detail.value) * 2 }) } })',
    },
    expect: [{ message: 'web-first', verdict: 'review' }],
  },
  {
    name: {
      zh: '原生页面为主，网页只放协议；模板里没用到网页组件',
      en: 'native pages with one web page for the terms, and a template that nobody uses',
    },
    files: {
      'app.json': '{ "pages": ["pages/a/a", "pages/b/b"] }',
      'pages/a/a.ttml':
        '<template name="old"><web-view src="https://m.example.org" /></template><input bindinput="sum" /><view bindtap="terms">{{total}}</view>',
      'pages/a/a.js':
        "Page({ data: { total: 0 }, sum(e) { this.setData({ total: Number(e.detail.value) * 2 }) }, terms() { tt.navigateTo({ url: '/pages/b/b' }) } })",
      'pages/b/b.ttml': '<web-view src="https://m.example.org/terms" />',
      'pages/b/b.js': 'Page({})',
    },
    expect: [],
  },
  {
    name: { zh: '打开后自动换成网页，再没有别的', en: 'it turns into a web page as it opens, and there is nothing else' },
    files: gate,
    run: lands(['pages/w/w'], {}),
    expect: [{ message: 'web-only', file: 'pages/g/g.js', excerpt: 'require', verdict: 'violation' }],
  },
  {
    name: { zh: '网页下面还有自己的首页', en: 'a home page of its own lies under the web page' },
    files: gate,
    run: lands(['pages/g/g', 'pages/w/w'], {}),
    expect: [{ message: 'web-first', verdict: 'review' }],
  },
  {
    name: { zh: '首页是菜单列表，另一页是协议网页', en: 'the home page is a list of dishes, the other page the terms' },
    platform: 'douyin',
    files: {
      'app.json': '{ "pages": ["pages/a/a", "pages/b/b"] }',
      'pages/a/a.ttml': '<view tt:for="{{dishes}}">{{item}}</view><navigator url="/pages/b/b">服务协议</navigator>',
      'pages/a/a.js': "Page({ data: { dishes: ['排骨 12', '青菜 3'] } })",
      'pages/b/b.ttml': '<web-view src="https://m.example.org/terms" />',
      'pages/b/b.js': 'Page({})',
    },
    expect: [],
  },
]
