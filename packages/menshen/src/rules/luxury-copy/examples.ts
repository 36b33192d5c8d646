import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '高价回收黄金名表', en: 'gold and watches bought' },
    files: {
      'pages/a/a.ttml': '<view>高价回收黄金、名表回收</view><view>今日金价 598 元/克</view>',
    },
    expect: [{ message: 'luxury', verdict: 'violation' }],
  },
  {
    name: { zh: '不回收黄金', en: 'a plain denial' },
    files: {
      'pages/a/a.ttml': '<view>二手书回收，按本计价</view><view>本店不提供黄金回收、名表回收</view>',
    },
    expect: [],
  },
]
