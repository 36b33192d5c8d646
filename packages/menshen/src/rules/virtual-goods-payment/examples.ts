import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '开通会员走普通支付', en: 'a membership paid by ordinary payment' },
    files: {
      'pages/a/a.wxml': '<view>开通会员解锁更多报告</view><button bindtap="buy">开通测名会员</button>',
      'pages/a/a.js': "Page({ buy() { wx.request({ url: 'https://api.example.org/vip', success: (r) => wx.requestPayment(r.data) }) } })",
    },
    expect: [{ message: 'sold', excerpt: '开通会员解锁更多报告', file: 'pages/a/a.wxml', verdict: 'violation' }],
  },
  {
    name: { zh: '卖实物；会员走虚拟支付的程序', en: 'goods by post, and nothing virtual' },
    files: {
      'pages/a/a.wxml': '<view>棉布围裙 ¥58</view><button bindtap="buy">立即购买</button>',
      'pages/a/a.js': 'Page({ buy() { wx.requestPayment({}) } })',
    },
    expect: [],
  },
]
