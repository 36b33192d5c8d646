import type { Example } from '../kit.ts'

const ask = {
  'pages/ask/ask.wxml':
    '<input placeholder="手机号" bindinput="set" /><button bindtap="send">预约</button><view bindtap="policy">《隐私政策》</view>',
  'pages/ask/ask.js':
    "Page({ set(e) { this.setData({ phone: e.detail.value }) }, send() { wx.request({ url: 'https://api.example.org/a', data: { phone: this.data.phone } }) }, policy() { wx.navigateTo({ url: '/pages/text/text' }) } })",
}

export const examples: readonly Example[] = [
  {
    name: { zh: '链接打开的是停车须知', en: 'the link opens a notice about parking' },
    files: { ...ask, 'pages/text/text.wxml': '<view>地面停车请登记</view>', 'pages/text/text.js': 'Page({})' },
    expect: [{ message: 'leads-elsewhere', excerpt: '《隐私政策》', verdict: 'violation' }],
  },
  {
    name: { zh: '收集手机号，到处没有政策', en: 'a phone number and no policy anywhere' },
    files: {
      'pages/ask/ask.wxml': '<input placeholder="手机号" bindinput="set" /><button bindtap="send">预约</button>',
      'pages/ask/ask.js': ask['pages/ask/ask.js'],
    },
    expect: [{ message: 'nowhere-shown', file: 'pages/ask/ask.js', excerpt: 'wx.request', verdict: 'review' }],
  },
  {
    name: { zh: '打开真正的政策页', en: 'it opens the policy' },
    files: {
      ...ask,
      'pages/text/text.wxml': '<view>我们收集你的手机号，仅用于联系上门时间，不与第三方共享</view>',
      'pages/text/text.js': 'Page({})',
    },
    expect: [],
  },
]
