import { call, type Example, sketchMove, sketchPass, sketchRun, tapped } from '../kit.ts'

const many = ['01', '02', '03', '04', '05', '06'].map((n) => `{ n: '店铺${n}', a: 'wx00000000000000${n}' }`).join(', ')

const rows = ['团购小程序', '外卖小程序', '听书小程序', '打车小程序', '记账小程序']
const list = {
  'pages/h/h.wxml': '<view wx:for="{{rows}}" bindtap="open">{{item}}</view>',
  'pages/h/h.js': "Page({\n  open(e) {\n    require('go')(wx, e)\n  },\n})",
}
const shelf = (names: readonly string[]) => ({
  texts: names,
  tappables: names.map((text, i) => ({ text, selector: `body/view[${i + 1}]`, handler: 'open' })),
})
const taps = (names: readonly string[], count: number, id: (i: number) => string) =>
  sketchRun(
    sketchPass(
      { kind: 'taps' },
      sketchMove({ do: 'open', route: 'pages/h/h', query: '' }, { screen: shelf(names) }),
      ...Array.from({ length: count }, (_, i) =>
        sketchMove(
          { do: 'tap', selector: `body/view[${i + 1}]`, text: names[i]! },
          { records: [call('navigateToMiniProgram', { at: 'pages/h/h.js:3:5', cause: tapped(i + 1), args: { appId: id(i) } })] },
        ),
      ),
    ),
  )

export const examples: readonly Example[] = [
  {
    name: { zh: '六个小程序的排行榜', en: 'a ranking of six programs' },
    files: {
      'pages/a/a.wxml': '<view wx:for="{{list}}" wx:key="a" data-i="{{index}}" bindtap="go">{{item.n}}</view>',
      'pages/a/a.js': `const list = [${many}]\nPage({ data: { list }, go(e) { wx.navigateToMiniProgram({ appId: list[e.currentTarget.dataset.i].a }) } })`,
    },
    expect: [{ message: 'directory', file: 'pages/a/a.js', verdict: 'violation' }],
  },
  {
    name: { zh: '轮播图跳到服务器指定的小程序', en: 'banners jump to programs named by a server' },
    files: {
      'pages/a/a.wxml': '<view wx:for="{{list}}" wx:key="id" data-a="{{item.appid}}" bindtap="go"><image src="{{item.pic}}" /></view>',
      'pages/a/a.js':
        "Page({ data: { list: [] }, onLoad() { wx.request({ url: 'https://api.example.org/b', success: (r) => this.setData({ list: r.data.list }) }) }, go(e) { wx.navigateToMiniProgram({ appId: e.currentTarget.dataset.a }) } })",
    },
    expect: [{ message: 'server-list', file: 'pages/a/a.js', excerpt: 'wx.navigateToMiniProgram', verdict: 'review' }],
  },
  {
    name: { zh: '推荐公众号', en: 'official accounts are recommended' },
    files: { 'pages/a/a.wxml': '<view>热门公众号排行榜</view>', 'pages/a/a.js': 'Page({})' },
    expect: [{ message: 'recommended', file: 'pages/a/a.wxml', excerpt: '热门公众号', verdict: 'review' }],
  },
  {
    name: { zh: '只跳到自己的票务小程序', en: 'one jump to one’s own ticket program' },
    files: {
      'pages/a/a.wxml': '<button bindtap="go">在「山舍票务」小程序付款</button>',
      'pages/a/a.js': "Page({ go() { wx.navigateToMiniProgram({ appId: 'wx0000000000000001', path: 'pay?a=1' }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '两条横幅，有的条目打开自己的页面', en: 'two banners, some entries of which open pages of one’s own' },
    files: {
      'pages/a/a.wxml':
        '<view wx:for="{{list}}" wx:key="id" data-i="{{item}}" bindtap="go"><image src="{{item.pic}}" /></view><view wx:for="{{list}}" wx:key="id" data-i="{{item}}" bindtap="open">{{item.n}}</view>',
      'pages/a/a.js':
        "Page({ data: { list: [] }, onLoad() { wx.request({ url: 'https://api.example.org/b', success: (r) => this.setData({ list: r.data.list }) }) }, go(e) { const { i } = e.currentTarget.dataset\nif (i.kind === 1) wx.navigateToMiniProgram({ appId: i.appid })\nelse wx.navigateTo({ url: i.path }) }, open(e) { const { i } = e.currentTarget.dataset\nif (i.kind === 1) wx.navigateToMiniProgram({ appId: i.appid }) } })",
    },
    expect: [
      { message: 'server-list', verdict: 'review' },
      { message: 'server-list', verdict: 'review' },
    ],
  },
  {
    name: { zh: '各页各有一个合作方', en: 'a partner for each of several pages' },
    files: {
      'app.json': '{ "pages": ["pages/a/a", "pages/b/b", "pages/c/c"] }',
      ...Object.fromEntries(
        ['a', 'b', 'c'].flatMap((page, n) => [
          [`pages/${page}/${page}.wxml`, '<button bindtap="pay">缴费</button><button bindtap="book">预约</button>'],
          [
            `pages/${page}/${page}.js`,
            `Page({ pay() { wx.navigateToMiniProgram({ appId: 'wx000000000000000${n}' }) }, book() { wx.navigateToMiniProgram({ appId: 'wx000000000000001${n}' }) } })`,
          ],
        ]),
      ),
    },
    expect: [{ message: 'directory', verdict: 'review' }],
  },
  {
    name: { zh: '列表每一项打开一个小程序', en: 'each row of a list opens another mini program' },
    files: list,
    run: taps(rows, 3, (i) => `wx000000000000000${i}`),
    expect: [{ message: 'directory', file: 'pages/h/h.js', excerpt: 'require', verdict: 'violation' }],
  },
  {
    name: { zh: '每一项都打开同一个合作小程序', en: 'each row opens the same partner' },
    files: { ...list, 'pages/h/h.wxml': '<view wx:for="{{rows}}" bindtap="open">{{item}}</view>' },
    run: taps(['一号码头', '二号码头', '三号码头', '四号码头', '五号码头'], 3, () => 'wx0000000000000001'),
    expect: [],
  },
]
