import type { Example } from '../kit.ts'

const PHARMACY = {
  'pages/drugs/drugs.wxml':
    '<view>网上药店</view><view wx:for="{{drugs}}" wx:key="n">{{item.n}} ¥{{item.p}}</view><view>处方药 药师审核</view><view>用法用量</view><button bindtap="buy">立即购买</button>',
  'pages/drugs/drugs.js':
    "Page({ data: { drugs: [{ n: '感冒药 非处方药', p: 18 }, { n: '布洛芬缓释胶囊', p: 22 }] }, buy() { wx.requestPayment({}) } })",
}
const listing = (qualifications: readonly object[]) => ({
  name: '示例大药房',
  categories: ['医疗/药品（非处方药）销售'],
  entity: { kind: 'company' },
  qualifications,
})
const ALL = [
  { kind: '药品经营许可证', validUntil: '2030-01-01' },
  { kind: '互联网药品信息服务资格证书', validUntil: '2030-01-01' },
  { kind: '医疗器械经营许可证', validUntil: '2030-01-01' },
  { kind: '药品网络销售备案' },
  { kind: '营业执照' },
]

/** A clinic whose doctors are seen there; and the same with advice from afar. */
const clinic = (more = ''): Readonly<Record<string, string>> => ({
  'pages/doctors/doctors.wxml': `<view>选医生</view><view wx:for="{{doctors}}" wx:key="n">{{item.n}} {{item.t}} 挂号费 ¥30</view><view>预约挂号 号源 就诊人 门诊 挂号 就诊时间</view>${more}<button bindtap="book">预约挂号</button>`,
  'pages/doctors/doctors.js':
    "Page({ data: { doctors: [{ n: '甲', t: '主治医师' }, { n: '乙', t: '副主任医师' }] }, book() { wx.requestPayment({}) } })",
})
const visits = { ...listing([{ kind: '医疗机构执业许可证', validUntil: '2030-01-01' }]), categories: ['医疗服务 > 就医服务'] }

export const examples: readonly Example[] = [
  {
    name: { zh: '卖药而没有许可证', en: 'medicine without a licence' },
    files: PHARMACY,
    listing: listing([]),
    expect: [{ message: 'unlicensed', verdict: 'violation' }],
  },
  {
    name: { zh: '卖药，许可证过期', en: 'a licence past its date' },
    files: PHARMACY,
    listing: listing(ALL.map((one) => (one.kind === '药品经营许可证' ? { ...one, validUntil: '2020-01-01' } : one))),
    expect: [
      { message: 'expired', listing: 'qualifications', verdict: 'violation' },
      { message: 'unlicensed', verdict: 'violation' },
    ],
  },
  {
    name: { zh: '没有提审信息：提醒准备资质', en: 'no listing: papers to prepare' },
    files: PHARMACY,
    expect: [{ message: 'needed', verdict: 'review' }],
  },
  {
    name: { zh: '申报了要资质的类目，没有附上', en: 'a category that wants papers, none given' },
    files: { 'pages/day/day.wxml': '<view>今天写点什么</view>' },
    listing: { ...listing([]), categories: ['社交/社区、论坛'] },
    expect: [{ message: 'lacking', listing: 'categories', verdict: 'review' }],
  },
  {
    name: { zh: '门诊有执业许可，医生当面看诊', en: 'a licensed clinic whose doctors are seen there' },
    files: clinic(),
    listing: visits,
    expect: [],
  },
  {
    name: { zh: '同一家门诊，另有图文问诊', en: 'the same clinic, advising from afar as well' },
    files: clinic('<view>图文问诊 描述症状 医生回复</view>'),
    listing: visits,
    expect: [{ message: 'unlicensed', verdict: 'violation' }],
  },
  {
    name: { zh: '证件写的是别人', en: 'papers in another’s name' },
    files: { 'pages/day/day.wxml': '<view>今天写点什么</view>' },
    listing: {
      ...listing([{ kind: '食品经营许可证', validUntil: '2030-01-01', holder: '大运河食品有限公司' }]),
      categories: ['商家自营/食品'],
      entity: { kind: 'company', name: '米香坊食品店' },
    },
    expect: [{ message: 'other-name', listing: 'qualifications', verdict: 'violation' }],
  },
  {
    name: {
      zh: '证件是自己的，写法略有不同；合作方的附了协议',
      en: 'papers of one’s own, spelt a little otherwise; a partner’s with its contract',
    },
    files: { 'pages/day/day.wxml': '<view>今天写点什么</view>' },
    listing: {
      ...listing([
        { kind: '食品经营许可证', validUntil: '2030-01-01', holder: '米香坊（食品店）' },
        { kind: '食品生产许可证', validUntil: '2030-01-01', holder: '大运河食品有限公司' },
        { kind: '委托生产合作协议' },
      ]),
      categories: ['商家自营/食品'],
      entity: { kind: 'company', name: '米香坊食品店' },
    },
    expect: [],
  },
  {
    name: { zh: '资质齐全', en: 'all papers held' },
    files: PHARMACY,
    listing: listing(ALL),
    expect: [],
  },
]
