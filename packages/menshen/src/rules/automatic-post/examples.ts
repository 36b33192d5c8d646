import { call, type Example, finger, sketchMove, sketchPass, sketchRun, tapped } from '../kit.ts'

const square = "exports.publish = (text) => wx.request({ url: 'https://api.example.org/square', method: 'POST', data: { text } })\n"

// The address and the moment come from elsewhere: only a run shows who had a hand in it.
const crew = {
  'pages/r/r.wxml': '<button bindtap="end">结束</button><button bindtap="post">发到队里</button>',
  'pages/r/r.js':
    "const api = require('../../lib/a')\nPage({ end() { api.after(() => api.tell('跑了 3 公里')) }, post() { api.tell('跑了 3 公里') } })",
  'lib/a.js':
    "const ways = { feed: '/feed' }\nexports.tell = (text) => wx.request({ url: ways[wx.way], method: 'POST', data: { text } })\nexports.after = (f) => wx.nextTick(f)",
}
const feed = (cause: ReturnType<typeof tapped>) =>
  call('request', {
    at: 'lib/a.js:2:30',
    cause,
    args: { url: 'https://api.example.org/feed', method: 'POST', data: { text: '跑了 3 公里' } },
    answer: 'ok',
    by: 'responses',
  })
const after = (text: string, cause: ReturnType<typeof tapped>) =>
  sketchRun(
    sketchPass(
      { kind: 'taps' },
      sketchMove(
        { do: 'open', route: 'pages/r/r', query: '' },
        { screen: { texts: ['结束', '发到队里'], tappables: ['结束', '发到队里'] } },
      ),
      sketchMove({ do: 'tap', selector: `view{${text}}`, text }, { records: [finger(text, 'end', 1)], screen: { texts: ['3 公里'] } }),
      sketchMove({ do: 'wait', milliseconds: 4000 }, { records: [feed(cause)], screen: { texts: ['3 公里', '队里看到了'] } }),
    ),
  )
const late = { ...tapped(1), kind: 'timer', tap: null, formerTap: 1, ended: 'time', chain: ['tap', 'setTimeout 3000'] } as const

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
  {
    name: { zh: '运行时：点“结束”三秒之后自己发了动态', en: 'seen in a run: three seconds after 结束 a post goes out by itself' },
    files: crew,
    run: after('结束', late),
    expect: [{ message: 'posted', file: 'lib/a.js', verdict: 'violation' }],
  },
  {
    name: { zh: '运行时：点了“发到队里”', en: 'seen in a run: 发到队里 was tapped' },
    files: crew,
    run: after('发到队里', tapped(1)),
    expect: [],
  },
  {
    name: { zh: '运行时：点了发布，稍后才送出', en: 'seen in a run: published on a tap, sent a little later' },
    files: crew,
    run: after('发到队里', late),
    expect: [],
  },
]
