import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '复制淘口令领券', en: 'a coupon command to copy' },
    files: {
      'pages/a/a.ttml': '<view>复制淘口令，打开手机淘宝领券</view>',
    },
    expect: [{ message: 'command', file: 'pages/a/a.ttml', excerpt: '复制淘口令，打开手机淘宝', verdict: 'violation' }],
  },
  {
    name: { zh: '复制订单号', en: 'copying an order number' },
    files: {
      'pages/a/a.ttml': '<button bindtap="go">复制订单号</button><view>请勿相信陌生人发来的口令红包，谨防诈骗</view>',
      'pages/a/a.js': 'Page({ go() {} })',
    },
    expect: [],
  },
]
