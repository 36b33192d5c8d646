import type { Example } from '../kit.ts'

const pay =
  "exports.pay = (id) => wx.request({ url: 'https://api.example.org/order', data: { id }, success: (r) => wx.requestPayment(r.data) })\n"

export const examples: readonly Example[] = [
  {
    name: { zh: '打开页面就付款', en: 'paying as soon as the page opens' },
    files: {
      'lib/pay.js': pay,
      'pages/a/a.wxml': '<view>请稍候</view>',
      'pages/a/a.js': "const { pay } = require('../../lib/pay')\nPage({ onLoad(q) { pay(q.id) } })",
    },
    expect: [{ message: 'pay-on-entry', file: 'lib/pay.js', excerpt: 'wx.requestPayment', verdict: 'violation' }],
  },
  {
    name: { zh: '“免费领取”点了要付钱', en: '"free" on the button, money behind it' },
    files: {
      'lib/pay.js': pay,
      'pages/a/a.wxml': '<view>薄荷苗</view><button bindtap="take">免费领取</button>',
      'pages/a/a.js': "const { pay } = require('../../lib/pay')\nPage({ take() { pay(1) } })",
    },
    expect: [{ message: 'pay-disguised', file: 'lib/pay.js', verdict: 'violation' }],
  },
  {
    name: { zh: '写明金额后点按支付；领取前弹窗说明运费', en: 'the amount is shown, or a dialog names the postage first' },
    files: {
      'lib/pay.js': pay,
      'pages/a/a.wxml': '<button bindtap="buy">支付 ¥9.9</button><button bindtap="take">免费领取</button>',
      'pages/a/a.js':
        "const { pay } = require('../../lib/pay')\nPage({ buy() { pay(1) }, take() { wx.showModal({ title: '支付运费 ¥8', success: (r) => r.confirm && pay(2) }) } })",
    },
    expect: [],
  },
]
