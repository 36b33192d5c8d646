import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '谁看过我', en: 'who looked at me' },
    files: { 'pages/a/a.wxml': '<view>谁看过我</view>', 'pages/a/a.js': 'Page({})' },
    expect: [{ message: 'who-looked', verdict: 'violation' }],
  },
  {
    name: { zh: '小区来访登记；我的浏览历史', en: 'visitors of a building; one’s own history' },
    files: { 'pages/a/a.wxml': '<view>来访登记：访客记录</view><view>我看过的商品</view>', 'pages/a/a.js': 'Page({})' },
    expect: [],
  },
  {
    name: { zh: '物业的访客登记', en: 'a register of guests who come through a gate' },
    files: {
      'pages/guest/guest.wxml':
        '<view>访客记录</view><view wx:for="{{list}}" wx:key="id">{{item.name}}</view><button bindtap="add">邀请访客</button>',
      'pages/guest/guest.js':
        "Page({ data: { list: [] }, onLoad() { wx.request({ url: 'https://api.example.org/guests', success: (r) => this.setData({ list: r.data.list }) }) }, add() { wx.showToast({ title: '通行码已生成' }) } })",
    },
    expect: [],
  },
]
