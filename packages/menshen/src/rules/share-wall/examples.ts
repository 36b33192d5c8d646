import type { Example } from '../kit.ts'

const button = '<button open-type="share">告诉朋友</button>'

export const examples: readonly Example[] = [
  {
    name: { zh: '分享回调里解锁全文', en: 'the share hook unlocks the text' },
    files: {
      'pages/a/a.wxml': `<view wx:if="{{unlocked}}">全文</view>${button}`,
      'pages/a/a.js': 'Page({ data: { unlocked: false }, onShareAppMessage() { this.setData({ unlocked: true }); return {} } })',
    },
    expect: [{ message: 'unlocked-by-share', file: 'pages/a/a.js', verdict: 'violation' }],
  },
  {
    name: { zh: '离开三秒就当作分享过', en: 'three seconds away count as a share' },
    files: {
      'pages/a/a.wxml': `<view wx:if="{{all}}">全文</view>${button}`,
      'pages/a/a.js':
        'let left = 0\nPage({ data: { all: false }, onHide() { left = Date.now() }, onShow() { if (left && Date.now() - left > 3000) this.setData({ all: true }) }, onShareAppMessage() { return {} } })',
    },
    expect: [{ message: 'away-timer', verdict: 'violation' }],
  },
  {
    name: { zh: '读取群票据', en: 'a group ticket is read' },
    files: {
      'pages/a/a.wxml': button,
      'pages/a/a.js':
        "Page({ onLoad(q) { if (q.shareTicket) wx.getShareInfo({ shareTicket: q.shareTicket, success: (r) => wx.request({ url: 'https://api.example.org/g', data: r }) }) } })",
    },
    expect: [{ message: 'group-ticket', verdict: 'review' }],
  },
  {
    name: { zh: '文案写明分享后查看', en: 'the words say that sharing comes first' },
    files: { 'pages/a/a.wxml': '<view>分享到群后即可查看完整答案</view>', 'pages/a/a.js': 'Page({})' },
    expect: [{ message: 'share-demanded', verdict: 'violation' }],
  },
  {
    name: { zh: '分享随意，分享时收起面板、记录次数', en: 'sharing is free; the panel closes and a count is kept' },
    files: {
      'pages/a/a.wxml': `<view wx:if="{{showPanel}}">${button}</view><view>全文</view>`,
      'pages/a/a.js':
        "Page({ data: { showPanel: true, times: 0 }, onShareAppMessage() { this.setData({ showPanel: false, times: 1 }); return { title: '好诗共读' } } })",
    },
    expect: [],
  },
]
