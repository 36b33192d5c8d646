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
  {
    name: { zh: '登录页叫别的名字，也只有登录可点', en: 'the page of the sign-in has another name, and nothing but the sign-in' },
    files: {
      'app.json': '{ "pages": ["pages/home/home", "pages/door/door"] }',
      'pages/home/home.wxml': '<view>今日菜谱</view>',
      'pages/home/home.js': "Page({ onShow() { if (!wx.getStorageSync('token')) wx.reLaunch({ url: '/pages/door/door' }) } })",
      'pages/door/door.wxml': '<button bindtap="go">微信登录</button><view bindtap="terms">用户协议</view>',
      'pages/door/door.js':
        "Page({ go() { wx.login({ success: (r) => wx.request({ url: 'https://api.example.org/in', data: r, success: () => wx.reLaunch({ url: '/pages/home/home' }) }) }) }, terms() {} })",
    },
    expect: [{ message: 'sent-to-sign-in', file: 'pages/home/home.js', excerpt: 'wx.reLaunch' }],
  },
  {
    name: { zh: '启动页之后的首页上也有登录按钮', en: 'the page after a start page also has a button to sign in' },
    files: {
      'app.json': '{ "pages": ["pages/start/start", "pages/list/list"] }',
      'pages/start/start.wxml': '<view>小厨房</view>',
      'pages/start/start.js': "Page({ onLoad() { wx.reLaunch({ url: '/pages/list/list' }) } })",
      'pages/list/list.wxml': '<view bindtap="open">番茄炒蛋</view><button bindtap="go">微信登录</button>',
      'pages/list/list.js': 'Page({ open() {}, go() { wx.login({}) } })',
    },
    expect: [],
  },
  {
    name: { zh: '打开就是工号登录，不说给谁用', en: 'the first page asks for a staff number and does not say whom it serves' },
    files: {
      'app.json': '{ "pages": ["pages/in/in", "pages/week/week"] }',
      'pages/in/in.wxml': '<input placeholder="工号" /><input password placeholder="密码" /><button bindtap="go">登录</button>',
      'pages/in/in.js':
        "Page({ go() { wx.request({ url: 'https://api.example.org/in', success: () => wx.redirectTo({ url: '/pages/week/week' }) }) } })",
      'pages/week/week.wxml': '<view>班表</view>',
      'pages/week/week.js': 'Page({})',
    },
    expect: [{ message: 'opens-with-sign-in', file: 'pages/in/in.wxml', excerpt: '<input placeholder="工号" />', verdict: 'violation' }],
  },
  {
    name: { zh: '写明只供本厂在职员工使用', en: 'the same page says that it serves the staff of one plant' },
    files: {
      'app.json': '{ "pages": ["pages/in/in", "pages/week/week"] }',
      'pages/in/in.wxml':
        '<view>仅供示例机械厂在职员工查看班表</view><input placeholder="工号" /><input password placeholder="密码" /><button bindtap="go">登录</button>',
      'pages/in/in.js':
        "Page({ go() { wx.request({ url: 'https://api.example.org/in', success: () => wx.redirectTo({ url: '/pages/week/week' }) }) } })",
      'pages/week/week.wxml': '<view>班表</view>',
      'pages/week/week.js': 'Page({})',
    },
    expect: [],
  },
  {
    name: { zh: '首页有登录按钮，也能先看菜谱', en: 'the first page has a button to sign in and recipes to read' },
    files: {
      'app.json': '{ "pages": ["pages/in/in", "pages/week/week"] }',
      'pages/in/in.wxml':
        '<input placeholder="手机号" /><button bindtap="go">登录</button><navigator url="/pages/week/week">今日菜谱</navigator>',
      'pages/in/in.js': "Page({ go() { wx.request({ url: 'https://api.example.org/in' }) } })",
      'pages/week/week.wxml': '<view>番茄炒蛋</view>',
      'pages/week/week.js': 'Page({})',
    },
    expect: [],
  },
  {
    name: { zh: '请求失败带回的状态码要求重新登录', en: 'the code of a failed request asks to sign in again' },
    files: {
      ...files,
      'app.js':
        "App({ onShow() { wx.request({ url: 'https://api.example.org/me', fail: (e) => { if (e.response.code === 300) wx.reLaunch({ url: '/pages/login/login' }) } }) } })",
      'pages/home/home.js': 'Page({})',
    },
    expect: [],
  },
  {
    name: { zh: '登录表单在组件里', en: 'the form of the first page stands in a component' },
    files: {
      'app.json': '{ "pages": ["pages/in/in", "pages/week/week"] }',
      'pages/in/in.json': '{ "usingComponents": { "sign": "/sign/sign" } }',
      'pages/in/in.wxml': '<sign />',
      'pages/in/in.js': 'Page({})',
      'sign/sign.json': '{ "component": true }',
      'sign/sign.wxml': '<input placeholder="学号" /><input password placeholder="密码" /><button bindtap="go">登 录</button>',
      'sign/sign.js':
        "Component({ methods: { go() { wx.request({ url: 'https://api.example.org/in', success: () => wx.redirectTo({ url: '/pages/week/week' }) }) } } })",
      'pages/week/week.wxml': '<view>课表</view>',
      'pages/week/week.js': 'Page({})',
    },
    expect: [{ message: 'opens-with-sign-in', file: 'sign/sign.wxml', excerpt: '<button bindtap="go">', verdict: 'violation' }],
  },
]
