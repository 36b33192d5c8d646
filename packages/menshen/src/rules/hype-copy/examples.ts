import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '副业月入过万', en: 'a side job with ten thousand a month' },
    files: {
      'pages/a/a.ttml': '<view>副业赚钱：躺赚模式，轻松月入过万</view>',
    },
    expect: [{ message: 'hype', verdict: 'violation' }],
  },
  {
    name: { zh: '提醒别信月入过万', en: 'a warning against such promises' },
    files: {
      'pages/a/a.wxml': '<view>防骗提醒：日入过千、躺赚都是骗局，谨防上当</view>',
    },
    expect: [],
  },
]
