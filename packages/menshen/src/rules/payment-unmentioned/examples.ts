import type { Example } from '../kit.ts'

const files = {
  'pages/a/a.wxml': '<button bindtap="book">支付 ¥25 预订</button>',
  'pages/a/a.js': 'Page({ book() { wx.requestPayment({}) } })',
}

export const examples: readonly Example[] = [
  {
    name: { zh: '简介只说查询', en: 'the introduction only speaks of looking things up' },
    files,
    listing: { intro: '查看泳池空道与人流' },
    expect: [{ message: 'unmentioned', listing: 'intro', verdict: 'violation' }],
  },
  {
    name: { zh: '简介写明在线支付', en: 'the introduction says that one pays' },
    files,
    listing: { intro: '查看泳池空道，在线支付预订' },
    expect: [],
  },
  {
    name: { zh: '没有支付的程序', en: 'a program without payment' },
    files: { 'pages/a/a.wxml': '<view>步数</view>', 'pages/a/a.js': 'Page({})' },
    listing: { intro: '查看步数' },
    expect: [],
  },
]
