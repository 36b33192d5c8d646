import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '分享时给积分', en: 'points for sharing' },
    files: {
      'lib/api.js': "exports.post = (path, data) => wx.request({ url: 'https://api.example.org' + path, method: 'POST', data })",
      'pages/a/a.wxml': '<button open-type="share">分享</button>',
      'pages/a/a.js':
        "const { post } = require('../../lib/api')\nPage({ onShareAppMessage() { post('/points/add', { n: 20 }); return {} } })",
    },
    expect: [{ message: 'reward-on-share', file: 'lib/api.js', excerpt: 'wx.request', verdict: 'violation' }],
  },
  {
    name: { zh: '好友点开卡片，分享者多一次机会', en: 'a friend opens the card, the sharer gets another chance' },
    files: {
      'pages/a/a.wxml': '<button open-type="share">邀请</button>',
      'pages/a/a.js':
        "Page({ onLoad(q) { if (q.from) wx.request({ url: 'https://api.example.org/chance/add', method: 'POST', data: { to: q.from } }) }, onShareAppMessage() { return { path: '/pages/a/a?from=1' } } })",
    },
    expect: [{ message: 'reward-on-arrival', verdict: 'violation' }],
  },
  {
    name: { zh: '文案许诺奖励', en: 'the words promise a reward' },
    files: { 'pages/a/a.wxml': '<button open-type="share">分享到群领红包</button>', 'pages/a/a.js': 'Page({})' },
    expect: [{ message: 'reward-promised', verdict: 'violation' }],
  },
  {
    name: { zh: '分享只做统计；打开商品时带上来源', en: 'sharing is counted, and a product opens with its origin' },
    files: {
      'pages/a/a.wxml': '<button open-type="share">分享给好友看看</button><view>我的积分</view>',
      'pages/a/a.js':
        "Page({ onLoad(q) { if (q.id) wx.request({ url: 'https://api.example.org/goods', data: { id: q.id } }) }, onShareAppMessage() { wx.request({ url: 'https://api.example.org/log', data: { what: 'share' } }); return { title: '好物' } } })",
    },
    expect: [],
  },
  {
    name: { zh: '打开分享来的优惠券详情和列表', en: 'the coupon that a card shows is fetched, and the list of others' },
    files: {
      'pages/a/a.wxml': '<button open-type="share">分享抽奖</button>',
      'pages/a/a.js':
        "Page({ onLoad(q) { if (q.from) wx.request({ url: 'https://api.example.org/coupon/detail?v=1', method: 'POST', data: { id: q.id } }) }, onShareAppMessage() { return { path: '/pages/a/a?from=card' } } })",
    },
    expect: [],
  },
  {
    name: { zh: '打开时按编号领券，看不出谁得到好处', en: 'a coupon is taken by its number; nothing tells who gains' },
    files: {
      'pages/a/a.wxml': '<button open-type="share">送给好友</button>',
      'pages/a/a.js':
        "Page({ onLoad(q) { if (q.id) wx.request({ url: 'https://api.example.org/coupon/take', method: 'POST', data: { id: q.id } }) }, onShareAppMessage() { return { path: '/pages/a/a?id=3' } } })",
    },
    expect: [{ message: 'reward-on-arrival', verdict: 'review' }],
  },
]
