import type { Example } from '../kit.ts'

const script = 'Page({ data: { label: "授权登录" }, got(e) { tt.request({ url: "https://api.example.com/phone", data: e.detail }) } })'

export const examples: readonly Example[] = [
  {
    name: { zh: '按钮只写一键登录', en: 'the button says only "log in"' },
    files: {
      'pages/me/me.ttml': '<button open-type="getPhoneNumber" bindgetphonenumber="got">\n  抖音用户一键登录\n</button>',
      'pages/me/me.js': script,
    },
    expect: [{ message: 'phone-not-said', file: 'pages/me/me.ttml', excerpt: '抖音用户一键登录', verdict: 'violation' }],
  },
  {
    name: { zh: '文案来自页面数据', en: 'the words come from the page’s data' },
    files: {
      'pages/me/me.ttml': '<button open-type="getPhoneNumber" bindgetphonenumber="got"><text>{{label}}</text></button>',
      'pages/me/me.js': script,
    },
    expect: [{ message: 'phone-not-said', file: 'pages/me/me.js', excerpt: '授权登录' }],
  },
  {
    name: { zh: '登录方式来自一张表', en: 'the ways to sign in come from a table' },
    files: {
      'pages/me/me.ttml': '<button tt:for="{{ways}}" open-type="{{item.open}}" bindgetphonenumber="got">{{item.text}}</button>',
      'pages/me/me.js':
        "Page({ data: { ways: [{ text: '抖音用户一键登录', open: 'getPhoneNumber' }, { text: '手机号说明', open: '' }] }, got() {} })",
    },
    expect: [{ message: 'phone-not-said', file: 'pages/me/me.ttml', verdict: 'violation' }],
  },
  {
    name: { zh: '表里只有手机号那一行写明手机号', en: 'in the table, the row for the phone number says so' },
    files: {
      'pages/me/me.ttml': '<button tt:for="{{ways}}" open-type="{{item.open}}" bindgetphonenumber="got">{{item.text}}</button>',
      'pages/me/me.js':
        "Page({ data: { ways: [{ text: '手机号授权登录', open: 'getPhoneNumber' }, { text: '账号一键登录', open: '' }] }, got() {} })",
    },
    expect: [],
  },
  {
    name: { zh: '按钮只有图标', en: 'the button shows a picture only' },
    files: {
      'pages/me/me.ttml': '<button open-type="getPhoneNumber" bindgetphonenumber="got"><image src="/phone.png" /></button>',
      'pages/me/me.js': script,
    },
    expect: [{ message: 'no-words', excerpt: '<button open-type="getPhoneNumber" bindgetphonenumber="got">', verdict: 'review' }],
  },
  {
    name: { zh: '写明了手机号；旁边还有普通登录按钮', en: 'the phone number is named, beside an ordinary login button' },
    files: {
      'pages/me/me.ttml':
        '<button open-type="getPhoneNumber" bindgetphonenumber="got"><text>手机号授权登录</text><text>（推荐）</text></button>\n<button bindtap="got">一键登录</button>',
      'pages/me/me.js': script,
    },
    expect: [],
  },
  {
    name: { zh: '微信小程序不受此条约束', en: 'WeChat has no such clause' },
    files: {
      'pages/me/me.wxml': '<button open-type="getPhoneNumber" bindgetphonenumber="got">一键登录</button>',
      'pages/me/me.js': script,
    },
    expect: [],
  },
  {
    name: { zh: '一行里左边写着“绑定手机”，右边是按钮', en: 'a row says 绑定手机 on the left, the button stands on the right' },
    files: {
      'pages/me/me.ttml':
        '<view><view>绑定手机</view><button open-type="getPhoneNumber" bindgetphonenumber="take">立即绑定</button></view>',
      'pages/me/me.js': 'Page({ take() {} })',
    },
    expect: [{ message: 'phone-not-said', excerpt: '立即绑定', verdict: 'review' }],
  },
  {
    name: { zh: '没有入口的旧页面，按钮上有字', en: 'an old page that nothing leads to; its button has words' },
    files: {
      'app.json': '{ "pages": ["pages/me/me", "pages/old/old"] }',
      'pages/me/me.ttml': '<view>我的</view>',
      'pages/me/me.js': 'Page({})',
      'pages/old/old.ttml': '<button open-type="getPhoneNumber" bindgetphonenumber="take">手机号授权登录</button>',
      'pages/old/old.js': 'Page({ take() {} })',
    },
    expect: [],
  },
]
