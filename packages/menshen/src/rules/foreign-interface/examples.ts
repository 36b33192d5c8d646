import type { Example } from '../kit.ts'

const page = { 'pages/a/a.wxml': '<button bindtap="find">搜歌</button>' }

export const examples: readonly Example[] = [
  {
    name: { zh: '请求音乐应用自用的接口', en: 'the inner interface of a music app' },
    files: {
      ...page,
      'pages/a/a.js':
        "const BASE = 'https://music.163.com/api'\nPage({ find() { wx.request({ url: BASE + '/search?s=' + this.data.s }) } })",
    },
    expect: [{ message: 'foreign', excerpt: "BASE + '/search?s=' + this.data.s", file: 'pages/a/a.js', verdict: 'review' }],
  },
  {
    name: { zh: '自己的服务器、公开的开放接口、展示的公众号文章', en: 'its own server, an open interface, an article that is shown' },
    files: {
      'pages/a/a.wxml': '<web-view src="https://mp.weixin.qq.com/s/abc" />',
      'pages/a/a.js':
        "Page({ onLoad() { wx.request({ url: 'https://apis.map.qq.com/ws/place/v1/search' }); wx.request({ url: 'https://api.example.com' }) } })",
    },
    expect: [],
  },
]
