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
    expect: [{ message: 'missing', file: 'pages/a/a.wxml', excerpt: '{{item.text}}', verdict: 'violation' }],
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
    expect: [{ message: 'others-shown', file: 'pages/a/a.wxml', excerpt: '{{item.author}}：{{item.text}}', verdict: 'review' }],
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
  {
    name: { zh: '别人的影评可以点赞，没有举报', en: 'other people’s reviews can be liked, none can be reported' },
    files: {
      'pages/a/a.wxml':
        '<view wx:for="{{notes}}" wx:key="id">{{item.author}}：{{item.text}}<text data-id="{{item.id}}" bindtap="up">赞 {{item.n}}</text></view>',
      'pages/a/a.js':
        "Page({ data: { notes: [] }, onLoad() { wx.request({ url: 'https://api.example.com/notes', success: (r) => this.setData({ notes: r.data }) }) }, up(e) { wx.request({ url: 'https://api.example.com/up/' + e.currentTarget.dataset.id, method: 'POST' }) } })",
    },
    expect: [{ message: 'others-shown', verdict: 'violation' }],
  },
  {
    name: { zh: '菜单里有“投诉”，选了没有下文', en: '投诉 stands in a menu and nothing follows' },
    files: {
      'pages/a/a.wxml': '<view wx:for="{{works}}" wx:key="id" bindlongpress="more">{{item.name}}</view>',
      'pages/a/a.js':
        "Page({ data: { works: [{ id: 1, name: '竹篮' }] }, more() { wx.showActionSheet({ itemList: ['联系卖家', '投诉'], success: ({ tapIndex }) => { if (tapIndex === 0) wx.makePhoneCall({ phoneNumber: '000-0000' }) } }) } })",
    },
    expect: [{ message: 'dead', excerpt: "'投诉'", verdict: 'violation' }],
  },
  {
    name: { zh: '菜单第二项投诉打开表单；订单状态叫“投诉中”', en: 'the second entry opens a form; an order that is called 投诉中' },
    files: {
      'pages/a/a.wxml': '<view wx:for="{{works}}" wx:key="id" bindlongpress="more">{{item.name}} <text>投诉中</text></view>',
      'pages/a/a.js':
        "Page({ data: { works: [{ id: 1, name: '竹篮' }] }, more() { wx.showActionSheet({ itemList: ['收藏', '投诉'], success: ({ tapIndex }) => { if (tapIndex === 1) wx.navigateTo({ url: '/pages/b/b' }) } }) } })",
      'pages/b/b.wxml': '<textarea />',
      'pages/b/b.js': 'Page({})',
    },
    expect: [],
  },
  {
    name: { zh: '能评论别人的作品，长按菜单里只有收藏', en: 'people comment on each other’s works, and the menu only keeps them' },
    files: {
      'pages/a/a.wxml':
        '<view wx:for="{{feed}}" wx:key="id" bindlongpress="more"><text>{{item.author}}</text><text>{{item.words}}</text></view><input placeholder="写评论" bindconfirm="say" />',
      'pages/a/a.js':
        "Page({ data: { feed: [] }, onLoad() { wx.request({ url: 'https://api.example.com/feed', success: (r) => this.setData({ feed: r.data }) }) }, say(e) { wx.request({ url: 'https://api.example.com/comment', method: 'POST', data: { t: e.detail.value } }) }, more() { wx.showActionSheet({ itemList: ['收藏', '保存图片'] }) } })",
    },
    expect: [{ message: 'missing', verdict: 'violation' }],
  },
]
