import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '棋牌上下分', en: 'chips bought and cashed through an agent' },
    files: {
      'pages/a/a.ttml': '<view>{{games}}</view><button bindtap="go">上下分找代理</button>',
      'pages/a/a.js': "Page({ data: { games: '百家乐 · 老虎机' }, go() {} })",
    },
    expect: [{ message: 'betting', verdict: 'violation' }],
  },
  {
    name: { zh: '用符号隔开的赌博网站', en: 'a betting site’s name broken by signs' },
    files: {
      'pages/a/a.wxml': '<view>赌·博·网·站 注册送 ¥88</view>',
    },
    expect: [{ message: 'betting', verdict: 'violation' }],
  },
  {
    name: { zh: '反赌博宣传，赛程比分', en: 'a warning against gambling; fixtures and scores' },
    files: {
      'pages/a/a.ttml': '<view>警方提醒：远离赌博网站，百家乐都是骗局</view><view>本周赛程与比分</view>',
    },
    expect: [],
  },
  {
    name: { zh: '押金币，猜中翻倍', en: 'coins are staked and a right guess multiplies them' },
    files: { 'pages/a/a.wxml': '<view>押 100 金币</view><button>开转，猜中翻 8 倍</button><button>¥1 购买 100 金币</button>' },
    expect: [{ message: 'betting', verdict: 'violation' }],
  },
  {
    name: { zh: '猜对谜语得分', en: 'a right guess at a riddle scores' },
    files: { 'pages/a/a.wxml': '<view>猜对一题得 2 分</view><view>图片放大 8 倍</view>' },
    expect: [],
  },
]
