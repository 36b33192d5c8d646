import type { Example } from '../kit.ts'

const PHARMACY = {
  'pages/drugs/drugs.wxml':
    '<view>网上药店</view><view wx:for="{{drugs}}" wx:key="n">{{item.n}} ¥{{item.p}}</view><view>处方药 药师审核</view><view>用法用量</view><button bindtap="buy">立即购买</button>',
  'pages/drugs/drugs.js':
    "Page({ data: { drugs: [{ n: '感冒药 非处方药', p: 18 }, { n: '布洛芬缓释胶囊', p: 22 }] }, buy() { wx.requestPayment({}) } })",
}
const DIARY = {
  'pages/day/day.wxml': '<view>今天写点什么</view><input placeholder="心情" /><button bindtap="save">保存</button>',
  'pages/day/day.js': "Page({ save() { wx.setStorageSync('day', 1) } })",
}

export const examples: readonly Example[] = [
  {
    name: { zh: '工具类目下卖药', en: 'medicine sold under a category for tools' },
    files: PHARMACY,
    listing: { name: '家庭药箱', categories: ['工具/图片处理'], entity: { kind: 'company' } },
    expect: [{ message: 'wrong', verdict: 'violation' }],
  },
  {
    name: { zh: '类目之外还卖药', en: 'medicine beside what was declared' },
    files: {
      ...PHARMACY,
      'pages/count/count.wxml': '<view>计算器</view><view>单位换算</view><view>记账</view><view>备忘录</view><view>BMI</view>',
    },
    listing: { name: '药箱与记账', categories: ['工具/记账、日历、天气、备忘录、计算'], entity: { kind: 'company' } },
    expect: [{ message: 'undeclared', verdict: 'violation' }],
  },
  {
    name: { zh: '个人主体卖药', en: 'an individual sells medicine' },
    files: PHARMACY,
    listing: { name: '家庭药箱', categories: ['医疗/药品（非处方药）销售'], entity: { kind: 'person' } },
    expect: [{ message: 'not-for-individuals', verdict: 'violation' }],
  },
  {
    name: { zh: '提供彩票查询', en: 'lottery results' },
    platform: 'douyin',
    files: { 'pages/n/n.ttml': '<view>双色球 大乐透</view><view>开奖号码</view><view>走势图</view><view>福彩 排列三</view>' },
    expect: [{ message: 'closed', verdict: 'review' }],
  },
  {
    name: { zh: '没有提审信息的药店：不知道类目', en: 'a pharmacy without a listing: categories unknown' },
    files: PHARMACY,
    expect: [],
  },
  {
    name: { zh: '药品类目已申报；写日记的工具', en: 'the category is declared' },
    files: { ...PHARMACY, ...DIARY },
    listing: { name: '示例大药房', categories: ['医疗/药品（非处方药）销售'], entity: { kind: 'company' } },
    expect: [],
  },
]
