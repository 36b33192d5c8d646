import type { Example } from '../kit.ts'

const view = { 'pages/a/a.wxml': '<button bindtap="near">附近门店</button>' }

export const examples: readonly Example[] = [
  {
    name: { zh: '没有 permission，也没有弹窗', en: 'no permission entry and no dialog' },
    files: { ...view, 'pages/a/a.js': 'Page({ near() { wx.getLocation({}) } })' },
    expect: [{ message: 'no-word', excerpt: 'wx.getLocation', verdict: 'review' }],
  },
  {
    name: { zh: '写了用途', en: 'the purpose is declared' },
    files: {
      ...view,
      'app.json': '{ "pages": ["pages/a/a"], "permission": { "scope.userLocation": { "desc": "用于查找附近门店" } } }',
      'pages/a/a.js': 'Page({ near() { wx.getLocation({}) } })',
    },
    expect: [],
  },
]
