import { type Example, sketchMove, sketchPass, sketchRun } from '../kit.ts'

const button = '<button open-type="share">告诉朋友</button>'

// What a share changes goes through a timer and a module: only a run shows it.
const sheet = {
  'pages/a/a.wxml': '<view wx:for="{{steps}}">{{item}}</view><button open-type="share">发给朋友</button>',
  'pages/a/a.js':
    "const marks = require('../../lib/marks')\nPage({ data: { steps: [] }, onLoad() { this.setData({ steps: marks.all() }) }, onShareAppMessage() { marks.later(() => this.onLoad()); return { title: '一起做' } } })",
  'lib/marks.js':
    'let n = 1\nexports.all = () => global.steps.slice(0, n)\nexports.later = (then) => setTimeout(() => { n = 9; then() }, 800)',
}
const shown = (...texts: readonly string[]) => ({ texts: [...texts, '发给朋友'], tappables: [{ text: '发给朋友', openType: 'share' }] })
const shareFrom = (before: readonly string[], after: readonly string[], ...more: readonly (readonly string[])[]) =>
  sketchRun(
    ...more.map((texts) =>
      sketchPass({ kind: 'taps' }, sketchMove({ do: 'open', route: 'pages/a/a', query: '' }, { screen: shown(...texts) })),
    ),
    sketchPass(
      { kind: 'people' },
      sketchMove({ do: 'open', route: 'pages/a/a', query: '' }, { screen: shown(...before) }),
      sketchMove({ do: 'share', from: 'menu' }, { screen: shown(...before) }),
      sketchMove({ do: 'hide' }, { screen: shown(...before) }),
      sketchMove({ do: 'show' }, { screen: shown(...after) }),
    ),
  )

export const examples: readonly Example[] = [
  {
    name: { zh: '分享回调里解锁全文', en: 'the share hook unlocks the text' },
    files: {
      'pages/a/a.wxml': `<view wx:if="{{unlocked}}">全文</view>${button}`,
      'pages/a/a.js': 'Page({ data: { unlocked: false }, onShareAppMessage() { this.setData({ unlocked: true }); return {} } })',
    },
    expect: [{ message: 'unlocked-by-share', excerpt: 'true', file: 'pages/a/a.js', verdict: 'violation' }],
  },
  {
    name: { zh: '离开三秒就当作分享过', en: 'three seconds away count as a share' },
    files: {
      'pages/a/a.wxml': `<view wx:if="{{all}}">全文</view>${button}`,
      'pages/a/a.js':
        'let left = 0\nPage({ data: { all: false }, onHide() { left = Date.now() }, onShow() { if (left && Date.now() - left > 3000) this.setData({ all: true }) }, onShareAppMessage() { return {} } })',
    },
    expect: [{ message: 'away-timer', file: 'pages/a/a.js', excerpt: 'true', verdict: 'violation' }],
  },
  {
    name: {
      zh: '试用到期、隔一阵重新加载，与分享无关',
      en: 'a trial that ends and a list that is loaded again have nothing to do with sharing',
    },
    files: {
      'pages/a/a.wxml': `<view wx:if="{{member}}">会员内容</view><view>分享到群后即可查看完整答案</view>${button}`,
      'pages/a/a.js':
        "Page({ data: { member: true, loaded: 0, all: [] }, onShow() { const end = wx.getStorageSync('trial_end'); if (end && Date.now() >= end) this.setData({ member: false }); if (Date.now() - this.data.loaded > 60000) this.load() }, load() { this.setData({ loaded: Date.now(), all: [1] }) }, try() { wx.setStorageSync('trial_end', Date.now() + 86400000) }, onShareAppMessage() { return {} } })",
    },
    expect: [{ message: 'share-demanded', file: 'pages/a/a.wxml', excerpt: '分享到群后即可查看', verdict: 'violation' }],
  },
  {
    name: { zh: '点分享按钮时记下时间，回来够久就解锁', en: 'the tap on the share button notes the time, and a long absence unlocks' },
    files: {
      'pages/a/a.wxml': '<view wx:if="{{all}}">全文</view><button open-type="share" bindtap="toShare">发给好友</button>',
      'pages/a/a.js':
        "Page({ data: { all: false }, toShare() { wx.setStorageSync('went', Date.now()) }, onShow() { const went = wx.getStorageSync('went'); if (went && Date.now() - went > 3000) this.setData({ all: true }) }, onShareAppMessage() { return {} } })",
    },
    expect: [{ message: 'away-timer', file: 'pages/a/a.js', excerpt: 'true', verdict: 'violation' }],
  },
  {
    name: { zh: '读取群票据', en: 'a group ticket is read' },
    files: {
      'pages/a/a.wxml': button,
      'pages/a/a.js':
        "Page({ onLoad(q) { if (q.shareTicket) wx.getShareInfo({ shareTicket: q.shareTicket, success: (r) => wx.request({ url: 'https://api.example.org/g', data: r }) }) } })",
    },
    expect: [{ message: 'group-ticket', file: 'pages/a/a.js', excerpt: 'wx.getShareInfo', verdict: 'review' }],
  },
  {
    name: { zh: '文案写明分享后查看', en: 'the words say that sharing comes first' },
    files: { 'pages/a/a.wxml': '<view>分享到群后即可查看完整答案</view>', 'pages/a/a.js': 'Page({})' },
    expect: [{ message: 'share-demanded', file: 'pages/a/a.wxml', excerpt: '分享到群后即可查看', verdict: 'violation' }],
  },
  {
    name: { zh: '分享随意，分享时收起面板、记录次数', en: 'sharing is free; the panel closes and a count is kept' },
    files: {
      'pages/a/a.wxml': `<view wx:if="{{showPanel}}">${button}</view><view>全文</view>`,
      'pages/a/a.js':
        "Page({ data: { showPanel: true, times: 0 }, onShareAppMessage() { this.setData({ showPanel: false, times: 1 }); return { title: '好诗共读' } } })",
    },
    expect: [],
  },
  {
    name: { zh: '运行时：分享之后图纸全部出现', en: 'seen in a run: after sharing the whole drawing is there' },
    files: sheet,
    run: shareFrom(['裁布', '其余步骤暂时收起'], ['裁布', '折边 1 厘米，烫平', '缝带子，先别剪线']),
    expect: [{ message: 'unlocked-by-share', file: 'pages/a/a.js' }],
  },
  {
    name: { zh: '运行时：分享之后只是道谢', en: 'seen in a run: thanks after sharing' },
    files: sheet,
    run: shareFrom(['裁布', '折边'], ['裁布', '折边', '谢谢你带来朋友']),
    expect: [],
  },
  {
    name: { zh: '运行时：不分享也能看到全部', en: 'seen in a run: all of it can be read without sharing' },
    files: sheet,
    run: shareFrom(
      ['裁布', '其余步骤暂时收起'],
      ['裁布', '折边 1 厘米，烫平', '缝带子，先别剪线'],
      ['裁布', '折边 1 厘米，烫平', '缝带子，先别剪线'],
    ),
    expect: [],
  },
  {
    name: { zh: '说明好友打开分享后能看到什么', en: 'what friends see when they open what was shared' },
    files: { 'pages/a/a.wxml': '<view>生成当前方案的分享入口，好友打开后可直接查看。</view><button open-type="share">分享方案</button>' },
    expect: [],
  },
]
