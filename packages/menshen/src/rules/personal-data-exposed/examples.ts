import type { Example } from '../kit.ts'

const load =
  "Page({ data: { trips: [] }, onLoad() { wx.request({ url: 'https://api.example.org/trips', success: (r) => this.setData({ trips: r.data }) }) } })"

export const examples: readonly Example[] = [
  {
    name: { zh: '拼车列表显示发布人的手机号', en: 'a list of rides shows who offers them, with phone number' },
    files: {
      'pages/trips/trips.wxml': '<view wx:for="{{trips}}"><text>{{item.nickName}}</text><text>{{item.phone}}</text></view>',
      'pages/trips/trips.js': load,
    },
    expect: [{ message: 'shown-to-others', file: 'pages/trips/trips.wxml', verdict: 'violation' }],
  },
  {
    name: { zh: '脱敏后的号码；门店电话；自己的订单', en: 'masked numbers, a shop’s number, one’s own orders' },
    files: {
      'pages/trips/trips.wxml':
        '<view wx:for="{{trips}}"><text>{{item.nickName}}</text><text>{{item.maskedPhone}}</text><text>{{item.shop.phone}}</text></view>',
      'pages/trips/trips.js': load,
      'pages/order/order.wxml': '<view wx:for="{{trips}}">{{item.userName}} {{item.phone}}</view>',
      'pages/order/order.js': load,
    },
    expect: [],
  },
]
