import type { Example } from '../kit.ts'

const page = { 'pages/shop/shop.wxml': '<button bindtap="near">附近门店</button>', 'pages/shop/shop.json': '{}' }

export const examples: readonly Example[] = [
  {
    name: { zh: '用了定位，没有声明', en: 'position is used and not declared' },
    files: {
      ...page,
      'app.json': '{ "pages": ["pages/shop/shop"], "permission": { "scope.userLocation": { "desc": "用于查找附近门店" } } }',
      'pages/shop/shop.js': 'const { getLocation } = wx\nPage({ near() { getLocation({ success: (r) => this.setData(r) }) } })',
    },
    expect: [{ message: 'undeclared', file: 'pages/shop/shop.js', excerpt: 'getLocation', verdict: 'violation' }],
  },
  {
    name: { zh: '模糊与精确位置同时声明', en: 'fuzzy and precise position declared together' },
    files: {
      ...page,
      'app.json': '{ "pages": ["pages/shop/shop"], "requiredPrivateInfos": ["getFuzzyLocation", "getLocation"] }',
      'pages/shop/shop.js': 'Page({ near() { wx.getLocation({}) } })',
    },
    expect: [{ message: 'exclusive', file: 'app.json', excerpt: '["getFuzzyLocation", "getLocation"]' }],
  },
  {
    name: { zh: '已声明；另有一个从未执行的库', en: 'declared, beside a library that never runs' },
    files: {
      ...page,
      'app.json': '{ "pages": ["pages/shop/shop"], "requiredPrivateInfos": ["getLocation"] }',
      'pages/shop/shop.js': 'Page({ near() { wx.getLocation({}) } })',
      'lib/stat.js': 'function old() { wx.choosePoi({}) }\nmodule.exports = old',
    },
    expect: [{ message: 'in-package', file: 'lib/stat.js', excerpt: 'wx.choosePoi', verdict: 'review' }],
  },
  {
    name: { zh: '已声明；注释里的旧代码', en: 'declared, beside old code in a comment' },
    files: {
      ...page,
      'app.json': '{ "pages": ["pages/shop/shop"], "requiredPrivateInfos": ["getLocation"] }',
      'pages/shop/shop.js': '// wx.choosePoi({})\nPage({ near() { wx.getLocation({}) } })',
    },
    expect: [],
  },
  {
    name: { zh: '只是字符串里提到接口名', en: 'the interface is only named in a text' },
    files: { ...page, 'pages/shop/shop.js': "Page({ near() { wx.showToast({ title: 'wx.getLocation 已停用' }) } })" },
    expect: [],
  },
]
