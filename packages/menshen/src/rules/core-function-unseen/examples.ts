import { type Example, sketchMove, sketchPass, sketchRun } from '../kit.ts'

const files = { 'pages/home/home.wxml': '<view>{{title}}</view>', 'pages/home/home.js': 'Page({})' }
const listing = { name: '巷口', intro: '外卖点餐，三公里内半小时送达' }
const shows = (...texts: readonly string[]) =>
  sketchRun(sketchPass({}, sketchMove({ do: 'launch' }, { screen: { route: 'pages/home/home', texts } })))

export const examples: readonly Example[] = [
  {
    name: { zh: '简介说外卖，首页只有广告', en: 'the introduction speaks of meals, and home shows advertisements' },
    files,
    listing,
    run: shows('本周好物推荐清单', '限时领取优惠红包', '邀请好友一起来玩'),
    expect: [{ message: 'not-on-home', file: 'pages/home/home.wxml', verdict: 'review' }],
  },
  {
    name: { zh: '首页就能点餐', en: 'meals are ordered on the home page' },
    files,
    listing,
    run: shows('今天想吃什么', '附近的店半小时送到家', '点餐记录'),
    expect: [],
  },
  {
    name: { zh: '首页全是图片，读不出来', en: 'a home page of pictures, which cannot be read' },
    files,
    listing,
    run: shows('更多'),
    expect: [],
  },
]
