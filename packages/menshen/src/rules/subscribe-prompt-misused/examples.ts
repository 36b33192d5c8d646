import type { Example } from '../kit.ts'

const ask = (ids: string) => `exports.ask = () => wx.requestSubscribeMessage({ tmplIds: [${ids}] })\n`
const script = "const { ask } = require('../../lib/ask')\nPage({ ask() { ask() }, put() {} })"

export const examples: readonly Example[] = [
  {
    name: { zh: '最外层拦下每次点按', en: 'the outermost view takes every tap' },
    files: {
      'lib/ask.js': ask("'a'"),
      'pages/a/a.wxml': '<view class="page" capture-bind:tap="ask"><view bindtap="put">格子</view></view>',
      'pages/a/a.js': script,
    },
    expect: [{ message: 'asked-everywhere', file: 'pages/a/a.wxml', verdict: 'violation' }],
  },
  {
    name: { zh: '领券时索要促销订阅', en: 'a coupon button asks for advertising' },
    files: {
      'lib/ask.js': ask("'sale-1', 'coupon-2'"),
      'pages/a/a.wxml': '<view><button bindtap="ask">免费领优惠券</button></view>',
      'pages/a/a.js': script,
    },
    expect: [{ message: 'asked-with-lure', file: 'lib/ask.js', verdict: 'violation' }],
  },
  {
    name: { zh: '一次要四个模板', en: 'four templates at once' },
    files: {
      'lib/ask.js': ask("'a', 'b', 'c', 'd'"),
      'pages/a/a.wxml': '<view><button bindtap="ask">提醒我</button></view>',
      'pages/a/a.js': script,
    },
    expect: [{ message: 'too-many', verdict: 'review' }],
  },
  {
    name: { zh: '每天给所有买家发促销', en: 'sales messages to all buyers every day' },
    files: {
      'pages/a/a.wxml': '<view><button bindtap="order">下单</button></view>',
      'pages/a/a.js':
        "Page({ order() { wx.request({ url: 'https://api.example.org/messages', method: 'POST', data: { to: 'all_buyers', text: '限时秒杀，5 折起' } }) } })",
    },
    expect: [{ message: 'marketing-sent', verdict: 'violation' }],
  },
  {
    name: { zh: '点“明天提醒我”才订阅一个通知', en: 'one notice, on a button that says so' },
    files: {
      'lib/ask.js': ask("'daily'"),
      'pages/a/a.wxml': '<view class="page"><view bindtap="put">格子</view><button bindtap="ask">明天提醒我做题</button></view>',
      'pages/a/a.js': script,
    },
    expect: [],
  },
  {
    name: { zh: '点商品就要订阅，页面写着订阅领红包', en: 'a tap on goods asks to subscribe, and the page promises a red packet for it' },
    files: {
      'pages/a/a.wxml': '<view>订阅消息领红包</view><view wx:for="{{goods}}" bindtap="open">{{item}}</view>',
      'pages/a/a.js': "Page({ data: { goods: ['竹篮', '瓷碗'] }, open() { wx.requestSubscribeMessage({ tmplIds: ['a1', 'b2'] }) } })",
    },
    expect: [{ message: 'asked-with-lure', file: 'pages/a/a.js', verdict: 'violation' }],
  },
  {
    name: { zh: '到货提醒；红包是另一件事', en: 'a notice of arrival; the red packet is another matter' },
    files: {
      'pages/a/a.wxml':
        '<view>新人红包已放入卡包</view><view>取消订阅消息将无法获得中奖信息</view><view>发送时会通过订阅消息提醒对方</view><button bindtap="remind">到货提醒我</button>',
      'pages/a/a.js': "Page({ remind() { wx.requestSubscribeMessage({ tmplIds: ['a1'] }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '每个点按都先弹一次订阅', en: 'a wrapper asks at every tap, whatever it is for' },
    files: {
      'lib/tap.js':
        "module.exports = (fn) => function (e) { wx.requestSubscribeMessage({ tmplIds: ['a1b2'], complete: () => fn.call(this, e) }) }\n",
      'pages/a/a.wxml': '<image src="/a.png" bindtap="open" /><text bindtap="like">想看</text><view bindtap="find">搜索</view>',
      'pages/a/a.js':
        "const tap = require('../../lib/tap')\nPage({ open: tap(function () { wx.navigateTo({ url: '/pages/a/a?x=1' }) }), like: tap(function () {}), find: tap(function () {}) })",
    },
    expect: [{ message: 'asked-everywhere', file: 'lib/tap.js' }],
  },
  {
    name: { zh: '几个提醒按钮共用一个请求', en: 'several buttons for reminders share one request' },
    files: {
      'lib/ask.js': "module.exports = () => wx.requestSubscribeMessage({ tmplIds: ['a1b2'] })\n",
      'pages/a/a.wxml':
        '<text bindtap="one">开售提醒</text><text bindtap="two">上映提醒我</text><text bindtap="three">到货通知</text><view bindtap="find">搜索</view>',
      'pages/a/a.js':
        "const ask = require('../../lib/ask')\nPage({ one() { ask() }, two() { ask() }, three() { ask() }, find() { wx.navigateTo({ url: '/pages/a/a?x=1' }) } })",
    },
    expect: [],
  },
]
