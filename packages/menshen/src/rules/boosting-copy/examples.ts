import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '王者代练，拼音写法', en: 'rank boosting, half in Latin letters' },
    files: {
      'pages/a/a.ttml': '<view>王者代lian 接单大厅</view><view>包上分 一星 10 元</view>',
    },
    expect: [{ message: 'boosting', verdict: 'violation' }],
  },
  {
    name: { zh: '公约禁止代练', en: 'a rule against it' },
    files: {
      'pages/a/a.ttml': '<view>战队公约：禁止代练、代打上分</view><view>第三关攻略</view>',
    },
    expect: [],
  },
]
