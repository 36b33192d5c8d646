import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '付费后才能使用小程序', en: 'the program opens after a payment' },
    files: {
      'data/door.js': "module.exports = { text: '支付 ¥19.9 后方可添加并使用本小程序' }",
      'pages/a/a.wxml': '<view wx:if="{{inside}}">平针</view><view wx:else>{{door.text}}<button bindtap="enter">进入</button></view>',
      'pages/a/a.js': "Page({ data: { inside: false, door: require('../../data/door') }, enter() { wx.requestPayment({}) } })",
    },
    expect: [{ message: 'fee', file: 'data/door.js', verdict: 'violation' }],
  },
  {
    name: { zh: '内容免费，只卖纸质图册', en: 'everything is free but a printed book' },
    files: {
      'pages/a/a.wxml': '<view>图解全部免费，无需付费添加；纸质图册 ¥19.9 包邮</view><button bindtap="buy">购买图册</button>',
      'pages/a/a.js': 'Page({ buy() { wx.requestPayment({}) } })',
    },
    expect: [],
  },
  {
    name: { zh: '首页要输入花钱买来的激活码', en: 'the home page asks for a code that is sold' },
    files: {
      'pages/a/a.wxml': '<view>{{tip}}</view><input bindinput="type" /><button bindtap="go">确定</button>',
      'pages/a/a.js':
        "Page({ data: { tip: '请输入激活码后使用，激活码可付费 29.9 元获取' }, type(e) { this.code = e.detail.value }, go() { wx.request({ url: 'https://api.example.org/code', data: { code: this.code } }) } })",
    },
    expect: [{ message: 'fee', file: 'pages/a/a.js', verdict: 'violation' }],
  },
  {
    name: { zh: '书里附赠的兑换码，只换配套音频', en: 'a code that came with a book opens its recordings' },
    files: {
      'pages/a/a.wxml': '<view>单词表</view><view>{{tip}}</view><input bindinput="type" /><button bindtap="go">确定</button>',
      'pages/a/a.js':
        "Page({ data: { tip: '输入随书附赠的兑换码，解锁配套音频' }, type(e) { this.code = e.detail.value }, go() { wx.request({ url: 'https://api.example.org/code', data: { code: this.code } }) } })",
    },
    expect: [],
  },
]
