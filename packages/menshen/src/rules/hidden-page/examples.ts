import type { Example } from '../kit.ts'

const app = '{ "pages": ["pages/a/a", "pages/hall/hall"] }'
const start =
  "Page({ onShow() { const to = { 1047: '/pages/hall/hall' }[wx.getEnterOptionsSync().scene]; if (to) wx.redirectTo({ url: to }) } })"

export const examples: readonly Example[] = [
  {
    name: { zh: '特定场景值才进入的棋牌大厅', en: 'a gambling hall that only one scene value opens' },
    files: {
      'app.json': app,
      'pages/a/a.wxml': '<view>文具清单</view>',
      'pages/a/a.js': start,
      'pages/hall/hall.wxml': '<view>棋牌大厅 百元场</view><button bindtap="sit">买入筹码下注</button>',
      'pages/hall/hall.js': 'Page({ sit() {} })',
    },
    expect: [{ message: 'hidden', file: 'pages/a/a.js', excerpt: 'wx.redirectTo', verdict: 'violation' }],
  },
  {
    name: { zh: '同样的页面也有看得见的入口', en: 'the same page with an entry on screen' },
    files: {
      'app.json': app,
      'pages/a/a.wxml': '<view>文具清单</view><navigator url="/pages/hall/hall">年级清单</navigator>',
      'pages/a/a.js': start,
      'pages/hall/hall.wxml': '<view>一年级</view>',
      'pages/hall/hall.js': 'Page({})',
    },
    expect: [],
  },
]
