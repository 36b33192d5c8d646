import type { Example } from '../kit.ts'

const fields = '<input placeholder="手机号" bindinput="set" /><input placeholder="验证码" bindinput="set" />'

export const examples: readonly Example[] = [
  {
    name: { zh: '获取验证码调用了一个空函数', en: 'the code button calls a function that was emptied' },
    files: {
      'pages/in/in.ttml': `${fields}<button bindtap="send">获取验证码</button>`,
      'lib/account.js': 'exports.send = () => {}',
      'pages/in/in.js': "const account = require('../../lib/account')\nPage({ set() {}, send() { account.send(this.data.tel) } })",
    },
    expect: [{ message: 'does-nothing', excerpt: '获取验证码', verdict: 'violation' }],
  },
  {
    name: { zh: '注册只提示暂未开放', en: 'signing up is not open yet' },
    files: {
      'pages/in/in.ttml': '<view bindtap="join">没有账号？去注册</view>',
      'pages/in/in.js': "Page({ join() { tt.showToast({ title: '暂未开放注册' }) } })",
    },
    expect: [{ message: 'not-open-yet', file: 'pages/in/in.js' }],
  },
  {
    name: { zh: '验证码输入框一直禁用', en: 'the code field stays disabled' },
    files: {
      'pages/in/in.ttml': '<input placeholder="验证码" disabled="{{lock}}" /><button bindtap="go">验证码登录</button>',
      'pages/in/in.js': "Page({ data: { lock: true }, go() { tt.request({ url: 'https://api.example.org' }) } })",
    },
    expect: [{ message: 'cannot-be-typed' }],
  },
  {
    name: { zh: '倒计时结束前不能重发；登录提交给服务器', en: 'no second code before the time is over; signing in posts' },
    files: {
      'pages/in/in.ttml': `${fields}<button disabled="{{left > 0}}" bindtap="send">{{left ? left + 's' : '获取验证码'}}</button><button bindtap="go">登录</button>`,
      'pages/in/in.js':
        "Page({ data: { left: 0 }, set() {}, send() { tt.request({ url: 'https://api.example.org/code', success: () => this.setData({ left: 60 }) }) }, go() { tt.request({ url: 'https://api.example.org/in' }) } })",
    },
    expect: [],
  },
  {
    name: {
      zh: '处理函数交给了看不见的方法；号码填好后才锁住',
      en: 'the handler hands on to a method out of sight; the field locks once it is filled',
    },
    files: {
      'pages/in/in.ttml':
        '<view bindtap="enter"><text>去登录</text></view><input placeholder="请输入就诊人手机号码" value="{{phone}}" disabled="{{known}}" />',
      'pages/in/in.js':
        "let me\nPage({ data: { phone: '' }, onLoad(q) { me = wrap(this); if (q.phone) this.setData({ phone: q.phone, known: true }) }, enter() { if (!q.bound) { me._ask(); return false } } })",
    },
    expect: [],
  },
  {
    name: { zh: '只写了日志', en: 'it only logs' },
    files: {
      'pages/in/in.ttml': '<view bindtap="enter"><text>去登录</text></view>',
      'pages/in/in.js': "Page({ enter(e) { /* later */ console.log('enter', e) } })",
    },
    expect: [{ message: 'does-nothing' }],
  },
]
