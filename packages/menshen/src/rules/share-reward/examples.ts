import { type Example, sketchMove, sketchPass, sketchRun } from '../kit.ts'

// The card is on another page, and counts in a module of its own: only a run shows that it grew.
const stamps = {
  'pages/a/a.wxml': '<view>黑麦</view><button open-type="share">发给朋友</button>',
  'pages/a/a.js': "Page({ onShareAppMessage() { require('../../lib/s').more(); return { title: '面包' } } })",
  'pages/b/b.wxml': '<view>{{n}} / 5 枚</view>',
  'pages/b/b.js': "Page({ data: { n: 0 }, onShow() { this.setData({ n: require('../../lib/s').n() }) } })",
  'lib/s.js': 'let k = 0\nexports.more = () => ++k\nexports.n = () => 2 + Math.floor(k / 3)',
}
const card = (text: string) => [
  sketchMove({ do: 'open', route: 'pages/b/b', query: '' }, { screen: { texts: [text] } }),
  sketchMove({ do: 'wait', milliseconds: 1000 }, { screen: { texts: [text] } }),
]
const bread = { texts: ['黑麦', '发给朋友'] }
const home = sketchMove({ do: 'open', route: 'pages/a/a', query: '' }, { screen: bread })
const walk = (between: ReturnType<typeof sketchMove>, before: string, after: string) =>
  sketchRun(sketchPass({ kind: 'people' }, ...card(before), home, between, ...card(after)))
const share = sketchMove({ do: 'share', from: 'menu' }, { screen: bread })

export const examples: readonly Example[] = [
  {
    name: { zh: '分享时给积分', en: 'points for sharing' },
    files: {
      'lib/api.js': "exports.post = (path, data) => wx.request({ url: 'https://api.example.org' + path, method: 'POST', data })",
      'pages/a/a.wxml': '<button open-type="share">分享</button>',
      'pages/a/a.js':
        "const { post } = require('../../lib/api')\nPage({ onShareAppMessage() { post('/points/add', { n: 20 }); return {} } })",
    },
    expect: [{ message: 'reward-on-share', file: 'lib/api.js', excerpt: 'wx.request', verdict: 'violation' }],
  },
  {
    name: { zh: '好友点开卡片，分享者多一次机会', en: 'a friend opens the card, the sharer gets another chance' },
    files: {
      'pages/a/a.wxml': '<button open-type="share">邀请</button>',
      'pages/a/a.js':
        "Page({ onLoad(q) { if (q.from) wx.request({ url: 'https://api.example.org/chance/add', method: 'POST', data: { to: q.from } }) }, onShareAppMessage() { return { path: '/pages/a/a?from=1' } } })",
    },
    expect: [{ message: 'reward-on-arrival', verdict: 'violation' }],
  },
  {
    name: { zh: '文案许诺奖励', en: 'the words promise a reward' },
    files: { 'pages/a/a.wxml': '<button open-type="share">分享到群领红包</button>', 'pages/a/a.js': 'Page({})' },
    expect: [{ message: 'reward-promised', verdict: 'violation' }],
  },
  {
    name: { zh: '分享只做统计；打开商品时带上来源', en: 'sharing is counted, and a product opens with its origin' },
    files: {
      'pages/a/a.wxml': '<button open-type="share">分享给好友看看</button><view>我的积分</view>',
      'pages/a/a.js':
        "Page({ onLoad(q) { if (q.id) wx.request({ url: 'https://api.example.org/goods', data: { id: q.id } }) }, onShareAppMessage() { wx.request({ url: 'https://api.example.org/log', data: { what: 'share' } }); return { title: '好物' } } })",
    },
    expect: [],
  },
  {
    name: { zh: '打开分享来的优惠券详情和列表', en: 'the coupon that a card shows is fetched, and the list of others' },
    files: {
      'pages/a/a.wxml': '<button open-type="share">分享抽奖</button>',
      'pages/a/a.js':
        "Page({ onLoad(q) { if (q.from) wx.request({ url: 'https://api.example.org/coupon/detail?v=1', method: 'POST', data: { id: q.id } }) }, onShareAppMessage() { return { path: '/pages/a/a?from=card' } } })",
    },
    expect: [],
  },
  {
    name: { zh: '打开时按编号领券，看不出谁得到好处', en: 'a coupon is taken by its number; nothing tells who gains' },
    files: {
      'pages/a/a.wxml': '<button open-type="share">送给好友</button>',
      'pages/a/a.js':
        "Page({ onLoad(q) { if (q.id) wx.request({ url: 'https://api.example.org/coupon/take', method: 'POST', data: { id: q.id } }) }, onShareAppMessage() { return { path: '/pages/a/a?id=3' } } })",
    },
    expect: [{ message: 'reward-on-arrival', verdict: 'review' }],
  },
  {
    name: { zh: '运行时：分享之后多了一枚章', en: 'seen in a run: a stamp more after sharing' },
    files: stamps,
    run: walk(share, '2 / 5 枚', '3 / 5 枚'),
    expect: [{ message: 'richer-by-share', file: 'pages/a/a.js' }],
  },
  {
    name: { zh: '运行时：数的是分享次数', en: 'seen in a run: it counts the shares themselves' },
    files: stamps,
    run: walk(share, '已分享 2 次', '已分享 3 次'),
    expect: [],
  },
  {
    name: { zh: '运行时：签到得的分', en: 'seen in a run: points for being there' },
    files: stamps,
    run: walk(
      sketchMove(
        { do: 'tap', selector: 'b', text: '签到' },
        { records: [{ kind: 'storage', action: 'set', key: 'n', value: 3 }], screen: bread },
      ),
      '2 / 5 枚',
      '3 / 5 枚',
    ),
    expect: [],
  },
  {
    name: {
      zh: '所有接口都以 award_ 开头，登录和上报不发奖励',
      en: 'every address begins with award_; signing in and reporting hand nothing out',
    },
    files: {
      'pages/a/a.wxml': '<view>本期</view>',
      'pages/a/a.js': `const base = 'https://api.example.org/v3/'
Page({
  onLoad(q) {
    wx.request({ url: base + 'award_list', method: 'POST', data: {} }); wx.request({ url: base + 'award_banner', method: 'POST', data: {} }); wx.request({ url: base + 'award_user', method: 'POST', data: {} }); wx.request({ url: base + 'award_notice', method: 'POST', data: {} }); wx.request({ url: base + 'award_rule', method: 'POST', data: {} })
    if (q.uid) { wx.request({ url: base + 'award_token', method: 'POST', data: { from: q.uid } }); wx.request({ url: base + 'award_visit', method: 'POST', data: { from: q.uid } }) }
  },
  onShareAppMessage() { return { title: '本期', path: '/pages/a/a?uid=1' } },
})`,
    },
    expect: [],
  },
  {
    name: { zh: '同样的前缀，但这一个给分享者加机会', en: 'the same prefix, but this one gives the sharer another chance' },
    files: {
      'pages/a/a.wxml': '<view>本期</view>',
      'pages/a/a.js': `const base = 'https://api.example.org/v3/'
Page({
  onLoad(q) {
    wx.request({ url: base + 'award_list', method: 'POST', data: {} }); wx.request({ url: base + 'award_banner', method: 'POST', data: {} }); wx.request({ url: base + 'award_user', method: 'POST', data: {} }); wx.request({ url: base + 'award_notice', method: 'POST', data: {} }); wx.request({ url: base + 'award_rule', method: 'POST', data: {} })
    if (q.uid) wx.request({ url: base + 'award_add_chance', method: 'POST', data: { from: q.uid } })
  },
  onShareAppMessage() { return { title: '本期', path: '/pages/a/a?uid=1' } },
})`,
    },
    expect: [{ message: 'reward-on-arrival', verdict: 'violation' }],
  },
  {
    name: { zh: '自己读书集卡，分享只是给人看', en: 'cards come from one’s own reading; sharing only shows them' },
    files: {
      'pages/a/a.wxml': '<view>{{hint}}</view><button open-type="share">给大家看看</button>',
      'pages/a/a.js': "Page({ data: { hint: '每读完一篇得 1 张卡，集齐 5 张解锁一幅年画' } })",
    },
    expect: [],
  },
  {
    name: { zh: '集卡要找好友要', en: 'the cards are to be had from friends' },
    files: {
      'pages/a/a.wxml': '<view>{{hint}}</view><button open-type="share">找好友要卡</button>',
      'pages/a/a.js': "Page({ data: { hint: '集齐 5 张解锁一幅年画' } })",
    },
    expect: [{ message: 'reward-promised', file: 'pages/a/a.js', verdict: 'violation' }],
  },
  {
    name: { zh: '分享的行程带着出发地，打开后按它查询', en: 'a shared trip carries where it starts, and is looked up by that' },
    files: {
      'pages/a/a.wxml': '<view>{{trip.name}}</view><button open-type="share">告诉同行的人</button>',
      'pages/a/a.js':
        "Page({ data: { trip: {} }, onLoad(q) { wx.request({ url: 'https://api.example.org/trips/find', data: { from: q.userId, startPoint: q.startPoint, endPoint: q.endPoint }, success: (r) => this.setData({ trip: r.data }) }) }, onShareAppMessage() { return { path: '/pages/a/a?userId=1&startPoint=北门&endPoint=南站' } } })",
    },
    expect: [],
  },
]
