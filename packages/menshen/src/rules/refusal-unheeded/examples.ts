import type { Example } from '../kit.ts'

const view = { 'pages/a/a.wxml': '<button bindtap="go">附近</button>' }

export const examples: readonly Example[] = [
  {
    name: { zh: '被拒绝就隔一秒再要', en: 'asked again a second after the refusal' },
    files: { ...view, 'pages/a/a.js': 'Page({ go() { wx.getLocation({ fail: () => setTimeout(() => this.go(), 1000) }) } })' },
    expect: [{ message: 'asked-again', excerpt: 'wx.getLocation', verdict: 'violation' }],
  },
  {
    name: { zh: '拿到头像后又拉起一次', en: 'the profile is asked for once more' },
    files: {
      'pages/a/a.ttml': '<button bindtap="go">登录</button>',
      'pages/a/a.js':
        'const ask = () => new Promise((success, fail) => tt.getUserProfile({ success, fail }))\nPage({ go() { ask().then(() => ask()).then((r) => this.setData(r)) } })',
    },
    expect: [{ message: 'granted-again', verdict: 'violation' }],
  },
  {
    name: { zh: '拒绝定位就退出', en: 'refusing the position ends the program' },
    files: { ...view, 'pages/a/a.js': 'Page({ go() { wx.getLocation({ fail() { wx.exitMiniProgram({}) } }) } })' },
    expect: [{ message: 'sent-away', excerpt: 'wx.exitMiniProgram', verdict: 'violation' }],
  },
  {
    name: { zh: '没有授权头像就进不来', en: 'no entry without the profile' },
    files: {
      ...view,
      'pages/login/login.wxml': '<button>授权</button>',
      'app.js':
        "App({ onLaunch() { wx.getSetting({ success: (r) => { if (!r.authSetting['scope.userInfo']) wx.reLaunch({ url: '/pages/login/login' }) } }) } })",
    },
    expect: [{ message: 'sent-away', file: 'app.js', verdict: 'violation' }],
  },
  {
    name: { zh: '手机号弹层拒绝后又弹出', en: 'the phone layer comes back' },
    files: {
      'pages/a/a.ttml': '<view tt:if="{{open}}"><button open-type="getPhoneNumber" bindgetphonenumber="got">手机号授权登录</button></view>',
      'pages/a/a.js':
        'Page({ data: { open: true }, got(e) { this.setData({ open: false }); if (!e.detail.code) setTimeout(() => this.setData({ open: true }), 800) } })',
    },
    expect: [{ message: 'comes-back' }],
  },
  {
    name: { zh: '拒绝后换成手动选择；再次说明、点确定才去设置', en: 'a choice by hand; the settings only after another word and a tap' },
    files: {
      ...view,
      'pages/a/a.js':
        "Page({ data: { pick: false }, go() { wx.getLocation({ fail: () => { this.setData({ pick: true }); wx.showModal({ content: '打开设置可按距离排序', success: (r) => { if (r.confirm) wx.openSetting({}) } }) } }) } })",
    },
    expect: [],
  },
]
