import { type Example, sketchMove, sketchPass, sketchRun } from '../kit.ts'

const home = "Page({ onLoad() { wx.request({ url: 'https://api.example.com/words', success: (r) => this.setData(r.data) }) }, ask() {} })"

export const examples: readonly Example[] = [
  {
    name: { zh: '哪里都没有联系方式', en: 'no contact anywhere' },
    files: { 'pages/home/home.wxml': '<view wx:for="{{words}}" wx:key="id">{{item.word}}</view>', 'pages/home/home.js': home },
    listing: { name: '麻雀记词', contact: { email: '', phone: '' } },
    expect: [{ message: 'missing', file: 'pages/home/home.wxml', verdict: 'violation' }],
  },
  {
    name: { zh: '客服入口没有功能，邮箱是占位符', en: 'the service entry does nothing, the address is made up' },
    files: {
      'pages/home/home.wxml': '<view>邮箱：xxx@xxx.com</view><view bindtap="ask">在线客服</view>',
      'pages/home/home.js': home,
    },
    expect: [{ message: 'dead', excerpt: '在线客服' }],
  },
  {
    name: { zh: '没有服务器的展示程序', en: 'a showcase without a server' },
    files: { 'pages/home/home.wxml': '<view>今日古诗</view>', 'pages/home/home.js': 'Page({})' },
    expect: [{ message: 'missing', verdict: 'review' }],
  },
  {
    name: { zh: '没有提交资料，只从服务器取内容来看', en: 'no listing, and nothing but texts from a server to read' },
    files: { 'pages/home/home.wxml': '<view wx:for="{{words}}" wx:key="id">{{item.word}}</view>', 'pages/home/home.js': home },
    expect: [{ message: 'missing', verdict: 'review' }],
  },
  {
    name: { zh: '没有提交资料，却有账号', en: 'no listing, but people have an account' },
    files: {
      'app.json': '{ "pages": ["pages/home/home", "pages/b/b", "pages/c/c", "pages/d/d", "pages/e/e"] }',
      ...Object.fromEntries(
        ['b', 'c', 'd', 'e'].flatMap((p) => [
          [`pages/${p}/${p}.wxml`, '<view>水族</view>'],
          [`pages/${p}/${p}.js`, 'Page({})'],
        ]),
      ),
      'pages/home/home.wxml': '<input password bindinput="ask" placeholder="密码" /><button bindtap="ask">登录</button>',
      'pages/home/home.js': home,
    },
    expect: [{ message: 'missing', verdict: 'violation' }],
  },
  {
    name: { zh: '邮箱就写在页面上', en: 'the mail address stands on the page' },
    files: {
      'pages/home/home.wxml': '<input password bindinput="ask" /><view>联系我们：reef@reeftank.example.org</view>',
      'pages/home/home.js': home,
    },
    expect: [],
  },
  {
    name: { zh: '组件里的客服气泡，类型由属性给出', en: 'a service bubble in a component, its kind given by a property' },
    files: {
      'pages/home/home.wxml': '<bubble />',
      'pages/home/home.json': '{ "usingComponents": { "bubble": "/components/bubble" } }',
      'pages/home/home.js': home,
      'components/bubble.json': '{ "component": true }',
      'components/bubble.wxml': '<button openType="{{kind}}"><image src="/chat.png" /></button>',
      'components/bubble.js': "Component({ properties: { kind: { type: String, value: 'contact' } } })",
    },
    expect: [],
  },
  {
    name: { zh: '图标后面是反馈页', en: 'a feedback page behind an icon' },
    files: {
      'pages/home/home.wxml': '<image src="/icons/feedback.png" bindtap="go" />',
      'pages/home/home.js': "Page({ onLoad() { wx.login() }, go() { wx.navigateTo({ url: '/pages/say/say' }) } })",
      'pages/say/say.wxml': '<textarea bindinput="type" />',
      'pages/say/say.js': 'Page({ type() {} })',
    },
    expect: [],
  },
  {
    name: { zh: '电话号码来自配置', en: 'the telephone number comes from a configuration' },
    files: {
      'pages/home/home.wxml': '<view bindtap="call">{{title}}</view>',
      'pages/home/home.js':
        "const shop = require('../../shop')\nPage({ data: { title: '老面馆' }, onLoad() { wx.login() }, call() { wx.makePhoneCall({ phoneNumber: shop.tel }) } })",
      'shop.js': "module.exports = { tel: '0512-65550123' }",
    },
    expect: [],
  },
  {
    name: { zh: '提交资料里的联系方式只写成一行', en: 'the listing gives the contact as one line' },
    files: { 'pages/home/home.wxml': '<input password bindinput="ask" placeholder="密码" />', 'pages/home/home.js': home },
    listing: { name: '身边小店', contact: 'help@shops.example.org' },
    expect: [],
  },
  {
    name: { zh: '电话由服务器给出，运行时看得到', en: 'the server sends the telephone number, and a run shows it' },
    files: {
      'pages/home/home.wxml': '<input password bindinput="ask" placeholder="密码" /><view>{{tel}}</view>',
      'pages/home/home.js': home,
    },
    run: sketchRun(
      sketchPass({}, sketchMove({ do: 'open', route: 'pages/home/home', query: '' }, { screen: { texts: ['电话：0512-65550123'] } })),
    ),
    expect: [],
  },
  {
    name: { zh: '只有几页的片段', en: 'a part of a few pages' },
    files: {
      'pages/home/home.wxml': '<input password bindinput="ask" placeholder="密码" /><button bindtap="ask">登录</button>',
      'pages/home/home.js': home,
    },
    expect: [{ message: 'missing', verdict: 'review' }],
  },
  {
    name: {
      zh: '“联系方式”是表单里的一格；中奖提示里说“联系我们”',
      en: 'a field of a form is called contact; a note on a prize says to get in touch',
    },
    files: {
      'pages/home/home.wxml':
        '<view><label>联系方式</label><input placeholder="联系方式" bindinput="ask" /></view><view>中奖后请关注公众号，联系我们领奖</view>',
      'pages/home/home.js': home,
    },
    expect: [{ message: 'missing', verdict: 'review' }],
  },
]
