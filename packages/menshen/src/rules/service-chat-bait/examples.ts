import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '按钮文案由组件属性传入', en: 'the label comes in by a component’s property' },
    files: {
      'app.json': '{ "pages": ["pages/a/a"], "usingComponents": { "ask": "/components/ask" } }',
      'components/ask.json': '{ "component": true }',
      'components/ask.js': 'Component({ properties: { label: String } })',
      'components/ask.wxml': '<button open-type="contact">{{label}}</button>',
      'pages/a/a.wxml': '<ask label="{{label}}" />',
      'pages/a/a.js': "Page({ data: { label: '戳我领 8.8 元红包' } })",
    },
    expect: [{ message: 'bait', file: 'pages/a/a.js', verdict: 'violation' }],
  },
  {
    name: { zh: '咨询按钮；旁边商品名含“红包”', en: 'a plain button beside a product whose name holds the word' },
    files: {
      'pages/a/a.wxml': '<view>红糖糍粑红包装</view><button open-type="contact" send-message-title="咨询订座">联系店家</button>',
      'pages/a/a.js': 'Page({})',
    },
    expect: [],
  },
]
