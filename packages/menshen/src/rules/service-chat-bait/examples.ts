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
  {
    name: { zh: '抽奖工具里问主办方怎么联系', en: 'in a tool for draws, how to reach who runs one' },
    files: {
      'pages/a/a.wxml': '<button open-type="contact" send-message-title="发送卡片获取抽奖方联系方式" show-message-card>联系主办方</button>',
      'pages/a/a.js': 'Page({})',
    },
    expect: [],
  },
]
