import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '数据里的胁迫文案', en: 'pressing words in a data file' },
    files: {
      'data/posts.js': "module.exports = [{ t: '不转不是中国人，快让家人看到' }]",
      'pages/a/a.wxml': '<view wx:for="{{list}}" wx:key="t">{{item.t}}</view>',
      'pages/a/a.js': "Page({ data: { list: require('../../data/posts') } })",
    },
    expect: [{ message: 'pressed', file: 'data/posts.js', verdict: 'violation' }],
  },
  {
    name: { zh: '辟谣文章引用这类话', en: 'an article against rumours quotes such words' },
    files: { 'pages/a/a.wxml': '<view>谣言常用“不转不是中国人”之类的话，请勿相信，谨防诈骗</view>', 'pages/a/a.js': 'Page({})' },
    expect: [],
  },
]
