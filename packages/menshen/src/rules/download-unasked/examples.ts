import { call, type Example, lifecycle, sketchMove, sketchPass, sketchRun, tapped } from '../kit.ts'

const cache =
  "const get = (url) => new Promise((done) => wx.downloadFile({ url, complete: done }))\nexports.warm = async (b) => { for (let n = 1; n <= b.n; n++) await get('https://cdn.example.org/' + b.id + '/' + n + '.zip') }\n"

const walk = {
  'pages/w/w.wxml': '<view>路线</view>',
  'pages/w/w.js': "const depot = require('depot')\nPage({\n  all() {\n    depot.wx.downloadFile()\n  },\n})",
}
const opened = { do: 'open', route: 'pages/w/w', query: '' } as const
const down = (count: number, type: string, cause = lifecycle('onLoad', 'request')) =>
  Array.from({ length: count }, (_, i) =>
    call('downloadFile', { at: 'pages/w/w.js:4:11', cause, args: { url: `https://cdn.example.org/${i}.${type}` } }),
  )
const onMobile = (records: ReturnType<typeof down>) =>
  sketchRun(sketchPass({ profile: 'slow-4g' }, sketchMove(opened, { records, screen: { texts: ['路线'] } })))

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
  {
    name: { zh: '移动网络下也直接下载二十个音频', en: 'twenty sound files on mobile data, without a word' },
    files: walk,
    run: onMobile(down(20, 'mp3')),
    expect: [{ message: 'downloaded-unasked', file: 'pages/w/w.js', excerpt: 'wx.downloadFile', verdict: 'violation' }],
  },
  {
    name: { zh: '下载的只是图标', en: 'only icons come down' },
    files: walk,
    run: onMobile(down(12, 'png')),
    expect: [{ message: 'downloaded-unasked', file: 'pages/w/w.js', verdict: 'review' }],
  },
  {
    name: { zh: '移动网络下先问过；无线网络下才直接下载', en: 'asks on mobile data, and downloads at once only on a wireless network' },
    files: walk,
    run: sketchRun(
      sketchPass({}, sketchMove(opened, { records: down(20, 'mp3'), screen: { texts: ['路线'] } })),
      sketchPass(
        { profile: 'slow-4g' },
        sketchMove(opened, { records: down(20, 'mp3', { ...tapped(1), chain: ['onLoad', 'showModal'] }), screen: { texts: ['路线'] } }),
      ),
    ),
    expect: [],
  },
]
