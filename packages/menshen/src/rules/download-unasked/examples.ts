import type { Example } from '../kit.ts'

const cache =
  "const get = (url) => new Promise((done) => wx.downloadFile({ url, complete: done }))\nexports.warm = async (b) => { for (let n = 1; n <= b.n; n++) await get('https://cdn.example.org/' + b.id + '/' + n + '.zip') }\n"

export const examples: readonly Example[] = [
  {
    name: { zh: '打开书架就下载全部章节', en: 'all chapters are fetched when the shelf opens' },
    files: {
      'lib/cache.js': cache,
      'pages/a/a.wxml': '<view>书架</view>',
      'pages/a/a.js': "const { warm } = require('../../lib/cache')\nPage({ onLoad() { warm({ id: 'cat', n: 24 }) } })",
    },
    expect: [{ message: 'downloaded-unasked', file: 'lib/cache.js', excerpt: 'wx.downloadFile', verdict: 'violation' }],
  },
  {
    name: { zh: '点按后看网络、说明大小再下载；加载一个字体', en: 'after a tap, with the network and the size named; and one font' },
    files: {
      'lib/cache.js': cache,
      'pages/a/a.wxml': '<view bindtap="save">缓存</view>',
      'pages/a/a.js':
        "const { warm } = require('../../lib/cache')\nPage({ onLoad() { wx.downloadFile({ url: 'https://cdn.example.org/font.ttf' }) }, save() { wx.getNetworkType({ success: () => wx.showModal({ content: '约 144 MB，是否下载？', success: (r) => r.confirm && warm({ id: 'cat', n: 24 }) }) }) } })",
    },
    expect: [],
  },
]
