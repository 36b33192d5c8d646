import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '测测你是不是海王', en: 'a player test' },
    files: {
      'pages/a/a.ttml': '<view>渣男测试：海王指数测一测</view>',
    },
    expect: [{ message: 'quiz', verdict: 'violation' }],
  },
  {
    name: { zh: '七天挽回前任', en: 'win back an ex in seven days' },
    files: {
      'pages/a/a.ttml': '<view>七天挽回前任，聊天话术一对一 ￥999</view>',
    },
    expect: [{ message: 'manipulation', verdict: 'violation' }],
  },
  {
    name: { zh: '识别精神控制的讲座', en: 'a talk on spotting control' },
    files: {
      'pages/a/a.ttml': '<view>安全教育：识别 PUA，拒绝精神控制</view><view>测测你适合哪种早餐</view>',
    },
    expect: [],
  },
]
