import type { Example } from '../kit.ts'

const board = {
  'pages/board/board.wxml':
    '<view wx:for="{{posts}}" wx:key="_id">{{item.text}}</view><textarea bindinput="type" placeholder="说说村里的事" /><button bindtap="post">发布</button>',
  'pages/board/board.js':
    "const wall = require('../../wall')\nPage({ data: { posts: [], text: '' }, onShow() { wall.all().then((r) => this.setData({ posts: r.data })) }, type(e) { this.setData({ text: e.detail.value }) }, post() { wall.add(this.data.text) } })",
}

export const examples: readonly Example[] = [
  {
    name: { zh: '直接写进云数据库', en: 'straight into the cloud database' },
    files: {
      ...board,
      'wall.js':
        "const posts = () => wx.cloud.database().collection('posts')\nconst check = (t) => (t.trim() ? t : '')\nexports.add = (text) => posts().add({ data: { text: check(text) } })\nexports.all = () => posts().get()",
    },
    expect: [{ message: 'unchecked', file: 'wall.js', verdict: 'violation' }],
  },
  {
    name: { zh: '云函数里没有检测', en: 'the cloud function does not check' },
    files: {
      ...board,
      'wall.js':
        "exports.add = (text) => wx.cloud.callFunction({ name: 'addPost', data: { text } })\nexports.all = () => wx.cloud.database().collection('posts').get()",
      'cloudfunctions/addPost/index.js':
        "const cloud = require('wx-server-sdk')\nexports.main = ({ text }) => cloud.database().collection('posts').add({ data: { text } })",
    },
    expect: [{ message: 'unchecked', file: 'wall.js', verdict: 'violation' }],
  },
  {
    name: { zh: '发到自己的服务器，检测在不在服务器上看不到', en: 'posted to a server that may or may not check' },
    files: {
      ...board,
      'wall.js':
        "exports.add = (text) => wx.request({ url: 'https://api.example.com/comments', method: 'POST', data: { text } })\nexports.all = () => new Promise((success) => wx.request({ url: 'https://api.example.com/comments', success }))",
    },
    expect: [{ message: 'check-unseen', verdict: 'review' }],
  },
  {
    name: { zh: '云函数先检测再写入', en: 'the cloud function checks before it writes' },
    files: {
      ...board,
      'wall.js':
        "exports.add = (text) => wx.cloud.callFunction({ name: 'addPost', data: { text } })\nexports.all = () => wx.cloud.database().collection('posts').get()",
      'cloudfunctions/addPost/index.js':
        "const cloud = require('wx-server-sdk')\nexports.main = async ({ text }) => { const r = await cloud.openapi.security.msgSecCheck({ content: text }); return r.result.suggest === 'pass' && cloud.database().collection('posts').add({ data: { text } }) }",
    },
    expect: [],
  },
  {
    name: {
      zh: '只展示别人的内容；自己的搜索、地址和反馈不算发布',
      en: 'others’ content is only shown; a search, an address and feedback are not published',
    },
    files: {
      'pages/a/a.wxml':
        '<view wx:for="{{list}}" wx:key="id">{{item.content}}</view><input bindconfirm="search" /><textarea bindinput="type" /><button bindtap="send">提交反馈</button>',
      'pages/a/a.js':
        "Page({ data: { list: [], text: '' }, search(e) { wx.request({ url: 'https://api.example.com/search', data: { text: e.detail.value }, success: (r) => this.setData({ list: r.data }) }) }, type(e) { this.setData({ text: e.detail.value }) }, send() { wx.request({ url: 'https://api.example.com/feedback', method: 'POST', data: { content: this.data.text } }) } })",
    },
    expect: [],
  },
]
