import type { Example } from '../kit.ts'

const square = "exports.publish = (text) => wx.request({ url: 'https://api.example.org/square', method: 'POST', data: { text } })\n"

export const examples: readonly Example[] = [
  {
    name: { zh: '定时器替用户发到广场', en: 'a timer posts to the square' },
    files: {
      'lib/square.js': square,
      'app.js': "const { publish } = require('./lib/square')\nApp({ onLaunch() { setInterval(() => publish('我又早起了'), 3600000) } })",
      'pages/a/a.wxml': '<view>早起</view>',
      'pages/a/a.js': 'Page({})',
    },
    expect: [{ message: 'posted', file: 'lib/square.js', excerpt: 'wx.request', verdict: 'violation' }],
  },
  {
    name: { zh: '点按后发布；打开页面读取帖子列表', en: 'published on a tap; a list of posts is read when the page opens' },
    files: {
      'lib/square.js': square,
      'pages/a/a.wxml': '<button bindtap="post">发布</button>',
      'pages/a/a.js':
        "const { publish } = require('../../lib/square')\nPage({ onLoad() { wx.request({ url: 'https://api.example.org/posts/list', method: 'POST', data: { page: 1 } }) }, post() { publish('早') } })",
    },
    expect: [],
  },
]
