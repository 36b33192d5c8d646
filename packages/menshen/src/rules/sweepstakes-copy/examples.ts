import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '发起抽奖的工具', en: 'a tool for starting draws' },
    files: {
      'pages/a/a.wxml': '<view>抽奖助手</view><button bindtap="go">发起抽奖</button><view>每日抽奖，抽大奖</view>',
      'pages/a/a.js': 'Page({ go() {} })',
    },
    expect: [{ message: 'draw', file: 'pages/a/a.wxml', excerpt: '抽奖助手', verdict: 'violation' }],
  },
  {
    name: { zh: '商城里的一个转盘，供人工判断', en: 'a wheel inside a shop, for a human' },
    files: {
      'pages/a/a.ttml': '<view>水杯 ￥39</view><view>毛巾 ￥19</view>',
      'pages/wheel/wheel.ttml': '<view>幸运大抽奖</view><view>剩余抽奖次数 1 次</view>',
      'pages/cart/cart.ttml': '<view>购物车</view>',
      'pages/list/list.ttml': '<view>全部商品</view>',
    },
    expect: [{ message: 'draw', verdict: 'review' }],
  },
  {
    name: { zh: '禁止组织抽奖的规则', en: 'a rule against draws' },
    files: {
      'pages/a/a.wxml': '<view>发布规范：不得组织抽奖、一元夺宝等活动</view>',
    },
    expect: [],
  },
]
