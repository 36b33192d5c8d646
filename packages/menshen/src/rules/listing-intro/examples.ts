import type { Example } from '../kit.ts'

const files = {
  'pages/a/a.wxml': '<input placeholder="墙长（米）" /><button>算用量</button><view>墙漆与地板用料清单</view>',
  'pages/a/a.js': 'Page({})',
}

export const examples: readonly Example[] = [
  {
    name: { zh: '只有口号', en: 'slogans only' },
    files,
    listing: { name: '顺手量房', intro: '致力于为用户提供专业贴心的一站式服务，让生活更美好', description: '专注品质，用心服务每一位用户' },
    expect: [{ message: 'hollow', listing: 'intro', verdict: 'violation' }],
  },
  {
    name: { zh: '没有简介', en: 'no introduction' },
    files,
    listing: { name: '顺手量房' },
    expect: [{ message: 'missing', listing: 'intro' }],
  },
  {
    name: { zh: '简介太长', en: 'an introduction that is too long' },
    files,
    listing: { name: '顺手量房', intro: `输入墙长和层高，算出用量。${'面积、墙漆、地板都能算。'.repeat(12)}` },
    expect: [{ message: 'length', listing: 'intro' }],
  },
  {
    name: { zh: '名称说画板，简介和页面是报税', en: 'the name speaks of drawing, all else of taxes' },
    files: { 'pages/a/a.wxml': '<view>增值税申报期：15 日</view>', 'pages/a/a.js': 'Page({})' },
    listing: { name: '小熊画板', intro: '小规模企业报税日历，申报截止提醒', description: '增值税、个税申报期提醒' },
    expect: [{ message: 'unrelated', listing: 'name', verdict: 'violation' }],
  },
  {
    name: { zh: '起的是雅号，须由人看', en: 'a fanciful name is for a person' },
    files: { 'pages/a/a.wxml': '<view>增值税申报期：15 日</view>', 'pages/a/a.js': 'Page({})' },
    listing: { name: '云朵拾光', intro: '小规模企业报税日历，申报截止提醒', description: '增值税、个税申报期提醒' },
    expect: [{ message: 'unrelated', listing: 'name', verdict: 'review' }],
  },
  {
    name: { zh: '简介说订餐，页面全是量房', en: 'the introduction speaks of meals, the pages of rooms' },
    files: {
      'pages/a/a.wxml': '<view>墙漆与地板用料清单，先填房间长宽高，再选涂料品牌与地板规格，最后生成采购清单并发给装修师傅</view>',
      'pages/a/a.js': 'Page({})',
    },
    listing: { name: '顺手量房', intro: '查看附近餐厅菜单，在线点餐并预约就座时间' },
    expect: [{ message: 'other-service', listing: 'intro', verdict: 'review' }],
  },
  {
    name: { zh: '先说功能，最后一句是口号', en: 'what it does first, a slogan at the end' },
    files,
    listing: { name: '顺手量房', intro: '输入墙长和层高，算出面积、墙漆和地板用量，让装修更省心' },
    expect: [],
  },
  {
    name: { zh: '名称和简介用了不同的词说同一件事', en: 'name and introduction say the same in different words' },
    files: { 'pages/a/a.wxml': '<view>大家都在拼，查看进度</view>', 'pages/a/a.js': 'Page({})' },
    listing: { name: '巷口团购墙', intro: '邻里拼单，查看拼单进度，凑够人数就发货' },
    expect: [{ message: 'unrelated', listing: 'name', verdict: 'review' }],
  },
]
