import type { Example } from '../kit.ts'

const join = {
  'pages/join/join.wxml':
    '<input placeholder="手机号" bindinput="set" /><input password placeholder="密码" /><button bindtap="save">加入</button>',
  'pages/join/join.js':
    "Page({ set(e) { this.setData({ phone: e.detail.value }) }, save() { wx.request({ url: 'https://api.example.org/members', method: 'POST', data: { phone: this.data.phone } }) } })",
}

export const examples: readonly Example[] = [
  {
    name: { zh: '有账号和手机号，没有任何删除入口', en: 'accounts with phone numbers, and no way to erase' },
    files: { ...join, 'pages/me/me.wxml': '<view>我的书单</view>', 'pages/me/me.js': 'Page({})' },
    expect: [
      { message: 'no-way-to-erase', file: 'pages/join/join.wxml', excerpt: '<input password placeholder="密码" />', verdict: 'violation' },
    ],
  },
  {
    name: { zh: '注销账号只有文字', en: 'the entry is words only' },
    files: { ...join, 'pages/me/me.wxml': '<view class="row">注销账号</view>', 'pages/me/me.js': 'Page({})' },
    expect: [{ message: 'dead-entry', excerpt: '注销账号', file: 'pages/me/me.wxml' }],
  },
  {
    name: { zh: '问答里说不支持删除', en: 'a help text refuses' },
    files: { 'pages/help/help.wxml': '<view>账号资料一经提交归平台所有，不支持删除</view>', 'pages/help/help.js': 'Page({})' },
    expect: [
      { message: 'erasure-refused', file: 'pages/help/help.wxml', excerpt: '账号资料一经提交归平台所有，不支持删除', verdict: 'violation' },
    ],
  },
  {
    name: { zh: '换个说法的注销：确认后请求服务器删除', en: 'by another name: confirmed, then the server erases' },
    files: {
      ...join,
      'pages/me/me.wxml': '<view bindtap="leave">离开读书会</view>',
      'pages/me/me.js':
        "Page({ leave() { wx.showModal({ content: '将永久删除你的全部资料', success: (r) => r.confirm && wx.request({ url: 'https://api.example.org/members/me', method: 'DELETE' }) }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '只存在本机的小工具', en: 'a tool that keeps everything on the phone' },
    files: {
      'pages/a/a.wxml': '<input placeholder="姓名" bindinput="set" />',
      'pages/a/a.js': "Page({ set(e) { wx.setStorageSync('n', e.detail.value) } })",
    },
    expect: [],
  },
]
