import type { Example } from '../kit.ts'

const booking = {
  'pages/book/book.wxml': '<view wx:for="{{slots}}" wx:key="*this" bindtap="pick">{{item}}</view><button bindtap="ok">预约</button>',
  'pages/book/book.js':
    "Page({ data: { slots: ['9:00'], at: '' }, pick() { this.setData({ at: '9:00' }) }, ok() { wx.showToast({ title: '已预约' }) } })",
}
const banner = '<swiper autoplay><swiper-item wx:for="{{slides}}" wx:key="*this">{{item}}</swiper-item></swiper>'

export const examples: readonly Example[] = [
  {
    name: { zh: '首页只有轮播，预约页没有入口', en: 'the home page is a banner, nothing leads to the booking' },
    files: {
      'app.json': '{ "pages": ["pages/home/home", "pages/book/book"] }',
      'pages/home/home.wxml': banner,
      'pages/home/home.js': "Page({ data: { slides: ['二十年口碑'] } })",
      ...booking,
    },
    listing: { name: '安和口腔', intro: '在线预约洗牙和复诊时间' },
    expect: [{ message: 'leads-nowhere', file: 'pages/home/home.wxml', excerpt: '<swiper autoplay>', verdict: 'violation' }],
  },
  {
    name: { zh: '首页请人扫桌上的码', en: 'the home page asks to scan the code on the table' },
    files: {
      'app.json': '{ "pages": ["pages/home/home", "pages/book/book"] }',
      'pages/home/home.wxml': '<view>请扫描桌上的二维码点餐</view>',
      'pages/home/home.js': 'Page({})',
      ...booking,
    },
    expect: [{ message: 'leads-nowhere', verdict: 'review' }],
  },
  {
    name: { zh: '图标入口、组件里的入口、自动进入、标签栏', en: 'an icon, a component that leads on, a start page, tabs' },
    files: {
      'app.json': '{ "pages": ["pages/home/home", "pages/book/book"] }',
      'pages/home/home.json': '{ "usingComponents": { "grid": "/grid/grid" } }',
      'pages/home/home.wxml': `${banner}<grid />`,
      'pages/home/home.js': "Page({ data: { slides: ['二十年口碑'] } })",
      'grid/grid.json': '{ "component": true }',
      'grid/grid.wxml': '<image src="/i/book.png" bindtap="go" />',
      'grid/grid.js': "Component({ methods: { go() { wx.navigateTo({ url: '/pages/book/book' }) } } })",
      ...booking,
    },
    expect: [],
  },
  {
    name: { zh: '只有一页', en: 'one page only' },
    files: { 'pages/home/home.wxml': banner, 'pages/home/home.js': 'Page({})' },
    expect: [],
  },
]
