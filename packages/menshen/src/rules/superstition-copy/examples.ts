import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '按生辰收费算命', en: 'a paid reading by birth date' },
    files: {
      'pages/a/a.ttml': '<view>生辰八字精批</view><view>大师在线算命 ￥38</view>',
    },
    expect: [{ message: 'fortune', file: 'pages/a/a.ttml', excerpt: '大师在线算命', verdict: 'violation' }],
  },
  {
    name: { zh: '名称带八字，按五行起名并收费', en: 'names sold by birth characters and elements' },
    files: {
      'pages/a/a.wxml': '<view>输入出生时辰，五行缺什么补什么</view><view>八字起名套餐 ¥199</view><button bindtap="go">立即测算</button>',
      'pages/a/a.js': 'Page({ go() {} })',
    },
    expect: [{ message: 'fortune', verdict: 'violation' }],
  },
  {
    name: { zh: '字义起名，声明不看八字；禁止算命的公告', en: 'names by meaning with a plain denial; a notice that forbids it' },
    files: {
      'pages/a/a.wxml': '<view>按字义和读音起名，不看八字五行，不算吉凶</view><view>社区内禁止发布算命、占卜内容</view>',
    },
    expect: [],
  },
]
