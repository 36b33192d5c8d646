import type { Example } from '../kit.ts'

const page = { 'pages/cart/cart.wxml': '<button bindtap="pay">付款 ¥9.90</button>' }

export const examples: readonly Example[] = [
  {
    name: { zh: '文档里的示例值原样留着', en: 'the sample values of the documents are still there' },
    files: {
      ...page,
      'pages/cart/cart.js': "const { cashier } = require('../../cashier')\nPage({ pay() { cashier({ paySign: 'String4' }) } })",
      'cashier.js':
        "exports.cashier = (extra) => wx.requestPayment({ timeStamp: 'String1', nonceStr: 'String2', package: 'String3', signType: 'MD5', ...extra })",
    },
    expect: [{ message: 'dummy', file: 'cashier.js', excerpt: 'wx.requestPayment', verdict: 'violation' }],
  },
  {
    name: { zh: '参数来自服务器，签名方式是常量', en: 'the values come from the server; only the kind of signature is fixed' },
    files: {
      ...page,
      'pages/cart/cart.js':
        "Page({ pay() { wx.request({ url: 'https://api.example.com/order', success: ({ data }) => wx.requestPayment({ signType: 'RSA', timeStamp: data.t, nonceStr: data.n, package: 'prepay_id=' + data.id, paySign: data.s }) }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '旧的示例代码没有入口', en: 'old sample code that nothing leads to' },
    files: {
      'pages/cart/cart.wxml': '<view>购物车</view>',
      'pages/cart/cart.js':
        "Page({ old() { wx.requestPayment({ timeStamp: 'String1', nonceStr: 'String2', package: 'String3', paySign: 'String4' }) } })",
    },
    expect: [],
  },
]
