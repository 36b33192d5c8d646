import type { Example } from '../kit.ts'

const home = { 'pages/home/home.wxml': '<navigator url="/pages/vote/vote">投票</navigator>', 'pages/home/home.js': 'Page({})' }

export const examples: readonly Example[] = [
  {
    name: { zh: '页面只显示自己的路径', en: 'a page shows its own path' },
    files: {
      ...home,
      'pages/vote/vote.wxml': '<!--pages/vote/vote.wxml-->\n<text>pages/vote/vote.wxml</text>',
      'pages/vote/vote.js': 'Page({ data: {} })',
    },
    expect: [{ message: 'stub', file: 'pages/vote/vote.wxml', excerpt: '<text>pages/vote/vote.wxml</text>', verdict: 'violation' }],
  },
  {
    name: { zh: '外面包了一层容器', en: 'the path stands in a container' },
    files: {
      ...home,
      'pages/vote/vote.wxml': '<view class="page"><text> pages/vote/vote.wxml </text></view>',
      'pages/vote/vote.js': 'Page({})',
    },
    expect: [{ message: 'stub', verdict: 'violation' }],
  },
  {
    name: { zh: '空白页', en: 'a blank page' },
    files: { ...home, 'pages/vote/vote.wxml': '<!-- 待写 -->\n<view class="page"></view>', 'pages/vote/vote.js': 'Page({})' },
    expect: [{ message: 'blank', verdict: 'violation' }],
  },
  {
    name: {
      zh: '内容来自数据或组件；开头的注释写着路径；启动页只负责跳转',
      en: 'content from data or a component, a path in a comment, a start page that only moves on',
    },
    files: {
      'pages/home/home.wxml': '<view></view>',
      'pages/home/home.js': "Page({ onLoad() { wx.reLaunch({ url: '/pages/vote/vote' }) } })",
      'pages/vote/vote.wxml':
        '<!--pages/vote/vote.wxml-->\n<view wx:for="{{items}}" wx:key="*this">{{item}}</view><navigator url="/pages/card/card">名片</navigator>',
      'pages/vote/vote.js': "Page({ data: { items: ['甲', '乙'] } })",
      'pages/card/card.wxml': '<image src="/card.png" />',
      'pages/card/card.js': 'Page({})',
    },
    expect: [],
  },
]
