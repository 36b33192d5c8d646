import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '多开和自动抢红包', en: 'clones and automatic grabbing' },
    files: {
      'pages/a/a.wxml': '<view>推荐工具：微信多开助手、自动抢红包</view>',
    },
    expect: [{ message: 'cheat', verdict: 'violation' }],
  },
  {
    name: { zh: '外挂会导致封号', en: 'a warning' },
    files: {
      'pages/a/a.wxml': '<view>微信多开助手、自动抢红包都属于外挂，使用会导致账号被限制，请勿下载</view>',
    },
    expect: [],
  },
]
