import type { Example } from '../kit.ts'

const view = { 'pages/a/a.wxml': '<button bindtap="go">同步</button>' }

export const examples: readonly Example[] = [
  {
    name: { zh: '代登录公众平台', en: 'signs in to the platform’s console' },
    files: {
      ...view,
      'pages/a/a.js':
        "Page({ go() { wx.request({ url: 'https://mp.weixin.qq.com/cgi-bin/bizlogin?action=startlogin', method: 'POST', data: { username: this.data.u } }) } })",
    },
    expect: [{ message: 'signs-in-elsewhere', excerpt: 'wx.request', verdict: 'review' }],
  },
  {
    name: { zh: '登录自己的服务器；网址只是一段文字', en: 'the own server; the address is only a text' },
    files: {
      ...view,
      'pages/a/a.js':
        "Page({ data: { help: '请在电脑打开 mp.weixin.qq.com/cgi-bin/loginpage' }, go() { wx.request({ url: 'https://api.example.org/login' }) } })",
    },
    expect: [],
  },
]
