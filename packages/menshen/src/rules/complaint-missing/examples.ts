import type { Example } from '../kit.ts'

const wall = {
  'wall.js':
    "const posts = () => wx.cloud.database().collection('posts')\nexports.add = (text) => posts().add({ data: { text } })\nexports.all = () => posts().get()",
}
const script = (more = '') =>
  `const wall = require('../../wall')\nPage({ data: { posts: [], text: '' }, onShow() { wall.all().then((r) => this.setData({ posts: r.data })) }, type(e) { this.setData({ text: e.detail.value }) }, post() { wall.add(this.data.text) }${more} })`
const form = '<textarea bindinput="type" /><button bindtap="post">发布</button>'

export const examples: readonly Example[] = [
  {
    name: { zh: '能发布，没有投诉入口', en: 'people publish and cannot complain' },
    files: { ...wall, 'pages/a/a.wxml': `<view wx:for="{{posts}}" wx:key="_id">{{item.text}}</view>${form}`, 'pages/a/a.js': script() },
    expect: [{ message: 'missing', verdict: 'violation' }],
  },
  {
    name: { zh: '“投诉”只是一行没有绑定的文字', en: 'the word for it is a line with nothing behind' },
    files: {
      ...wall,
      'pages/a/a.wxml': `<view wx:for="{{posts}}" wx:key="_id">{{item.text}}</view>${form}<view>投诉</view>`,
      'pages/a/a.js': script(),
    },
    expect: [{ message: 'missing', verdict: 'violation' }],
  },
  {
    name: { zh: '展示别人的评论，没有举报', en: 'other people’s reviews are shown, none can be reported' },
    files: {
      'pages/a/a.wxml': '<view wx:for="{{notes}}" wx:key="id">{{item.author}}：{{item.text}}</view>',
      'pages/a/a.js':
        "Page({ data: { notes: [] }, onLoad() { wx.request({ url: 'https://api.example.com/notes', success: (r) => this.setData({ notes: r.data }) }) } })",
    },
    expect: [{ message: 'others-shown', verdict: 'review' }],
  },
  {
    name: { zh: '长按弹出菜单里有举报', en: 'a long press offers to report' },
    files: {
      ...wall,
      'pages/a/a.wxml': `<view wx:for="{{posts}}" wx:key="_id" bindlongpress="menu">{{item.text}}</view>${form}`,
      'pages/a/a.js': script(
        ", menu() { wx.showActionSheet({ itemList: ['复制', '举报'], success: () => wx.request({ url: 'https://api.example.com/r', method: 'POST' }) }) }",
      ),
    },
    expect: [],
  },
  {
    name: { zh: '没有用户内容的商店', en: 'a shop without users’ content' },
    files: {
      'pages/a/a.wxml': '<view wx:for="{{goods}}" wx:key="id">{{item.title}}</view>',
      'pages/a/a.js':
        "Page({ onLoad() { wx.request({ url: 'https://api.example.com/goods', success: (r) => this.setData({ goods: r.data }) }) } })",
    },
    expect: [],
  },
]
