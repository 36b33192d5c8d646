import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '骂人话术生成器', en: 'an insult generator' },
    files: {
      'pages/a/a.ttml': '<view>骂人神器：祖安语录一键复制</view>',
    },
    expect: [{ message: 'insult', file: 'pages/a/a.ttml', excerpt: '骂人神器：祖安语录', verdict: 'violation' }],
  },
  {
    name: { zh: '曝光墙贴出身份证', en: 'a wall with identity numbers' },
    files: {
      'pages/a/a.wxml': '<view>曝光渣男信息，附身份证号和住址</view>',
    },
    expect: [{ message: 'exposure', file: 'pages/a/a.wxml', excerpt: '曝光渣男信息，附身份证', verdict: 'violation' }],
  },
  {
    name: { zh: '打榜任务', en: 'chart tasks' },
    files: {
      'pages/a/a.ttml': '<view>每日打榜任务，集资应援冲第一，控评小组招募</view>',
    },
    expect: [{ message: 'fans', file: 'pages/a/a.ttml', excerpt: '集资应援', verdict: 'violation' }],
  },
  {
    name: { zh: '公约禁止骂人', en: 'a rule against insults' },
    files: {
      'pages/a/a.ttml': '<view>社区公约：禁止骂人、互喷，不得人肉搜索他人，禁止打榜</view>',
    },
    expect: [],
  },
  {
    name: { zh: '随机拼一句骂人的话，点一下复制', en: 'an insult put together at random, copied by a tap' },
    platform: 'douyin',
    files: {
      'pages/a/a.ttml': '<view>{{line}}</view><button bindtap="make">换一句</button><button bindtap="copy">复制</button>',
      'pages/a/a.js':
        "const a = ['你这脑残', '喂']\nconst b = ['，你妈没教过你吗', '，懂不懂']\nconst pick = (l) => l[Math.floor(Math.random() * l.length)]\nPage({ data: { line: '' }, make() { this.setData({ line: pick(a) + pick(b) }) }, copy() { tt.setClipboardData({ data: this.data.line }) } })",
    },
    expect: [{ message: 'insult', verdict: 'violation' }],
  },
  {
    name: { zh: '体面拒绝的话，粗话词表只用来打码', en: 'polite refusals; the list of rude words only masks' },
    platform: 'douyin',
    files: {
      'pages/a/a.ttml': '<view>{{line}}</view><button bindtap="copy">复制</button>',
      'pages/a/a.js':
        "const rude = ['祖安', '死全家']\nPage({ data: { line: '' }, onLoad() { this.setData({ line: rude.reduce((s, w) => s.replace(w, '**'), '谢谢邀请，今天先不参加了') }) }, copy() { tt.setClipboardData({ data: this.data.line }) } })",
    },
    expect: [],
  },
]
