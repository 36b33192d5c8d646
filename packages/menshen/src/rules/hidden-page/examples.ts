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
  {
    name: { zh: '连点标题七次才打开借款页', en: 'seven taps on the title open a page of loans' },
    files: {
      'pages/a/a.wxml': '<view bindtap="title">记事小本</view>',
      'pages/a/a.js': "let taps = 0\nPage({ title() { taps += 1; if (taps % 7 === 0) wx.navigateTo({ url: '/pages/b/b' }) } })",
      'pages/b/b.wxml': '<view>极速借款 最高 50000</view><button bindtap="apply">立即申请</button>',
      'pages/b/b.js': "Page({ apply() { wx.request({ url: 'https://api.example.org/loan' }) } })",
    },
    expect: [{ message: 'behind-taps', file: 'pages/a/a.js', excerpt: 'wx.navigateTo', verdict: 'violation' }],
  },
  {
    name: { zh: '同一页也从列表进入', en: 'the same page, linked from a list as well' },
    files: {
      'pages/a/a.wxml': '<view bindtap="title">记事小本</view><view bindtap="open">借款</view>',
      'pages/a/a.js':
        "let taps = 0\nPage({ title() { taps += 1; if (taps % 7 === 0) wx.navigateTo({ url: '/pages/b/b' }) }, open() { wx.navigateTo({ url: '/pages/b/b' }) } })",
      'pages/b/b.wxml': '<view>极速借款 最高 50000</view>',
      'pages/b/b.js': 'Page({})',
    },
    expect: [],
  },
  {
    name: { zh: '连点版本号打开调试页', en: 'taps on the version number open what developers use' },
    files: {
      'pages/a/a.wxml': '<view bindtap="version">1.2.0</view>',
      'pages/a/a.js': "Page({ count: 0, version() { this.count++; if (this.count >= 5) wx.navigateTo({ url: '/pages/debug/debug' }) } })",
      'pages/debug/debug.wxml': '<view>接口地址</view>',
      'pages/debug/debug.js': 'Page({})',
    },
    expect: [],
  },
]
