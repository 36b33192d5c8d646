import type { Example } from '../kit.ts'

const box =
  '<input placeholder="{{hint}}" bindinput="type" bindconfirm="go" /><view wx:for="{{hits}}" wx:key="id" data-i="{{index}}" bindtap="open">{{item.name}}</view>'

export const examples: readonly Example[] = [
  {
    name: { zh: '搜小程序并打开结果', en: 'mini programs are searched and opened' },
    files: {
      'pages/a/a.wxml': box,
      'pages/a/a.js':
        "Page({ data: { hint: '搜小程序：点餐、挂号', hits: [], w: '' }, type(e) { this.setData({ w: e.detail.value }) }, go() { wx.request({ url: 'https://dir.example.org/miniprograms/search', data: { q: this.data.w }, success: (r) => this.setData({ hits: r.data.list }) }) }, open(e) { wx.navigateToMiniProgram({ appId: this.data.hits[e.currentTarget.dataset.i].id }) } })",
    },
    expect: [{ message: 'search', excerpt: 'wx.request', file: 'pages/a/a.js', verdict: 'violation' }],
  },
  {
    name: { zh: '只搜自己的工具', en: 'only one’s own tools are searched' },
    files: {
      'pages/a/a.wxml': box,
      'pages/a/a.js':
        "const tools = [{ id: 1, name: '汇率' }]\nPage({ data: { hint: '小程序内搜索', hits: [], w: '' }, type(e) { this.setData({ w: e.detail.value }) }, go() { this.setData({ hits: tools.filter((t) => t.name.includes(this.data.w)) }) }, open() { wx.navigateTo({ url: '/pages/a/a' }) } })",
    },
    expect: [],
  },
]
