import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '付一元抽一位异性的联系方式', en: 'a contact is drawn for one yuan' },
    files: {
      'pages/a/a.ttml': '<view>{{head}}</view><input placeholder="年龄、城市、联系方式" /><button bindtap="draw">1 元抽一位异性</button>',
      'pages/a/a.js': "Page({ data: { head: '缘来是你' }, draw() { tt.pay({ orderInfo: {}, service: 5 }) } })",
    },
    expect: [{ message: 'paid', file: 'pages/a/a.js', verdict: 'violation' }],
  },
  {
    name: { zh: '文案写明脱单盲盒', en: 'the words say what it is' },
    files: { 'pages/a/a.ttml': '<view>脱单盲盒</view><view>存入纸条，抽取对象</view>', 'pages/a/a.js': 'Page({})' },
    expect: [{ message: 'words', verdict: 'violation' }],
  },
  {
    name: { zh: '诗句盲盒，请勿留联系方式', en: 'a box of poems that asks to leave no contacts' },
    files: {
      'pages/a/a.ttml':
        '<view>诗句盲盒</view><input placeholder="写一句喜欢的诗（请勿留联系方式）" /><button bindtap="draw">取一句</button>',
      'pages/a/a.js': "Page({ draw() { tt.request({ url: 'https://api.example.com/line' }) } })",
    },
    expect: [],
  },
]
