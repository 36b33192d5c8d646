import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '抽血寄检知男女', en: 'a test of the unborn child’s sex' },
    files: {
      'pages/a/a.ttml': '<view>胎儿性别鉴定，寄血验子，提前知男女</view>',
    },
    expect: [{ message: 'unlawful', file: 'pages/a/a.ttml', excerpt: '胎儿性别鉴定，寄血', verdict: 'violation' }],
  },
  {
    name: { zh: '深夜飙车局', en: 'a street race' },
    files: {
      'pages/a/a.wxml': '<view>凌晨环路飙车局</view><view>遮好号牌，见警察就散</view>',
    },
    expect: [{ message: 'incite', file: 'pages/a/a.wxml', excerpt: '飙车局', verdict: 'violation' }],
  },
  {
    name: { zh: '安全提示', en: 'a safety note' },
    files: {
      'pages/a/a.ttml': '<view>水车、套牌车不得买卖；鉴定胎儿性别同样违法，见到请举报</view>',
    },
    expect: [],
  },
]
