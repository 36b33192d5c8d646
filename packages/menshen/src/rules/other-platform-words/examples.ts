import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '登录按钮的文字由字符编码拼成', en: 'the login button’s words are put together from character codes' },
    files: {
      'pages/me/me.ttml': '<button bindtap="go">{{label}}</button>',
      'pages/me/me.js': "Page({ data: { label: String.fromCharCode(0x5fae, 0x4fe1) + '一键登录' }, go() { tt.login({}) } })",
    },
    expect: [{ message: 'in-copy', verdict: 'violation' }],
  },
  {
    name: { zh: '引导关注公众号；提示加微信', en: 'asks to follow an official account; a toast says to add on WeChat' },
    files: {
      'pages/me/me.ttml': '<view bindtap="go">关注公众号「木工课」领资料</view>',
      'pages/me/me.js': "Page({ go() { tt.showToast({ title: '请添加老师微信' }) } })",
    },
    expect: [
      { message: 'in-copy', excerpt: '公众号' },
      { message: 'in-copy', file: 'pages/me/me.js' },
    ],
  },
  {
    name: { zh: '只在注释、日志、网址和普通词里；反诈提醒', en: 'in a comment, a log, an address, ordinary words and a warning' },
    files: {
      'pages/me/me.ttml':
        '<!-- 微信登录 --><view bindtap="go">微小的误差也会失信于人；朋友圈子越喝越热闹</view><view>我们不会要求你添加微信</view><view>https://github.com/someone/wechat-shop</view>',
      'pages/me/me.js': "Page({ go() { console.log('微信') } })",
    },
    expect: [],
  },
  {
    name: {
      zh: '为公众号写的文章、供人查看的微信号：留给人看',
      en: 'articles written for an account, an id that people may copy: left to a human',
    },
    files: {
      'pages/me/me.ttml': '<view>公众号推文排版，单篇 80 元</view><view bindtap="go">复制编辑的微信号</view><view>细微信号也能收到</view>',
      'pages/me/me.js': 'Page({ go() {} })',
    },
    expect: [
      { message: 'in-copy', verdict: 'review' },
      { message: 'in-copy', verdict: 'review' },
    ],
  },
  {
    name: { zh: '微信小程序可以写微信', en: 'a WeChat program may speak of WeChat' },
    files: { 'pages/me/me.wxml': '<button bindtap="go">微信一键登录</button>', 'pages/me/me.js': 'Page({ go() { wx.login({}) } })' },
    expect: [],
  },
  {
    name: { zh: '两个页面写着同一句', en: 'the same words on two pages are one finding' },
    files: {
      'app.json': '{ "pages": ["pages/me/me", "pages/you/you"] }',
      'pages/me/me.ttml': '<view>微信客服：2753</view>',
      'pages/me/me.js': 'Page({})',
      'pages/you/you.ttml': '<view>微信客服：2753</view>',
      'pages/you/you.js': 'Page({})',
    },
    expect: [{ message: 'in-copy', verdict: 'violation' }],
  },
  {
    name: { zh: '图标的名字；隐私条款举社交媒体为例', en: 'the name of an icon; a policy that gives social media as examples' },
    files: {
      'app.json': '{ "pages": ["pages/me/me"] }',
      'pages/me/me.ttml':
        '<view class="icon">{{icon}}</view><view>您在社交媒体（如微博、微信）上关注我们时</view><view>when you follow us on social media such as WeChat</view>',
      'pages/me/me.js': "Page({ data: { icon: 'weixin-fill' } })",
    },
    expect: [
      { message: 'in-copy', verdict: 'review' },
      { message: 'in-copy', verdict: 'review' },
    ],
  },
  {
    name: { zh: '登录方式表里的别家一行，显示前已滤去', en: 'a row of another platform is filtered out before it shows' },
    files: {
      'ways.js':
        "module.exports = [{ id: 'dy', text: '抖音授权登录', on: ['tt'] }, { id: 'wx', text: '微信授权登录', on: ['wx'] }, { id: 'sms', text: '短信登录', on: ['tt', 'wx'] }]",
      'pages/a/a.ttml': '<button tt:for="{{ways}}" tt:key="id" bindtap="use">{{item.text}}</button>',
      'pages/a/a.js':
        "const ways = require('../../ways')\nPage({ data: { ways: ways.filter((w) => w.on.includes('tt')) }, use() { tt.login({}) } })",
    },
    expect: [],
  },
  {
    name: { zh: '登录方式表滤错了，别家一行还在', en: 'the same table, filtered by something else' },
    files: {
      'ways.js':
        "module.exports = [{ id: 'dy', text: '抖音授权登录', on: ['tt'] }, { id: 'wx', text: '微信授权登录', on: ['wx'] }, { id: 'sms', text: '短信登录', on: ['tt', 'wx'] }]",
      'pages/a/a.ttml': '<button tt:for="{{ways}}" tt:key="id" bindtap="use">{{item.text}}</button>',
      'pages/a/a.js':
        "const ways = require('../../ways')\nPage({ data: { ways: ways.filter((w) => w.id !== 'sms') }, use() { tt.login({}) } })",
    },
    expect: [{ message: 'in-copy', file: 'ways.js', verdict: 'violation' }],
  },
]
