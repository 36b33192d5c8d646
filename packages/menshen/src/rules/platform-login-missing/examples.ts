import type { Example } from '../kit.ts'

const view =
  '<input placeholder="账号" bindinput="set" /><input password placeholder="密码" bindinput="set" /><button bindtap="go">登录</button>'

export const examples: readonly Example[] = [
  {
    name: { zh: '名叫 wxLogin 的方法只是提交表单', en: 'a method called wxLogin merely posts the form' },
    files: {
      'pages/in/in.wxml': `${view}<button bindtap="wxLogin">一键登录</button>`,
      'pages/in/in.js': "Page({ set() {}, go() { wx.request({ url: 'https://api.example.org/in' }) }, wxLogin() { this.go() } })",
    },
    expect: [{ message: 'own-accounts-only', file: 'pages/in/in.wxml', verdict: 'violation' }],
  },
  {
    name: { zh: '另有微信登录', en: 'WeChat is the other way' },
    files: {
      'pages/in/in.wxml': view,
      'pages/in/in.js': "Page({ onLoad() { wx.login({}) }, set() {}, go() { wx.request({ url: 'https://api.example.org/in' }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '咨询表单用短信验证号码，并不登录', en: 'an enquiry proves its number by a code; nobody signs in' },
    files: {
      'pages/ask/ask.wxml':
        '<input placeholder="手机号" bindinput="set" /><input placeholder="请输入验证码" bindinput="set" /><button bindtap="code">获取验证码</button><button bindtap="send">提交咨询</button>',
      'pages/ask/ask.js':
        "Page({ set() {}, code() { wx.request({ url: 'https://api.example.org/code' }) }, send() { wx.request({ url: 'https://api.example.org/ask' }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '没有账号', en: 'no accounts' },
    files: { 'pages/in/in.wxml': '<view>你好</view>', 'pages/in/in.js': 'Page({})' },
    expect: [],
  },
  {
    name: { zh: '有微信登录的文件，但没有谁引用', en: 'a file signs in with WeChat, but nothing requires it' },
    files: {
      'lib/wxsign.js': 'module.exports = () => wx.login({})',
      'pages/in/in.wxml': view,
      'pages/in/in.js': "Page({ set() {}, go() { wx.request({ url: 'https://api.example.org/in' }) } })",
    },
    expect: [{ message: 'own-accounts-only', verdict: 'violation' }],
  },
]
