import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '专家号代挂', en: 'appointments obtained for pay' },
    files: {
      'pages/a/a.ttml': '<view>三甲专家号代挂，加急代抢号</view><view>每次 200 元</view>',
    },
    expect: [{ message: 'scalping', verdict: 'violation' }],
  },
  {
    name: { zh: '打击黄牛的公告', en: 'a notice against touts' },
    files: {
      'pages/a/a.ttml': '<view>严厉打击黄牛、号贩子，请勿购买高价票</view><button bindtap="go">本人取号</button>',
      'pages/a/a.js': 'Page({ go() {} })',
    },
    expect: [],
  },
]
