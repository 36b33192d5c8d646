import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '支付后方可添加', en: 'pay before adding' },
    files: {
      'pages/a/a.wxml': '<view>支付 ¥19.9 后方可添加并使用本小程序</view><button bindtap="go">支付并添加</button>',
      'pages/a/a.js': 'Page({ go() {} })',
    },
    expect: [{ message: 'entry', verdict: 'violation' }],
  },
  {
    name: { zh: '免费进入', en: 'free to enter' },
    files: {
      'pages/a/a.wxml': '<view>图解全部免费，无需付费添加；纸质图册 ¥19.9 包邮</view>',
    },
    expect: [],
  },
]
