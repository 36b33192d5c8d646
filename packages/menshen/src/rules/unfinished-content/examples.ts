import { answered, call, type Example, sketchMove, sketchPass, sketchRun } from '../kit.ts'

const shop = {
  'pages/g/g.wxml': '<view wx:for="{{list}}">{{item.name}}</view><view>剩余 {{left}} 件</view>',
  'pages/g/g.js': "Page({\n  onLoad() {\n    require('net').get(this)\n  },\n})",
}
const shows = (...texts: readonly string[]) =>
  sketchRun(
    sketchPass(
      {},
      sketchMove(
        { do: 'open', route: 'pages/g/g', query: '' },
        { records: [call('request', { at: 'pages/g/g.js:3:5', answer: 'ok' }), answered('https://shop.example.org/g')], screen: { texts } },
      ),
      sketchMove({ do: 'wait', milliseconds: 6500 }, { screen: { texts } }),
    ),
  )

export const examples: readonly Example[] = [
  {
    name: { zh: '菜单点了只提示开发中', en: 'an entry of the menu only says that it is being built' },
    files: {
      'pages/a/a.wxml': '<view bindtap="seat">座位</view>',
      'pages/a/a.js':
        "const soon = ['功能', '开发', '中'].join('')\nPage({ seat() { wx.showToast({ title: soon + '，敬请期待', icon: 'none' }) } })",
    },
    expect: [{ message: 'not-built', file: 'pages/a/a.js', verdict: 'violation' }],
  },
  {
    name: { zh: '结算时说只是演示', en: 'checking out says that it is a demonstration' },
    files: {
      'pages/a/a.wxml': '<button bindtap="pay">结算</button>',
      'pages/a/a.js': "Page({ pay() { wx.showModal({ title: '提示', content: '本系统只做演示，支付系统已屏蔽' }) } })",
    },
    expect: [{ message: 'demo', excerpt: "'本系统只做演示，支付系统已屏蔽'", verdict: 'violation' }],
  },
  {
    name: { zh: '弹窗内容是没填的占位符', en: 'a dialogue holds a placeholder that was not filled in' },
    files: {
      'pages/a/a.wxml': '<button bindtap="pay">付款</button>',
      'pages/a/a.js': "Page({ pay() { wx.showModal({ title: '支付提示', content: '<text>', showCancel: false }) } })",
    },
    expect: [{ message: 'markup', excerpt: "'<text>'" }],
  },
  {
    name: { zh: '列表里是测试商品，启动时打开调试', en: 'test goods in a list, debugging switched on at launch' },
    files: {
      'app.js': 'wx.setEnableDebug({ enableDebug: true })\nApp({})',
      'pages/a/a.wxml': '<view wx:for="{{goods}}" wx:key="n">{{item.n}}</view>',
      'pages/a/a.js': "Page({ data: { goods: [{ n: '测试商品01' }, { n: '碧螺春' }] } })",
    },
    expect: [
      { message: 'debug', excerpt: 'wx.setEnableDebug', file: 'app.js' },
      { message: 'sample', file: 'pages/a/a.js', verdict: 'review' },
    ],
  },
  {
    name: {
      zh: '书名、活动预告、听力测试、只在开发工具打开的调试、注释、日志',
      en: 'a book’s title, an announcement, a hearing test, debugging in the developer tool only, a comment, a log',
    },
    files: {
      'app.js':
        "const { platform } = wx.getSystemInfoSync()\nif (platform === 'devtools') wx.setEnableDebug({ enableDebug: true })\nApp({})",
      'pages/a/a.wxml':
        '<!-- 功能开发中 --><view>《建设中的城市》</view><view>10 月 3 日古籍修复体验，报名从速，敬请期待</view><view>听力测试</view><input placeholder="测试数据" /><view>待付款</view><view>制作中</view><view>施工中</view><view>开放时间 9:00</view>',
      'pages/a/a.js': "Page({ onLoad() { console.log('测试数据', '功能开发中') } })",
    },
    expect: [],
  },
  {
    name: { zh: '标题和内容各说一遍，只算一处', en: 'title and content of one dialog both say so: one finding' },
    files: {
      'pages/a/a.wxml': '<button bindtap="go">积分集市</button>',
      'pages/a/a.js': "Page({ go() { wx.showModal({ title: '积分集市功能开发中', content: '敬请期待' }) } })",
    },
    expect: [{ message: 'not-built', excerpt: "'积分集市功能开发中'", verdict: 'violation' }],
  },
  {
    name: { zh: '服务器给的商品全是测试数据', en: 'the goods that the server sends are test data' },
    files: shop,
    run: shows('测试商品1', '0.01', 'asdf', '测试222 勿拍'),
    expect: [{ message: 'sample', file: 'pages/g/g.js', excerpt: 'require', verdict: 'violation' }],
  },
  {
    name: { zh: '卖的就是测试用品', en: 'what is sold is for testing' },
    files: shop,
    run: shows('甲醛测试盒', '水质硬度测试条', '测试', '性格测试 12 题'),
    expect: [],
  },
  {
    name: { zh: '数值没有填上', en: 'a value was never filled in' },
    files: shop,
    run: shows('茶壶', '剩余 undefined 件'),
    expect: [{ message: 'markup', file: 'pages/g/g.wxml', excerpt: '剩余', verdict: 'violation' }],
  },
  {
    name: { zh: '示例代码里写着 undefined', en: 'a line of code that is shown on purpose' },
    files: shop,
    run: shows('if (a === undefined) return'),
    expect: [],
  },
  {
    name: { zh: '校验没有出错时的 null 不会显示', en: 'the null of a check that found nothing is never shown' },
    files: {
      'pages/g/g.wxml': '<button bindtap="send">提交</button>',
      'pages/g/g.js':
        "const check = (v) => { let wrong = null; if (!v) wrong = v; return wrong !== null && (wrong = '' + wrong), wrong }\nPage({ send() { const wrong = check(this.data.v); if (wrong) wx.showToast({ title: '' + wrong, icon: 'none' }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '整个组件都是没换掉的占位文字', en: 'a component that is made of placeholders only' },
    files: {
      'pages/a/a.json': '{ "usingComponents": { "info": "/info/info" } }',
      'pages/a/a.wxml': '<info />',
      'pages/a/a.js': 'Page({})',
      'info/info.json': '{ "component": true }',
      'info/info.wxml': '<view>标题标题标题</view><view>xxx</view><view>这里是内容</view>',
      'info/info.js': 'Component({})',
    },
    expect: [{ message: 'sample', file: 'info/info.wxml', excerpt: '标题标题标题', verdict: 'violation' }],
  },
  {
    name: { zh: '输入框里的 xxx 是填写示例', en: 'an xxx in a field is an example of what to fill in' },
    files: {
      'pages/a/a.wxml': '<input placeholder="xxx" /><text>编号形如 QC-xxx</text><button bindtap="go">查器材</button>',
      'pages/a/a.js': 'Page({ go() {} })',
    },
    expect: [],
  },
]
