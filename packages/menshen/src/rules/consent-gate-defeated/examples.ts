import type { Example } from '../kit.ts'

const view = { 'pages/a/a.wxml': '<button bindtap="photo">拍照</button>', 'pages/a/a.js': 'Page({ photo() { wx.chooseMedia({}) } })' }

export const examples: readonly Example[] = [
  {
    name: { zh: '钩子里自己回答同意', en: 'the hook answers agree' },
    files: {
      ...view,
      'app.js':
        "const { onNeedPrivacyAuthorization: need } = wx\nApp({ onLaunch() { need && need((resolve) => resolve({ event: 'agree' })) } })",
    },
    expect: [{ message: 'agrees-by-itself', file: 'app.js', excerpt: "'agree'", verdict: 'violation' }],
  },
  {
    name: { zh: '抖音：关闭隐私检查', en: 'Douyin: the check is off' },
    files: {
      'app.json': '{ "pages": ["pages/a/a"], "usePrivacyCheck": false }',
      'pages/a/a.ttml': '<button bindtap="copy">复制</button>',
      'pages/a/a.js': "Page({ copy() { tt.setClipboardData({ data: 'x' }) } })",
    },
    expect: [{ message: 'switched-off', file: 'app.json', verdict: 'review' }],
  },
  {
    name: { zh: '用户点同意按钮后才回答', en: 'answered after the user’s tap' },
    files: {
      ...view,
      'pages/a/a.wxml':
        '<button bindtap="photo">拍照</button><button open-type="agreePrivacyAuthorization" bindagreeprivacyauthorization="ok">同意</button>',
      'app.js':
        "App({ onLaunch() { wx.onNeedPrivacyAuthorization((resolve) => { this.answer = () => resolve({ event: 'agree', buttonId: 'ok' }) }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '弹层有同意按钮，组件却自己回答', en: 'there is a button to agree, and the component answers before it' },
    files: {
      ...view,
      'app.json': '{ "pages": ["pages/a/a"], "usingComponents": { "ask": "/ask/ask" } }',
      'pages/a/a.wxml': '<ask /><button bindtap="photo">拍照</button>',
      'ask/ask.json': '{ "component": true }',
      'ask/ask.wxml':
        '<view wx:if="{{on}}"><button id="ok" open-type="agreePrivacyAuthorization" bindagreeprivacyauthorization="yes">同意</button></view>',
      'ask/ask.js': `const waiting = new Set()
Component({
  lifetimes: { attached() { wx.onNeedPrivacyAuthorization((resolve) => { waiting.add(resolve); this.end('agree') }) } },
  methods: { yes() { this.end('agree') }, end(event) { waiting.forEach((one) => one({ event, buttonId: 'ok' })); this.setData({ on: false }) } }
})`,
    },
    expect: [{ message: 'agrees-by-itself', file: 'ask/ask.js', excerpt: "'agree'", verdict: 'violation' }],
  },
  {
    name: { zh: '组件先弹层，点了同意按钮才回答', en: 'the component asks, and answers by its button' },
    files: {
      ...view,
      'app.json': '{ "pages": ["pages/a/a"], "usingComponents": { "ask": "/ask/ask" } }',
      'pages/a/a.wxml': '<ask /><button bindtap="photo">拍照</button>',
      'ask/ask.json': '{ "component": true }',
      'ask/ask.wxml':
        '<view wx:if="{{on}}"><button id="ok" open-type="agreePrivacyAuthorization" bindagreeprivacyauthorization="yes">同意</button></view>',
      'ask/ask.js': `const waiting = new Set()
Component({
  lifetimes: { attached() { wx.onNeedPrivacyAuthorization((resolve) => { waiting.add(resolve); this.setData({ on: true }) }) } },
  methods: { yes() { this.end('agree') }, end(event) { waiting.forEach((one) => one({ event, buttonId: 'ok' })); this.setData({ on: false }) } }
})`,
    },
    expect: [],
  },
]
