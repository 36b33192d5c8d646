import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '建造师证挂靠', en: 'a lent certificate' },
    files: {
      'pages/a/a.ttml': '<view>建造师挂靠，代考科目，刻章办证</view>',
    },
    expect: [{ message: 'papers', file: 'pages/a/a.ttml', excerpt: '挂靠，代考科目，刻章', verdict: 'violation' }],
  },
  {
    name: { zh: '十元一千粉', en: 'followers by the thousand' },
    files: {
      'pages/a/a.ttml': '<view>买粉丝秒到，刷播放量，负面代删</view>',
    },
    expect: [{ message: 'traffic', file: 'pages/a/a.ttml', excerpt: '买粉丝', verdict: 'violation' }],
  },
  {
    name: { zh: '新店补单套餐', en: 'fake orders for new shops' },
    files: {
      'pages/a/a.wxml': '<view>新店补.单套餐</view><view>¥880</view>',
    },
    expect: [{ message: 'traffic', verdict: 'violation' }],
  },
  {
    name: { zh: '零门槛日赚三百', en: 'three hundred a day for nothing' },
    files: {
      'pages/a/a.ttml': '<view>零门槛日赚 300，手机打字赚钱，先交押金进网赚群</view>',
    },
    expect: [{ message: 'earning', file: 'pages/a/a.ttml', excerpt: '日赚 300', verdict: 'violation' }],
  },
  {
    name: { zh: '防骗提醒', en: 'a warning' },
    files: {
      'pages/a/a.ttml': '<view>警方提醒：刷单返利、手机打字赚钱都是诈骗</view><view>严禁代考、证书挂靠</view>',
    },
    expect: [],
  },
]
