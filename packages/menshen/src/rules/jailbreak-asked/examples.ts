import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '步骤里要求先获取 ROOT 权限', en: 'a step tells people to root the phone first' },
    files: {
      'pages/a/a.wxml': '<view wx:for="{{steps}}" wx:key="*this">{{item}}</view>',
      'pages/a/a.js': "const r = 'ROO' + 'T'\nPage({ data: { steps: [`先为手机获取 ${r} 权限，再回来使用`, '关闭系统防护后点击开始'] } })",
    },
    expect: [{ message: 'asked', file: 'pages/a/a.js', excerpt: '`先为手机获取 ${r} 权限，再回来使用`', verdict: 'violation' }],
  },
  {
    name: { zh: '劝人不要越狱', en: 'people are warned against it' },
    files: {
      'pages/a/a.wxml': '<view>不要越狱：越狱会让他人更容易读到你的数据</view><view>本工具不需要 ROOT 权限</view>',
    },
    expect: [],
  },
]
