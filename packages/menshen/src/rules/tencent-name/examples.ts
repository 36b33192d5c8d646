import type { Example } from '../kit.ts'

const page = { 'pages/a/a.wxml': '<view>论坛</view>', 'pages/a/a.js': 'Page({})' }

export const examples: readonly Example[] = [
  {
    name: { zh: '窗口标题还是默认的 WeChat', en: 'the window title is still the default' },
    files: { ...page, 'app.json': '{ "pages": ["pages/a/a"], "window": { "navigationBarTitleText": "WeChat" } }' },
    expect: [{ message: 'mark', file: 'app.json', excerpt: '"WeChat"', verdict: 'violation' }],
  },
  {
    name: { zh: '脚本设置的标题', en: 'a title set by a script' },
    files: { ...page, 'pages/a/a.js': "Page({ onLoad() { wx.setNavigationBarTitle({ title: '腾讯' + '客服' }) } })" },
    expect: [{ message: 'mark', file: 'pages/a/a.js' }],
  },
  {
    name: { zh: '名称形近', en: 'a name that imitates' },
    files: page,
    listing: { name: '腾迅会员中心' },
    expect: [{ message: 'imitation', listing: 'name', verdict: 'violation' }],
  },
  {
    name: { zh: '允许的说法，普通词语', en: 'wording that is allowed, and ordinary words' },
    files: {
      ...page,
      'app.json': '{ "pages": ["pages/a/a"], "window": { "navigationBarTitleText": "微信支付指引" } }',
      'pages/a/a.json': '{ "navigationBarTitleText": "绑定微信" }',
    },
    listing: { name: '图腾资讯馆', tags: ['资讯', '微信读书会'] },
    expect: [],
  },
  {
    name: { zh: '页面还没有构建出来，各自的标题未知', en: 'pages that are still to be built, whose own titles are not known' },
    files: {
      'app.json': '{ "pages": ["pages/a/main"], "window": { "navigationBarTitleText": "WeChat" } }',
      'pages/a/index.vue': '<template><div>论坛</div></template>',
      'pages/a/main.js': "import App from './index'\nnew App().$mount()",
    },
    expect: [],
  },
]
