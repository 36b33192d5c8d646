import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '进入房间两秒后自动录音', en: 'recording two seconds after entering a room' },
    files: {
      'pages/r/r.wxml': '<view>会议室</view>',
      'pages/r/r.js': 'const rec = wx.getRecorderManager()\nPage({ onLoad() { setTimeout(() => rec.start({ duration: 60000 }), 2000) } })',
    },
    expect: [{ message: 'by-itself', excerpt: 'rec.start', verdict: 'violation' }],
  },
  {
    name: { zh: '点“开始”就录音，页面没写', en: 'the start button records, and nothing says so' },
    files: {
      'pages/r/r.wxml': '<view>会议室</view><button bindtap="go">开始</button>',
      'pages/r/r.js': 'const rec = wx.getRecorderManager()\nPage({ go() { rec.start({}) } })',
    },
    expect: [{ message: 'not-said', verdict: 'review' }],
  },
  {
    name: { zh: '按住说话；record 是预订记录', en: 'press to talk; record is a list of bookings' },
    files: {
      'pages/r/r.wxml': '<button bindtouchstart="go">按住说话</button>',
      'pages/r/r.js':
        'const rec = wx.getRecorderManager()\nPage({ data: { record: [] }, onLoad() { this.setData({ record: [1] }) }, go() { rec.start({}) } })',
    },
    expect: [],
  },
]
