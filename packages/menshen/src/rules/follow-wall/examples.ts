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
  {
    name: { zh: '关注后回复才拿到解锁码', en: 'the code comes by a reply to an account that one follows' },
    files: {
      'pages/a/a.wxml': '<view>{{tip}}</view><input bindinput="type" /><button bindtap="open">解锁</button>',
      'pages/a/a.js':
        "Page({ data: { tip: '关注公众号「模板库」，回复“模板”获取解锁码' }, type(e) { this.code = e.detail.value }, open() { this.setData({ ok: this.code === '8866' }) } })",
    },
    expect: [{ message: 'follow-demanded', file: 'pages/a/a.js', verdict: 'violation' }],
  },
  {
    name: { zh: '公众号介绍与回复关键词查资料', en: 'an account that is introduced, with what it answers' },
    files: {
      'pages/a/a.wxml': '<button bindtap="down">下载</button><view>公众号「模板库」每周更新，短信会收到验证码</view>',
      'pages/a/a.js': "Page({ down() { wx.downloadFile({ url: 'https://cdn.example.org/1.docx' }) } })",
    },
    expect: [],
  },
]
