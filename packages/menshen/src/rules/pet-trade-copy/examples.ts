import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '小偿领养', en: 'adoption for a token fee' },
    files: {
      'pages/a/a.ttml': '<view>布偶幼猫小偿领养，领养费 800 元</view>',
    },
    expect: [{ message: 'adoption', verdict: 'violation' }],
  },
  {
    name: { zh: '宠物空运', en: 'pets by air' },
    files: {
      'pages/a/a.ttml': '<view>全国宠物空运，上门取宠，活体托运 2 元/公里</view>',
    },
    expect: [{ message: 'transport', verdict: 'violation' }],
  },
  {
    name: { zh: '无偿领养；不做托运', en: 'free adoption; no shipping' },
    files: {
      'pages/a/a.ttml': '<view>免费领养，不收押金，签协议即可</view><view>宠物空运、托运有死亡风险，我们不提供也不推荐</view>',
    },
    expect: [],
  },
]
