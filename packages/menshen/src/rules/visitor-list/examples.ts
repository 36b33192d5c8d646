import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '谁看过我', en: 'who looked at me' },
    files: { 'pages/a/a.wxml': '<view>谁看过我</view>', 'pages/a/a.js': 'Page({})' },
    expect: [{ message: 'who-looked', verdict: 'violation' }],
  },
  {
    name: { zh: '小区来访登记；我的浏览历史', en: 'visitors of a building; one’s own history' },
    files: { 'pages/a/a.wxml': '<view>来访登记：访客记录</view><view>我看过的商品</view>', 'pages/a/a.js': 'Page({})' },
    expect: [],
  },
]
