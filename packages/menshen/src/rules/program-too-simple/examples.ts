import { type Example, sketchMove, sketchPass, sketchRun } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '一张图和标题，点了只弹提示', en: 'a picture and its title; a tap shows a toast' },
    files: {
      'pages/star/star.wxml': '<view class="page"><image src="/summer.png" bindtap="tap" /><view>{{t}}</view></view>',
      'pages/star/star.js': "Page({ data: { t: '夏季大三角' }, tap() { wx.showToast({ title: '真美' }) } })",
    },
    expect: [{ message: 'simple', file: 'pages/star/star.wxml', excerpt: '<view class="page">', verdict: 'violation' }],
  },
  {
    name: { zh: '也是单页，但会按时刻算星空', en: 'one page as well, but it computes the sky' },
    files: {
      'pages/star/star.wxml': '<view bindtap="later">晚一小时</view><view wx:for="{{up}}" wx:key="*this">{{item}}</view>',
      'pages/star/star.js':
        "const sky = (h) => ['织女', '牛郎', '天津四'].filter((_, i) => (h + i) % 2)\nPage({ data: { hour: 21, up: sky(21) }, later() { const hour = this.data.hour + 1; this.setData({ hour, up: sky(hour) }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '单页展示服务器的数据', en: 'one page with data of a server' },
    files: {
      'pages/a/a.wxml': '<view wx:for="{{list}}" wx:key="id">{{item.name}}</view>',
      'pages/a/a.js':
        "Page({ onLoad() { wx.request({ url: 'https://api.example.com/l', success: (r) => this.setData({ list: r.data }) }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '点按后问一句再给出答复', en: 'a tap asks and answers in a dialog' },
    files: {
      'pages/home/home.wxml': '<view>相机租赁</view><button bindtap="apply">申请租用</button>',
      'pages/home/home.js':
        "Page({ apply() { wx.showModal({ title: '确认租用', content: '到店付押金 800 元', success: (r) => r.confirm && wx.showToast({ title: '已预约' }) }) } })",
    },
    expect: [{ message: 'simple', verdict: 'review' }],
  },
  {
    name: { zh: '两个页面，运行时却只看到一个画面', en: 'two pages, and a run that only ever sees one screen' },
    files: {
      'pages/a/a.wxml': '<view><image src="/a.png" /></view>',
      'pages/a/a.js': "Page({ onLoad() { wx.getStorageSync('a') } })",
      'pages/b/b.wxml': '<view>关于</view>',
      'pages/b/b.js': 'Page({})',
    },
    run: sketchRun(
      sketchPass(
        {},
        sketchMove({ do: 'launch' }, { screen: { route: 'pages/a/a', texts: ['欢迎'] } }),
        sketchMove({ do: 'wait', milliseconds: 6500 }),
      ),
    ),
    expect: [{ message: 'simple', file: 'pages/a/a.wxml', verdict: 'review' }],
  },
  {
    name: { zh: '点按之后有变化', en: 'a tap changes what is shown' },
    files: {
      'pages/a/a.wxml': '<view bindtap="go">{{text}}</view>',
      'pages/a/a.js': "Page({ go() { this.setData({ text: '二' }) } })",
    },
    run: sketchRun(
      sketchPass(
        { kind: 'taps' },
        sketchMove({ do: 'launch' }, { screen: { route: 'pages/a/a', texts: ['一'], tappables: ['一'] } }),
        sketchMove({ do: 'tap', selector: 'view{一}', text: '一' }, { screen: { texts: ['二'], tappables: ['二'] } }),
      ),
    ),
    expect: [],
  },
]
