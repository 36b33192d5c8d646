import { type Example, sketchMove, sketchPass, sketchRun } from '../kit.ts'

const login = {
  'pages/login/login.wxml':
    '<input placeholder="账号" bindinput="set" /><input password placeholder="密码" bindinput="set" /><button bindtap="go">登录</button>',
  'pages/login/login.js':
    "Page({ set() {}, go() { wx.request({ url: 'https://api.example.org/login', success: (r) => wx.setStorageSync('token', r.data.token) }) } })",
}

/** A field of a kit: whoever uses it says whether it takes a password. */
const kitField = (use: string) => ({
  'pages/a/a.json': '{ "usingComponents": { "box-field": "/parts/field" } }',
  'pages/a/a.wxml': `${use}<button bindtap="go">计算</button>`,
  'pages/a/a.js': "Page({ go() { wx.request({ url: 'https://api.example.org/sum' }) } })",
  'parts/field.json': '{ "component": true }',
  'parts/field.wxml': `<input type="{{type}}" password="{{password || type === 'password'}}" placeholder="{{label}}" bindinput="set" />`,
  'parts/field.js': 'Component({ properties: { type: String, password: Boolean, label: String }, methods: { set() {} } })',
})

// Where the session is kept, and what is left of it, only a run shows.
const keeper = {
  'pages/me/me.wxml':
    '<text>{{name}}</text><button wx:if="{{!name}}" bindtap="enter">微信授权登录</button><button wx:else bindtap="leave">退出登录</button>',
  'pages/me/me.js':
    "const box = require('../../lib/box')\nPage({ data: { name: '' }, onShow() { this.setData({ name: box.read() }) }, enter() { wx.login({ success: () => { box.keep('同学'); this.onShow() } }) }, leave() { box.drop(); this.onShow() } })",
  'lib/box.js':
    "const key = 'v1/token'\nexports.keep = (v) => wx.setStorageSync(key, v)\nexports.read = () => wx.getStorageSync(key)\nexports.drop = () => wx.removeStorageSync('token')",
}
const guest = { texts: ['游客', '微信授权登录'], tappables: ['微信授权登录'] }
const member = { texts: ['同学', '退出登录'], tappables: ['退出登录'] }
const open = { do: 'open', route: 'pages/me/me', query: '' } as const
const signedOut = (after: typeof guest | typeof member) =>
  sketchRun(
    sketchPass(
      { kind: 'people' },
      sketchMove(open, { screen: guest }),
      sketchMove({ do: 'tap', selector: 'view{微信授权登录}', text: '微信授权登录' }, { screen: member, purpose: 'log-in' }),
      sketchMove(open, { screen: member }),
      sketchMove({ do: 'tap', selector: 'view{退出登录}', text: '退出登录' }, { screen: after, purpose: 'log-out' }),
      sketchMove(open, { screen: after, purpose: 'logged-out' }),
    ),
  )

export const examples: readonly Example[] = [
  {
    name: { zh: '退出只是一本书的名字', en: '退出 is only in a book’s title' },
    files: { ...login, 'pages/me/me.wxml': '<view>《退出游戏》</view><view>登录记录</view>', 'pages/me/me.js': 'Page({})' },
    expect: [{ message: 'no-way-out', file: 'pages/me/me.wxml', verdict: 'violation' }],
  },
  {
    name: { zh: '退出登录没有绑定任何函数', en: 'the log-out is bound to nothing' },
    files: { ...login, 'pages/me/me.wxml': '<view class="row">退出登录</view>', 'pages/me/me.js': 'Page({})' },
    expect: [{ message: 'dead-entry', file: 'pages/me/me.wxml' }],
  },
  {
    name: { zh: '换个说法的退出：清除登录态', en: 'a log-out by another name clears the session' },
    files: {
      ...login,
      'pages/me/me.wxml': '<image bindtap="swap" src="/a.png" />',
      'pages/me/me.js': "Page({ swap() { wx.removeStorageSync('token'); wx.reLaunch({ url: '/pages/login/login' }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '只有静默登录，没有账号', en: 'only a silent sign-in, no account' },
    files: {
      'pages/a/a.wxml': '<view>浏览</view>',
      'pages/a/a.js':
        "Page({ onLoad() { wx.login({ success: ({ code }) => wx.request({ url: 'https://api.example.org/s', data: { code } }) }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '运行时：退出之后仍是登录的样子', en: 'seen in a run: signed out, and still in' },
    files: keeper,
    run: signedOut(member),
    expect: [{ message: 'still-in', page: 'pages/me/me' }],
  },
  {
    name: { zh: '运行时：退出之后是游客', en: 'seen in a run: a guest after signing out' },
    files: keeper,
    run: signedOut(guest),
    expect: [],
  },
  {
    name: {
      zh: '“更换学员”清掉登录时存下的键，名字看不出是登录态',
      en: 'another learner: the key that the sign-in kept is removed, whatever it is called',
    },
    files: {
      'pages/me/me.wxml':
        '<input placeholder="密码" password bindinput="set" /><button bindtap="go">登录</button><image src="/i/leave.png" bindtap="leave" />',
      'pages/me/me.js':
        "Page({ set(e) { this.p = e.detail.value }, go() { wx.login({ success: ({ code }) => wx.request({ url: 'https://api.example.org/in', data: { code, p: this.p }, success: (r) => wx.setStorageSync('tk', r.data.token) }) }) }, leave() { wx.showModal({ title: '更换学员', success: ({ confirm }) => { if (confirm) wx.removeStorageSync('tk') } }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '通用输入框可以是密码框，程序里没有这样用', en: 'a field of a kit could take a password, and nobody has it do so' },
    files: kitField('<box-field type="digit" label="月收入" />'),
    expect: [],
  },
  {
    name: { zh: '通用输入框被用作密码框', en: 'a field of a kit is used for a password' },
    files: kitField('<box-field label="账号" /><box-field type="password" label="密码" />'),
    expect: [{ message: 'no-way-out', file: 'parts/field.wxml', verdict: 'review' }],
  },
  {
    name: { zh: '只有登录页是原生的，其余是网页', en: 'only the sign-in is native, the rest are pages of the web' },
    files: {
      ...login,
      'pages/home/home.wxml': '<web-view src="{{at}}" />',
      'pages/home/home.js': "Page({ onLoad() { this.setData({ at: 'https://album.example.org/?t=' + wx.getStorageSync('token') }) } })",
    },
    expect: [],
  },
]
