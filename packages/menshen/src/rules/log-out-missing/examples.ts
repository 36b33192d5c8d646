import type { Example } from '../kit.ts'

const login = {
  'pages/login/login.wxml':
    '<input placeholder="账号" bindinput="set" /><input password placeholder="密码" bindinput="set" /><button bindtap="go">登录</button>',
  'pages/login/login.js':
    "Page({ set() {}, go() { wx.request({ url: 'https://api.example.org/login', success: (r) => wx.setStorageSync('token', r.data.token) }) } })",
}

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
]
