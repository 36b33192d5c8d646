import { answered, type Example, lifecycle, sketchMove, sketchPass, sketchRun, went } from '../kit.ts'

const files = {
  'app.json': '{ "pages": ["pages/home/home", "pages/login/login"] }',
  'pages/home/home.wxml': '<view>今日菜谱</view>',
  'pages/login/login.wxml': '<input placeholder="手机号" bindinput="set" /><button bindtap="save">进入</button>',
  'pages/login/login.js': "Page({ set() {}, save() { if (this.data.p) wx.reLaunch({ url: '/pages/home/home' }) } })",
}

// The server says whom it sends to the sign-in: only a run shows it.
const served = {
  'pages/home/home.wxml': '<view>{{list}}</view>',
  'pages/home/home.js':
    "const gate = require('../../lib/gate')\nPage({ onShow() { wx.request({ url: 'https://api.example.org/list', success: (r) => gate.pass(r.data) }) } })",
  'lib/gate.js': "exports.pass = (a) => a.code === 401 && wx.reLaunch({ url: '/pages/in/' + a.page })",
  'pages/in/in.wxml': '<button bindtap="enter">微信授权登录</button><view bindtap="skip">先看看</view>',
  'pages/in/in.js': 'Page({ enter() { wx.login({}) }, skip() { wx.reLaunch({ url: "/pages/home/home?guest=1" }) } })',
  'app.json': '{"pages":["pages/home/home","pages/in/in"]}',
}
const wall = { route: 'pages/in/in', texts: ['登录后保存笔记', '微信授权登录', '先看看'], tappables: ['微信授权登录', '先看看'] }
const arrive = sketchMove(
  { do: 'launch' },
  {
    records: [
      answered('https://api.example.org/list'),
      went('pages/in/in', { at: 'lib/gate.js:1:40', action: 'reLaunch', cause: lifecycle('onShow', 'request') }),
    ],
    screen: wall,
  },
)
const skip = (screen: { route: string; texts: readonly string[]; tappables?: readonly string[] }) =>
  sketchMove({ do: 'tap', selector: 'view{先看看}', text: '先看看' }, { screen })

const sheet = { selector: 'body/view[2]', box: { x: 0, y: 0, width: 375, height: 667 }, text: '填写手机号登录后才能查看 微信授权登录' }
const layer = (selector: string) => ({
  route: 'pages/home/home',
  texts: ['番茄种子', '填写手机号登录后才能查看', '微信授权登录'],
  state: { cover: sheet },
  tappables: [
    { text: '番茄种子', selector, covered: true as const },
    { text: '微信授权登录', selector: 'body/view[2]/button' },
  ],
})

export const examples: readonly Example[] = [
  {
    name: { zh: '没有资料就从首页赶到登录页', en: 'the home page sends everyone to sign in' },
    files: {
      ...files,
      'pages/home/home.js': "Page({ onLoad() { if (!wx.getStorageSync('token')) wx.redirectTo({ url: '/pages/login/login' }) } })",
    },
    expect: [{ message: 'sent-to-sign-in', file: 'pages/home/home.js', excerpt: 'wx.redirectTo', verdict: 'violation' }],
  },
  {
    name: { zh: '登录页可以暂不登录', en: 'the sign-in page can be declined' },
    files: {
      ...files,
      'pages/login/login.wxml':
        '<input placeholder="手机号" bindinput="set" /><button bindtap="save">进入</button><view bindtap="skip">暂不登录，先逛逛</view>',
      'pages/home/home.js': "Page({ onLoad() { if (!wx.getStorageSync('token')) wx.redirectTo({ url: '/pages/login/login' }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '点收藏时才去登录', en: 'sign-in only when it is needed' },
    files: {
      ...files,
      'pages/home/home.wxml': '<button bindtap="like">收藏</button>',
      'pages/home/home.js':
        "Page({ onLoad() {}, like() { if (!wx.getStorageSync('token')) wx.navigateTo({ url: '/pages/login/login' }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '写明仅限内部员工', en: 'it says that it is for staff only' },
    files: {
      ...files,
      'pages/home/home.wxml': '<view>仅限内部员工使用</view>',
      'pages/home/home.js': "Page({ onLoad() { if (!wx.getStorageSync('token')) wx.redirectTo({ url: '/pages/login/login' }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '运行时：首页变成登录页，“先看看”不起作用', en: 'seen in a run: home becomes the sign-in, and 先看看 does nothing' },
    files: served,
    run: sketchRun(sketchPass({ kind: 'taps' }, arrive, skip(wall))),
    expect: [{ message: 'sent-to-sign-in', verdict: 'violation' }],
  },
  {
    name: { zh: '运行时：“先看看”能进去', en: 'seen in a run: 先看看 leads on' },
    files: served,
    run: sketchRun(sketchPass({ kind: 'taps' }, arrive, skip({ route: 'pages/home/home', texts: ['免费的课'] }))),
    expect: [],
  },
  {
    name: {
      zh: '运行时：登录层盖住首页，下面的条目点不到',
      en: 'seen in a run: a sign-in lies over home, and fingers do not reach the rows below',
    },
    files: { ...served, 'pages/home/home.js': 'Page({ open() {} })', 'pages/home/home.wxml': '<view bindtap="open">番茄种子</view>' },
    run: sketchRun(sketchPass({ kind: 'taps' }, { ...arrive, records: [], screen: layer('body/view[1]') })),
    expect: [{ message: 'sent-to-sign-in', verdict: 'violation' }],
  },
  {
    name: { zh: '运行时：登录页上写着仅限员工', en: 'seen in a run: the sign-in says that it is for staff' },
    files: served,
    run: sketchRun(
      sketchPass({ kind: 'taps' }, { ...arrive, screen: { ...wall, texts: ['仅限内部员工使用', '微信授权登录'] } }, skip(wall)),
    ),
    expect: [],
  },
  {
    name: {
      zh: '抖音：启动就送去只有手机号授权的页面',
      en: 'Douyin: at launch everyone is sent to a page with nothing but the phone button',
    },
    files: {
      'app.json': '{ "pages": ["pages/door/door", "pages/home/home"] }',
      'app.js':
        "const where = { in: '/pages/home/home', out: '/pages/door/door' }\nApp({ onLaunch() { tt.reLaunch({ url: where[tt.getStorageSync('k') ? 'in' : 'out'] }) } })",
      'pages/door/door.ttml': '<button open-type="getPhoneNumber" bindgetphonenumber="got">手机号授权登录</button>',
      'pages/door/door.js': "Page({ got() { tt.setStorageSync('k', 1) } })",
      'pages/home/home.ttml': '<view>课表</view>',
      'pages/home/home.js': 'Page({})',
    },
    expect: [{ message: 'sent-to-sign-in', file: 'app.js', verdict: 'violation' }],
  },
  {
    name: { zh: '抖音：同样的页面可以“暂不登录”', en: 'Douyin: the same page can be declined' },
    files: {
      'app.json': '{ "pages": ["pages/home/home", "pages/door/door"] }',
      'app.js': "App({ onLaunch() { if (!tt.getStorageSync('k')) tt.navigateTo({ url: '/pages/door/door' }) } })",
      'pages/door/door.ttml':
        '<button open-type="getPhoneNumber" bindgetphonenumber="got">手机号授权登录</button><button bindtap="later">暂不登录</button>',
      'pages/door/door.js': "Page({ got() { tt.setStorageSync('k', 1) }, later() { tt.navigateBack() } })",
      'pages/home/home.ttml': '<view>课表</view>',
      'pages/home/home.js': 'Page({})',
    },
    expect: [],
  },
]
