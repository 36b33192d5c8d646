import type { Example } from '../kit.ts'

const files = { 'pages/a/a.wxml': '<view>首页</view>', 'pages/a/a.js': 'Page({})' }

export const examples: readonly Example[] = [
  {
    name: { zh: '泛称，字间加空格', en: 'a generic word with a space in it' },
    files,
    listing: { name: '日 历', intro: '查看农历与节气' },
    expect: [{ message: 'generic', listing: 'name', verdict: 'violation' }],
  },
  {
    name: { zh: '广告法禁用词与促销词', en: 'words that advertising law forbids, and sales words' },
    files,
    listing: { name: '田头蔬菜社区预订', intro: '国 家 级 品质蔬菜，销量第一' },
    expect: [{ message: 'words', listing: 'intro', verdict: 'violation' }],
  },
  {
    name: { zh: '简介塞满热门名称和流行语', en: 'an introduction stuffed with popular names' },
    files,
    listing: { name: '折纸小记', intro: '折纸教程，羊了个羊、抖音神曲、绝绝子都在看' },
    expect: [{ message: 'words', listing: 'intro', verdict: 'violation' }],
  },
  {
    name: { zh: '名字外面包了符号', en: 'signs wrapped round the name' },
    files,
    listing: { name: '★花信风A1~~' },
    expect: [{ message: 'decorated', listing: 'name', verdict: 'violation' }],
  },
  {
    name: { zh: '名称过长', en: 'a name that is too long' },
    files,
    listing: { name: '江南水乡古镇民宿预订与周边游玩路线推荐服务' },
    expect: [{ message: 'length', listing: 'name' }],
  },
  {
    name: { zh: '抖音小程序的名称含平台字样', en: 'the platform’s name in that of a Douyin program' },
    platform: 'douyin',
    files: { 'pages/a/a.ttml': '<view>首页</view>', 'pages/a/a.js': 'Page({})' },
    listing: { name: '抖音折扣助手' },
    expect: [{ message: 'platform', listing: 'name', verdict: 'violation' }],
  },
  {
    name: { zh: '像是平台的商店', en: 'a name like a store of the platform' },
    files,
    listing: { name: '青柠小程序大全' },
    expect: [{ message: 'platform', listing: 'name', verdict: 'review' }],
  },
  {
    name: { zh: '品牌加泛称、间隔号、无害的“第一”和“最”', en: 'a brand before the word, a dot within a brand, harmless 第一 and 最' },
    files,
    listing: { name: '花信风·赏花册', intro: '第一次使用请先选自提点；最晚前一天 20 点下单' },
    expect: [],
  },
  {
    name: { zh: '抖音：简介里留了微信号', en: 'Douyin: an account of another service in the introduction' },
    platform: 'douyin',
    files: { 'pages/a/a.ttml': '<view>茶</view>', 'pages/a/a.js': 'Page({})' },
    listing: { name: '青岚茶铺', intro: '选购岩茶与白茶，加微信 tea88888 咨询' },
    expect: [{ message: 'contact', listing: 'intro', verdict: 'violation' }],
  },
  {
    name: { zh: '抖音：简介里的年份和编号', en: 'Douyin: years and numbers in the introduction' },
    platform: 'douyin',
    files: { 'pages/a/a.ttml': '<view>茶</view>', 'pages/a/a.js': 'Page({})' },
    listing: { name: '青岚茶铺', intro: '选购 1998 年的岩茶，输入订单号 20240101123 查看物流' },
    expect: [],
  },
]
