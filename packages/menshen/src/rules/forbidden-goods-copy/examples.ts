import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '一次性电子烟', en: 'disposable e-cigarettes' },
    files: {
      'pages/a/a.ttml': '<view>一次性电子烟 西瓜味 ￥59</view>',
    },
    expect: [{ message: 'tobacco', verdict: 'violation' }],
  },
  {
    name: { zh: '免费领 POS 机', en: 'a free terminal' },
    files: {
      'pages/a/a.ttml': '<view>免费领POS机，费率 0.38%，秒到账</view>',
    },
    expect: [{ message: 'terminal', verdict: 'violation' }],
  },
  {
    name: { zh: '禁烟提示', en: 'a no-smoking note' },
    files: {
      'pages/a/a.ttml': '<view>本店不售电子烟等任何烟草制品</view><view>本店禁止吸烟，吸烟有害健康</view>',
    },
    expect: [],
  },
]
