import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '开奖查询', en: 'looking up winning numbers' },
    files: {
      'pages/a/a.ttml': '<view>双色球开奖查询</view><view>大乐透今日开奖号码</view>',
    },
    expect: [{ message: 'ticket', file: 'pages/a/a.ttml', excerpt: '大乐透今日开奖', verdict: 'violation' }],
  },
  {
    name: { zh: '一处单独提到，供人工判断', en: 'one mention, for a human' },
    files: {
      'pages/a/a.wxml': '<view>楼下便利店、福彩站、菜市场</view>',
    },
    expect: [{ message: 'ticket', verdict: 'review' }],
  },
  {
    name: { zh: '声明不售彩票', en: 'a plain denial' },
    files: {
      'pages/a/a.ttml': '<view>本店不销售彩票，禁止未成年人购买彩票</view>',
    },
    expect: [],
  },
]
