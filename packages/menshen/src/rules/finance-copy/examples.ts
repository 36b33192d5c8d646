import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '装修贷秒批', en: 'a decoration loan approved at once' },
    files: {
      'pages/a/a.ttml': '<view>装修贷，无抵押贷款秒批 20 万</view><button bindtap="go">立即申请</button>',
      'pages/a/a.js': 'Page({ go() {} })',
    },
    expect: [{ message: 'finance', file: 'pages/a/a.ttml', excerpt: '无抵押贷款', verdict: 'violation' }],
  },
  {
    name: { zh: '声明不荐股不放贷', en: 'a plain denial' },
    files: {
      'pages/a/a.ttml': '<view>不荐股、不放贷、不买卖虚拟币</view><view>记一笔</view>',
    },
    expect: [],
  },
]
