import type { Example } from '../kit.ts'

const files = {
  'app.json': '{ "pages": ["pages/home/home", "pages/login/login"] }',
  'pages/home/home.wxml': '<view>今日菜谱</view>',
  'pages/login/login.wxml': '<input placeholder="手机号" bindinput="set" /><button bindtap="save">进入</button>',
  'pages/login/login.js': "Page({ set() {}, save() { if (this.data.p) wx.reLaunch({ url: '/pages/home/home' }) } })",
}

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
]
