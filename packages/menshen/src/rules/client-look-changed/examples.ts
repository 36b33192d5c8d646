import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '声称一键美化微信聊天背景', en: 'said to change the background of chats' },
    files: { 'pages/a/a.wxml': '<view>••• ◎</view><view>一键更换微信聊天背景与气泡</view>', 'pages/a/a.js': 'Page({})' },
    expect: [{ message: 'offered', file: 'pages/a/a.wxml', verdict: 'violation' }],
  },
  {
    name: { zh: '画了假胶囊', en: 'a capsule is drawn' },
    files: { 'pages/a/a.wxml': '<view>••• ◎</view>', 'pages/a/a.js': 'Page({})' },
    expect: [{ message: 'capsule-drawn', verdict: 'review' }],
  },
  {
    name: { zh: '只换本小程序的配色', en: 'only the program’s own colours change' },
    files: { 'pages/a/a.wxml': '<view>更换本小程序的配色，不影响微信界面</view>', 'pages/a/a.js': 'Page({})' },
    expect: [],
  },
]
