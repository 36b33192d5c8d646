import type { Example } from '../kit.ts'

const view = '<button bindtap="go">登录</button>'

export const examples: readonly Example[] = [
  {
    name: { zh: '点登录调用 wx.login', en: 'tapping sign-in calls wx.login' },
    files: { 'pages/me/me.ttml': view, 'pages/me/me.js': 'Page({ go() { wx.login({ success: (r) => this.setData(r) }) } })' },
    expect: [{ message: 'no-such-interface', excerpt: 'wx.login', verdict: 'violation' }],
  },
  {
    name: { zh: '先判断平台', en: 'the platform is asked for first' },
    files: {
      'pages/me/me.ttml': view,
      'lib/host.js': "module.exports = typeof wx !== 'undefined' ? wx : tt",
      'pages/me/me.js':
        "const host = require('../../lib/host')\nPage({ go() { if (typeof wx !== 'undefined') wx.login({}); else host.login({}) } })",
    },
    expect: [],
  },
  {
    name: { zh: 'wx 只是一个变量；另有没人调用的旧方法', en: 'wx is a variable; an old method that nothing calls' },
    files: {
      'pages/me/me.ttml': view,
      'pages/me/me.js': 'Page({ go() { const wx = { login() {} }; wx.login(); tt.login({}) }, old() { tt.checkSession({}) } })',
    },
    expect: [],
  },
]
