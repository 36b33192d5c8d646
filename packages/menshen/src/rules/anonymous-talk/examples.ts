import type { Example } from '../kit.ts'

const script = (name: string) =>
  `Page({ type(e) { this.data.text = e.detail.value }, send() { wx.request({ url: 'https://api.example.com/chat', method: 'POST', data: { from: ${name}, text: this.data.text } }) } })`
const form = '<input bindinput="type" /><button bindtap="send">发送</button>'

export const examples: readonly Example[] = [
  {
    name: { zh: '每条消息换一张面具', en: 'each message wears another mask' },
    files: {
      'pages/a/a.wxml': `<view>和陌生人说说话，对方不知道你是谁</view>${form}`,
      'pages/a/a.js': script("['狐狸', '海獭'][Math.floor(Math.random() * 2)]"),
    },
    expect: [{ message: 'masked', excerpt: 'wx.request', file: 'pages/a/a.js', verdict: 'violation' }],
  },
  {
    name: { zh: '文案写明匿名聊天', en: 'the words offer anonymous chat' },
    files: { 'pages/a/a.wxml': `<view>匿名聊天室</view><view>和附近的人匿名私聊</view>${form}`, 'pages/a/a.js': script("''") },
    expect: [{ message: 'words', file: 'pages/a/a.wxml', excerpt: '匿名聊天', verdict: 'violation' }],
  },
  {
    name: { zh: '实名来信，选登时隐去姓名', en: 'letters under real names, printed without them' },
    files: {
      'pages/a/a.wxml': `<view>来信实名，由老师回复；选登时会隐去姓名</view>${form}`,
      'pages/a/a.js': script("wx.getStorageSync('studentName')"),
    },
    expect: [],
  },
]
