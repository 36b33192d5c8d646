import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '大牌一比一复刻', en: 'one-to-one copies of big brands' },
    files: {
      'pages/a/a.ttml': '<view>大牌包 一比一复刻，原厂尾单</view><view>￥399</view>',
    },
    expect: [{ message: 'replica', verdict: 'violation' }],
  },
  {
    name: { zh: '辨认假鞋的小课', en: 'a lesson on spotting fakes' },
    files: {
      'pages/a/a.ttml': '<view>从五处走线认出高仿鞋</view><view>换底服务 ￥80</view>',
    },
    expect: [],
  },
]
