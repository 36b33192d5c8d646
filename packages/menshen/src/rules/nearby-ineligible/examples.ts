import type { Example } from '../kit.ts'

const files = { 'pages/a/a.wxml': '<view>你好</view>' }
const entity = { kind: 'company', name: '示例网络有限公司' }
const places = [{ name: '示例路店', address: '示例市示例路 8 号', operator: '示例网络有限公司' }]

export const examples: readonly Example[] = [
  {
    name: { zh: '小程序定制公司开了附近', en: 'a builder of mini programs switched it on' },
    files,
    listing: { name: '快搭', intro: '小程序开发与代运营', entity, nearby: { enabled: true, places } },
    expect: [{ message: 'agency', listing: 'nearby', verdict: 'violation' }],
  },
  {
    name: { zh: '平台登记入驻房东的地点', en: 'a platform registers its hosts’ addresses' },
    files,
    listing: {
      name: '山居',
      intro: '汇集各地房东的房源平台',
      entity,
      nearby: { enabled: true, places: [{ name: '海边屋', operator: '入驻房东 陈某' }] },
    },
    expect: [{ message: 'members', listing: 'nearby', verdict: 'violation' }],
  },
  {
    name: { zh: '地点由别家经营', en: 'a place run by another firm' },
    files,
    listing: {
      name: '面馆',
      intro: '两家门店',
      entity,
      nearby: { enabled: true, places: [{ name: '东店', operator: '示例餐饮有限公司' }] },
    },
    expect: [{ message: 'operator', listing: 'nearby', verdict: 'review' }],
  },
  {
    name: { zh: '裁缝铺，小程序下单；未开启的开发公司', en: 'a tailor that takes orders by its program' },
    files,
    listing: { name: '针脚西服定制', intro: '西服定制，小程序下单到店试衣', entity, nearby: { enabled: true, places } },
    expect: [],
  },
  {
    name: { zh: '开发公司没有开启附近', en: 'a builder that left it off' },
    files,
    listing: { name: '快搭', intro: '小程序开发与代运营', entity, nearby: { enabled: false, places: [] } },
    expect: [],
  },
  {
    name: { zh: '附近的小程序里只有公司介绍', en: 'nearby, and only a company’s presentation' },
    files: {
      'pages/a/a.wxml': '<view>公司简介</view><view>二十年专注门窗</view><button bindtap="dial">咨询热线</button>',
      'pages/a/a.js': "Page({ dial() { wx.makePhoneCall({ phoneNumber: '000-0000' }) } })",
    },
    listing: { name: '顺和门窗', intro: '门窗产品介绍', nearby: { enabled: true, places: [] } },
    expect: [{ message: 'promotion-only', listing: 'nearby', verdict: 'review' }],
  },
  {
    name: { zh: '有公司介绍，也能预约量尺', en: 'a presentation, and measuring can be booked' },
    files: {
      'pages/a/a.wxml': '<view>公司简介</view><input placeholder="小区" bindinput="type" /><button bindtap="book">预约量尺</button>',
      'pages/a/a.js':
        "Page({ type(e) { this.v = e.detail.value }, book() { wx.request({ url: 'https://door.example.org/book', method: 'POST', data: { v: this.v } }) } })",
    },
    listing: { name: '顺和门窗', intro: '在线预约门窗量尺', nearby: { enabled: true, places: [] } },
    expect: [],
  },
]
