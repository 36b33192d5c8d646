import type { Example } from '../kit.ts'

const page = { 'pages/a/a.wxml': '<view>日报</view>', 'pages/a/a.js': 'Page({ onPullDownRefresh() {} })' }

export const examples: readonly Example[] = [
  {
    name: { zh: '白底浅色字', en: 'light on white' },
    files: { ...page, 'pages/a/a.json': '{ "enablePullDownRefresh": true, "backgroundColor": "#fff", "backgroundTextStyle": "light" }' },
    expect: [{ message: 'hidden', file: 'pages/a/a.json', excerpt: '"light"', verdict: 'violation' }],
  },
  {
    name: { zh: '全局设置的浅色字，背景是默认的白', en: 'light for all pages, the background left white' },
    files: {
      ...page,
      'app.json': '{ "pages": ["pages/a/a"], "window": { "enablePullDownRefresh": true, "backgroundTextStyle": "light" } }',
    },
    expect: [{ message: 'hidden', file: 'app.json', verdict: 'review' }],
  },
  {
    name: { zh: '浅底深色字；浅色字的页面不能下拉', en: 'dark on light; the page with light dots cannot be pulled' },
    files: {
      ...page,
      'app.json': '{ "pages": ["pages/a/a", "pages/b/b"], "window": { "backgroundTextStyle": "dark", "backgroundColor": "#f8f8f8" } }',
      'pages/a/a.json': '{ "enablePullDownRefresh": true }',
      'pages/b/b.json': '{ "backgroundTextStyle": "light", "backgroundColor": "#ffffff" }',
      'pages/b/b.wxml': '<view>周报</view>',
      'pages/b/b.js': 'Page({})',
    },
    expect: [],
  },
]
