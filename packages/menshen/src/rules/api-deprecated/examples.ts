import type { Example } from '../kit.ts'

const page = { 'pages/me/me.wxml': '<button bindtap="login">登录</button>' }

export const examples: readonly Example[] = [
  {
    name: { zh: '仍用 getUserProfile 取头像', en: 'the profile is still taken by getUserProfile' },
    files: { ...page, 'pages/me/me.js': "Page({ login() { wx.getUserProfile({ desc: '展示头像', success: (r) => this.setData(r) }) } })" },
    expect: [{ message: 'withdrawn', file: 'pages/me/me.js', excerpt: 'wx.getUserProfile', verdict: 'review' }],
  },
  {
    name: { zh: 'open-data 展示昵称', en: 'open-data shows the nickname' },
    files: { 'pages/me/me.wxml': '<open-data type="userNickName" />', 'pages/me/me.js': 'Page({})' },
    expect: [{ message: 'withdrawn', excerpt: '<open-data type="userNickName" />' }],
  },
  {
    name: { zh: '几个旧接口合成一条', en: 'several old interfaces in one finding' },
    files: { ...page, 'pages/me/me.js': 'Page({ login() { wx.getSystemInfoSync(); wx.chooseImage({ count: 1 }) } })' },
    expect: [{ message: 'deprecated', excerpt: 'wx.getSystemInfoSync', verdict: 'review' }],
  },
  {
    name: {
      zh: '新接口；旧接口只在没人调用的方法和第三方库里',
      en: 'new interfaces; an old one in a method that nothing calls and in a library',
    },
    files: {
      'pages/me/me.wxml': '<button open-type="chooseAvatar" bindchooseavatar="got">头像</button><open-data type="groupName" />',
      'pages/me/me.js':
        "const md5 = require('../../utils/md5')\nPage({ got() { md5(); wx.getDeviceInfo() }, old() { wx.getUserProfile({}) } })",
      'utils/md5.js': 'module.exports = () => wx.getSystemInfoSync()',
    },
    expect: [],
  },
]
