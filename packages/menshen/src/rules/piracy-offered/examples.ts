import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '破解版与会员解析', en: 'cracked copies and resolving of memberships' },
    files: {
      'pages/a/a.ttml': '<view tt:for="{{items}}" tt:key="*this">{{item}}</view>',
      'pages/a/a.js': "Page({ data: { items: ['修图某 2026 破解版 + 注册机', 'VIP 影视全集免会员解析'] } })",
    },
    expect: [{ message: 'offered', verdict: 'violation' }],
  },
  {
    name: { zh: '提醒不要用破解版', en: 'a warning against cracked copies' },
    files: { 'pages/a/a.ttml': '<view>为什么别用破解版：可能带木马，也侵犯著作权</view><view>修图软件怎么买正版</view>' },
    expect: [],
  },
  {
    name: { zh: '开通本站会员后课程免费看', en: 'courses that are free for one’s own members' },
    files: { 'pages/a/a.wxml': '<view>开通 VIP 会员，全站课程免费看</view><button>开通会员</button>' },
    expect: [],
  },
]
