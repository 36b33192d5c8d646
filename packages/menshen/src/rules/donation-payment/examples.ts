import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '捐款按钮调起支付', en: 'a donation button opens the payment sheet' },
    files: {
      'pages/a/a.wxml': '<button bindtap="give">爱心捐款 10 元</button>',
      'pages/a/a.js': 'Page({ give() { wx.requestPayment({}) } })',
    },
    expect: [{ message: 'donation', file: 'pages/a/a.wxml', verdict: 'violation' }],
  },
  {
    name: { zh: '商城里的公益新闻', en: 'news about charity in a shop' },
    files: {
      'app.json': '{ "pages": ["pages/a/a", "pages/n/n"] }',
      'pages/a/a.wxml': '<button bindtap="buy">支付 ¥9.9</button><navigator url="/pages/n/n">新闻</navigator>',
      'pages/a/a.js': 'Page({ buy() { wx.requestPayment({}) } })',
      'pages/n/n.wxml': '<view>我们不接受捐款</view>',
      'pages/n/n.js': 'Page({})',
    },
    expect: [],
  },
]
