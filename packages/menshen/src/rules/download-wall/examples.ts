import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '配置里的弹层要求先装 App', en: 'a layer from a configuration asks for the app' },
    files: {
      'config/copy.js': "module.exports = { wall: '该功能须在票夹 App 内使用，请先下载安装票夹 App' }",
      'pages/a/a.wxml': '<view wx:if="{{open}}">{{wall}}</view><button bindtap="scan">扫描</button>',
      'pages/a/a.js': "Page({ data: { open: false, ...require('../../config/copy') }, scan() { this.setData({ open: true }) } })",
    },
    expect: [{ message: 'app-needed', file: 'config/copy.js', verdict: 'violation' }],
  },
  {
    name: { zh: '页脚引导下载客户端', en: 'a footer leads to the app' },
    files: { 'pages/a/a.wxml': '<view>下载客户端，体验更好</view>', 'pages/a/a.js': 'Page({})' },
    expect: [{ message: 'app-promoted', verdict: 'review' }],
  },
  {
    name: { zh: '说明无需下载', en: 'the words say that no app is needed' },
    files: {
      'pages/a/a.wxml': '<view>也有 App 版本，功能相同，无需下载 App</view><button>下载发票文件</button>',
      'pages/a/a.js': 'Page({})',
    },
    expect: [],
  },
  {
    name: { zh: '查询前须先打开另一个小程序绑定', en: 'another mini program has to be opened first' },
    files: {
      'pages/a/a.wxml': '<view bindtap="see">查时刻</view>',
      'pages/a/a.js':
        "Page({ see() { wx.showModal({ title: '提示', content: '本小程序需配合「出行通」小程序使用，请先打开「出行通」绑定', showCancel: false }) } })",
    },
    expect: [{ message: 'program-needed', excerpt: "'本小程序需配合「出行通」小程序使用，请先打开「出行通」绑定'", verdict: 'violation' }],
  },
  {
    name: { zh: '也可以去另一个小程序；须先在本小程序登录', en: 'another program as a choice; signing in here comes first' },
    files: {
      'pages/a/a.wxml':
        '<view>也可打开「出行通」小程序购票</view><view>请先在本小程序内登录后查看订单</view><view>关注「出行通」公众号接收通知</view>',
      'pages/a/a.js': 'Page({})',
    },
    expect: [],
  },
]
