import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '关注后才显示答案', en: 'the answer shows only to followers' },
    files: {
      'pages/a/a.wxml': '<view wx:if="{{ok}}">答案：甲</view><view wx:else>{{wall}}</view>',
      'pages/a/a.js':
        "Page({ data: { ok: false, wall: ['关注公众号「小灶」', '后即可查看'].join('') }, onShow() { wx.request({ url: 'https://api.example.org/oa/isFollower', success: (r) => this.setData({ ok: r.data.subscribe }) }) } })",
    },
    expect: [
      { message: 'unlocked-by-following', excerpt: 'wx:if="{{ok}}"', file: 'pages/a/a.wxml', verdict: 'violation' },
      { message: 'follow-demanded', excerpt: "'关注公众号「小灶」'", file: 'pages/a/a.js', verdict: 'violation' },
    ],
  },
  {
    name: { zh: '作者主页的关注按钮；公众号只作介绍', en: 'a follow button between users, and an account that is only mentioned' },
    files: {
      'pages/a/a.wxml': '<button wx:if="{{followed}}">已关注</button><view>考试动态也会发布在公众号「小灶」</view>',
      'pages/a/a.js':
        "Page({ data: { followed: false }, onLoad() { wx.request({ url: 'https://api.example.org/user', success: (r) => this.setData({ followed: r.data.followed }) }) } })",
    },
    expect: [],
  },
]
