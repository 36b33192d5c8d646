import type { Example } from '../kit.ts'

const loom = {
  'pages/a/a.wxml':
    '<image wx:for="{{tools}}" wx:key="*this" src="/i/{{item}}.png" bindtap="use" /><view wx:for="{{warp}}" wx:key="index" bindtap="put" />',
  'pages/a/a.js':
    "Page({ data: { tools: ['a'], warp: [1] }, use() { this.setData({ tools: ['b'] }) }, put() { this.setData({ warp: [2] }) } })",
}

export const examples: readonly Example[] = [
  {
    name: { zh: '控件只有图，也没有说明和截图', en: 'bare pictures, no description, no screenshots' },
    files: loom,
    listing: { name: '小织机', intro: '排经纱' },
    expect: [{ message: 'missing', listing: 'description', verdict: 'violation' }],
  },
  {
    name: { zh: '按钮有文字，但没有说明', en: 'controls with words, but no guidance' },
    files: { 'pages/a/a.wxml': '<button bindtap="go">新建记录</button>', 'pages/a/a.js': 'Page({ go() { this.setData({ n: 1 }) } })' },
    listing: { name: '小账' },
    expect: [{ message: 'missing', verdict: 'review' }],
  },
  {
    name: { zh: '提审信息里有功能说明', en: 'the listing describes it' },
    files: loom,
    listing: { name: '小织机', description: '选线轴，再点格子放入经纱' },
    expect: [],
  },
  {
    name: { zh: '首次进入有引导', en: 'a guide on the first visit' },
    files: { ...loom, 'pages/a/a.wxml': `<view wx:if="{{!seen}}">先点线轴选颜色，再点格子</view>${loom['pages/a/a.wxml']}` },
    listing: { name: '小织机' },
    expect: [],
  },
]
