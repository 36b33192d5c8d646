import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '小产权现房', en: 'limited-title flats' },
    files: {
      'pages/a/a.ttml': '<view>小产权现房，村委会盖章</view><view>均价 5000 元</view>',
    },
    expect: [{ message: 'village', verdict: 'violation' }],
  },
  {
    name: { zh: '军产房约看', en: 'an armed-forces flat' },
    files: {
      'pages/a/a.ttml': '<view>大院 军产房 60 万</view><button bindtap="go">约看</button>',
      'pages/a/a.js': 'Page({ go() {} })',
    },
    expect: [{ message: 'army', verdict: 'violation' }],
  },
  {
    name: { zh: '认筹享优惠', en: 'a subscription offer' },
    files: {
      'pages/a/a.ttml': '<view>认筹享 2 万抵 5 万</view><button bindtap="go">立即认筹</button>',
      'pages/a/a.js': 'Page({ go() {} })',
    },
    expect: [{ message: 'presale', verdict: 'violation' }],
  },
  {
    name: { zh: '购房提醒', en: 'advice to buyers' },
    files: {
      'pages/a/a.ttml': '<view>小产权房、军产房不受法律保护，本站不发布</view><view>商品房，不动产权证可查</view>',
    },
    expect: [],
  },
]
