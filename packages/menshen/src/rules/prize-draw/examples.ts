import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '整个程序只有转盘和分享', en: 'a wheel and sharing, and nothing else' },
    files: {
      'pages/a/a.ttml': '<view>幸运大转盘</view><button bindtap="spin">抽奖</button><button open-type="share">分享 +1 次</button>',
      'pages/a/a.js': 'Page({ spin() { tt.showToast({ title: "再来一次" }) }, onShareAppMessage() { return {} } })',
    },
    expect: [{ message: 'draw-program', excerpt: '大转盘', file: 'pages/a/a.ttml', verdict: 'violation' }],
  },
  {
    name: { zh: '商城里的一个转盘活动', en: 'one wheel in a shop' },
    files: {
      'app.json': '{ "pages": ["pages/a/a", "pages/b/b"] }',
      'pages/a/a.wxml': '<view bindtap="add">手冲壶 ¥168</view><navigator url="/pages/b/b">活动</navigator>',
      'pages/a/a.js': "Page({ add() { wx.setStorageSync('n', 1) } })",
      'pages/b/b.wxml': '<view>会员抽奖大转盘</view>',
      'pages/b/b.js': 'Page({})',
    },
    expect: [],
  },
  {
    name: { zh: '赔率与投金豆', en: 'odds and stakes in beans' },
    files: {
      'pages/a/a.wxml': '<view>主胜 赔率 1.85</view><button bindtap="bet">投 100 金豆</button>',
      'pages/a/a.js': "Page({ bet() { wx.request({ url: 'https://api.example.org/bets' }) } })",
    },
    expect: [{ message: 'betting', file: 'pages/a/a.wxml', excerpt: '主胜 赔率 1.85', verdict: 'violation' }],
  },
  {
    name: { zh: '比分直播，声明不提供竞猜；转盘式磨豆机', en: 'scores with a note against betting, and a grinder with a turntable' },
    files: {
      'pages/a/a.wxml': '<view>只提供比分，不提供任何竞猜、投注</view><view>转盘式磨豆机清洁方法</view>',
      'pages/a/a.js': 'Page({})',
    },
    expect: [],
  },
]
