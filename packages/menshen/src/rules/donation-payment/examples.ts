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
  {
    name: { zh: '没有支付接口，文案请人扫收款码捐款', en: 'no payment call, but people are asked to scan a code and give' },
    files: {
      'pages/a/a.wxml': '<view>为患病女孩捐款，扫收款码，十块也是爱</view>',
      'pages/a/a.js': 'Page({})',
    },
    expect: [{ message: 'asked', file: 'pages/a/a.wxml', verdict: 'review' }],
  },
  {
    name: { zh: '捐款名单公示', en: 'a list of those who gave' },
    files: {
      'pages/a/a.wxml': '<view>捐款名单公示：张先生 200 元，李女士 100 元</view>',
      'pages/a/a.js': 'Page({})',
    },
    expect: [],
  },
]
