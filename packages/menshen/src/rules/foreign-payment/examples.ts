import type { Example } from '../kit.ts'

const page = { 'pages/a/a.ttml': '<button bindtap="buy">大米 ￥59 购买</button>' }

export const examples: readonly Example[] = [
  {
    name: { zh: '沿用微信支付接口', en: 'WeChat’s payment is still called' },
    files: {
      ...page,
      'lib/host.js': "const host = typeof wx !== 'undefined' ? wx : tt\nexports.pay = (o) => host.requestPayment(o)",
      'pages/a/a.js': "const { pay } = require('../../lib/host')\nPage({ buy() { pay({}) } })",
    },
    expect: [{ message: 'other-platform', excerpt: 'host.requestPayment', file: 'lib/host.js', verdict: 'violation' }],
  },
  {
    name: { zh: '转到网页收银台', en: 'to a cashier on the web' },
    files: {
      'app.json': '{ "pages": ["pages/a/a", "pages/w/w"] }',
      ...page,
      'pages/a/a.js':
        "const cashier = 'https://h5pay.third.example.com/cashier'\nPage({ buy() { tt.navigateTo({ url: '/pages/w/w?u=' + encodeURIComponent(cashier) }) } })",
      'pages/w/w.ttml': '<web-view src="{{u}}" />',
      'pages/w/w.js': 'Page({ data: { u: "" }, onLoad(q) { this.setData({ u: decodeURIComponent(q.u) }) } })',
    },
    expect: [{ message: 'web-cashier', file: 'pages/a/a.js', excerpt: "'https://h5pay.third.example.com/cashier'", verdict: 'violation' }],
  },
  {
    name: { zh: '调试中的支付', en: 'payment in debugging mode' },
    files: { ...page, 'pages/a/a.js': 'Page({ buy() { tt.pay({ orderInfo: {}, service: 1, _debug: 1 }) } })' },
    expect: [{ message: 'test-payment', file: 'pages/a/a.js', excerpt: 'tt.pay', verdict: 'review' }],
  },
  {
    name: { zh: '平台交易系统；网页只放指南', en: 'the platform’s trade system, and a web page with a guide' },
    files: {
      'app.json': '{ "pages": ["pages/a/a", "pages/w/w"] }',
      ...page,
      'pages/a/a.js': 'Page({ buy() { tt.requestOrder({ success: (r) => tt.getOrderPayment({ orderId: r.orderId }) }) } })',
      'pages/w/w.ttml': '<web-view src="https://rice.example.org/guide" />',
      'pages/w/w.js': 'Page({})',
    },
    expect: [],
  },
]
