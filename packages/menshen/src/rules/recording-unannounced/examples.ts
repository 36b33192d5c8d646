import { call, type Example, lifecycle, sketchMove, sketchPass, sketchRun, tapped } from '../kit.ts'

const say = {
  'pages/s/s.wxml': '<button bindtouchstart="down">按住说话</button>',
  'pages/s/s.js': "const tools = require('tools')\nPage({\n  measure() {\n    tools.recorder.start()\n  },\n})",
}
const opened = { do: 'open', route: 'pages/s/s', query: '' } as const
const start = (cause: ReturnType<typeof lifecycle>) => call('RecorderManager.start', { at: 'pages/s/s.js:4:20', cause, answer: 'ok' })

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
  {
    name: { zh: '打开两秒后悄悄录音', en: 'records in silence two seconds after it opened' },
    files: say,
    run: sketchRun(
      sketchPass(
        {},
        sketchMove(opened, { screen: { texts: ['按住说话'] } }),
        sketchMove({ do: 'wait', milliseconds: 6500 }, { records: [start(lifecycle('onShow', 'setTimeout 2000'))] }),
      ),
    ),
    expect: [{ message: 'by-itself', file: 'pages/s/s.js', excerpt: 'start', verdict: 'violation' }],
  },
  {
    name: { zh: '一次录完又自己开始下一次', en: 'the end of one recording begins the next' },
    files: say,
    run: sketchRun(
      sketchPass(
        {},
        sketchMove(opened, { screen: { texts: ['已停止'] } }),
        sketchMove({ do: 'wait', milliseconds: 6500 }, { records: [start(lifecycle('RecorderManager.onStop', 'setTimeout 400'))] }),
      ),
    ),
    expect: [{ message: 'by-itself', file: 'pages/s/s.js', verdict: 'violation' }],
  },
  {
    name: { zh: '按住才录，松手就停', en: 'records while the button is held' },
    files: say,
    run: sketchRun(
      sketchPass(
        { kind: 'taps' },
        sketchMove(opened, { screen: { texts: ['按住说话'] } }),
        sketchMove(
          { do: 'tap', selector: 'button', text: '按住说话' },
          { records: [start({ ...lifecycle('touchstart'), kind: 'event' }), start(tapped(3))], screen: { texts: ['正在录音'] } },
        ),
      ),
    ),
    expect: [],
  },
]
