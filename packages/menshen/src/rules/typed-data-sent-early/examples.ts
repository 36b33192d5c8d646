import { call, type Example, finger, sketchMove, sketchPass, sketchRun, tapped } from '../kit.ts'

const view = {
  'pages/s/s.wxml':
    '<input placeholder="手机号" bindinput="type" /><checkbox-group bindchange="agree"><checkbox value="y" />同意《隐私说明》</checkbox-group><button bindtap="submit">报名</button>',
}

// Drafts go out by a queue: only a run shows when.
const apply = {
  'pages/p/p.wxml':
    '<input bindinput="type" placeholder="称呼" /><input bindinput="type" placeholder="电话" /><button bindtap="send">提交</button>',
  'pages/p/p.js': "const q = require('../../lib/q')\nPage({ type(e) { q.put(e.detail.value) }, send() { q.flush() } })",
  'lib/q.js':
    "const all = []\nexports.put = (v) => all.push(v)\nexports.flush = () => wx.request({ url: 'https://api.example.org/drafts', data: all })",
}
const fields = [
  { text: '称呼', selector: 'a', tag: 'input', field: 'text' },
  { text: '电话', selector: 'b', tag: 'input', field: 'number' },
  { text: '提交', selector: 'c', tag: 'button' },
] as const
const desk = { texts: ['报名', '提交'], tappables: [...fields] }
const draft = call('request', {
  at: 'lib/q.js:3:24',
  cause: tapped(1),
  args: { url: 'https://api.example.org/drafts', data: ['陈小门', '13800138000'] },
  answer: 'ok',
  by: 'responses',
})
const filling = (early: boolean) =>
  sketchRun(
    sketchPass(
      { kind: 'people' },
      sketchMove({ do: 'open', route: 'pages/p/p', query: '' }, { screen: desk }),
      sketchMove({ do: 'input', selector: 'a', value: '陈小门' }, { screen: desk }),
      sketchMove({ do: 'input', selector: 'b', value: '13800138000' }, { records: early ? [draft] : [], screen: desk }),
      sketchMove({ do: 'tap', selector: 'c', text: '提交' }, { records: [finger('提交', 'send', 1), draft], screen: desk }),
    ),
  )

export const examples: readonly Example[] = [
  {
    name: { zh: '边输入边上传', en: 'sent on every key stroke' },
    files: {
      ...view,
      'pages/s/s.js':
        "const send = (data) => wx.request({ url: 'https://api.example.org/s', data })\nPage({ type(e) { this.setData({ phone: e.detail.value }); setTimeout(send, 300, { phone: this.data.phone }) }, agree() {}, submit() {} })",
    },
    expect: [{ message: 'while-typing', verdict: 'violation' }],
  },
  {
    name: { zh: '草稿存在本机，勾选后提交', en: 'the draft stays on the phone' },
    files: {
      ...view,
      'pages/s/s.js':
        "Page({ type(e) { this.setData({ phone: e.detail.value }); wx.setStorageSync('draft', e.detail.value) }, agree() {}, submit() { wx.request({ url: 'https://api.example.org/s', data: { phone: this.data.phone } }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '运行时：还没提交，姓名电话已经发出', en: 'seen in a run: name and number go out before anything is submitted' },
    files: apply,
    run: filling(true),
    expect: [{ message: 'while-typing', file: 'lib/q.js', verdict: 'violation' }],
  },
  { name: { zh: '运行时：点提交才发出', en: 'seen in a run: sent on 提交' }, files: apply, run: filling(false), expect: [] },
]
