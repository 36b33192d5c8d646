import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '官方推荐', en: 'an official recommendation' },
    files: {
      'pages/a/a.wxml': '<view>微信官方推荐的保单工具，腾讯战略合作伙伴</view>',
    },
    expect: [{ message: 'endorsed', verdict: 'violation' }],
  },
  {
    name: { zh: '形近写法', en: 'a look-alike' },
    files: {
      'pages/a/a.wxml': '<view>徽信红包、腾迅零钱</view>',
    },
    expect: [{ message: 'look-alike', verdict: 'violation' }],
  },
  {
    name: { zh: '声明与腾讯无关', en: 'a disclaimer' },
    files: {
      'pages/a/a.wxml': '<view>本工具独立运营，与腾讯无合作关系，非微信官方</view><view>支持微信支付</view>',
    },
    listing: { name: '稳稳保单夹', intro: '整理保单' },
    expect: [],
  },
]
