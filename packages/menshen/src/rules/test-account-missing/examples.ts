import type { Example } from '../kit.ts'

const files = {
  'pages/in/in.wxml':
    '<input placeholder="工号" bindinput="set" /><input password placeholder="密码" bindinput="set" /><button bindtap="go">登录</button>',
  'pages/in/in.js': "Page({ set() {}, go() { wx.request({ url: 'https://api.example.org/in' }) } })",
}

export const examples: readonly Example[] = [
  {
    name: { zh: '更新说明提到账号和密码，却没有给出', en: 'the note speaks of accounts and passwords and gives none' },
    files,
    listing: { name: '档案', changelog: '账号登录更稳定，修复密码框样式', testAccount: { username: '', password: '' } },
    expect: [{ message: 'none-given', listing: 'testAccount', verdict: 'violation' }],
  },
  {
    name: { zh: '写在更新说明里', en: 'given in the note' },
    files,
    listing: { name: '档案', changelog: '测试账号 demo01 密码 Look#2026' },
    expect: [],
  },
  {
    name: { zh: '只用微信登录', en: 'signed in with WeChat only' },
    files: {
      'pages/in/in.wxml': '<button bindtap="go">微信登录</button>',
      'pages/in/in.js': "Page({ go() { wx.login({ success: () => wx.request({ url: 'https://api.example.org/in' }) }) } })",
    },
    listing: { name: '档案' },
    expect: [],
  },
]
