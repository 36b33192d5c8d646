import { type Example, sketchMove, sketchPass, sketchRun } from '../kit.ts'

const load =
  "Page({ data: { trips: [] }, onLoad() { wx.request({ url: 'https://api.example.org/trips', success: (r) => this.setData({ trips: r.data }) }) } })"

// The field's name says nothing; what the server sends does.
const rides = {
  'pages/r/r.wxml': '<view wx:for="{{rides}}"><view wx:for="{{item.p}}" wx:for-item="p">{{p.n}} {{p.c}}</view></view>',
  'pages/r/r.js':
    "Page({ data: { rides: [] }, onLoad() { wx.request({ url: 'https://api.example.org/rides', success: (r) => this.setData({ rides: r.data }) }) } })",
}
const screenOf = (title: string, ...texts: readonly string[]) =>
  sketchRun(sketchPass({}, sketchMove({ do: 'open', route: 'pages/r/r', query: '' }, { screen: { texts, state: { title } } })))

export const examples: readonly Example[] = [
  {
    name: { zh: '拼车列表显示发布人的手机号', en: 'a list of rides shows who offers them, with phone number' },
    files: {
      'pages/trips/trips.wxml': '<view wx:for="{{trips}}"><text>{{item.nickName}}</text><text>{{item.phone}}</text></view>',
      'pages/trips/trips.js': load,
    },
    expect: [{ message: 'shown-to-others', excerpt: '{{item.phone}}', file: 'pages/trips/trips.wxml', verdict: 'violation' }],
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
  {
    name: { zh: '运行时：拼车页列出乘客的完整号码', en: 'seen in a run: a page of rides lists passengers’ full numbers' },
    files: rides,
    run: screenOf('拼车', '东集 6:30', '王桂兰 13900001234', '李大柱 13700005678'),
    expect: [{ message: 'shown-to-others', file: 'pages/r/r.wxml' }],
  },
  {
    name: {
      zh: '运行时：车站旁边写着怎么称呼和完整的号码',
      en: 'seen in a run: what people are called by, with full numbers, beside a bus stop',
    },
    files: rides,
    run: screenOf('拼车', '东门站 6:30', '老周 13900001234', '小方 13700005678'),
    expect: [{ message: 'shown-to-others', file: 'pages/r/r.wxml', verdict: 'violation' }],
  },
  {
    name: { zh: '运行时：服务站和驿站的电话', en: 'seen in a run: numbers of service points' },
    files: rides,
    run: screenOf('网点', '小马驿站 13900001234', '河东服务站 13700005678'),
    expect: [],
  },
  {
    name: { zh: '运行时：中间四位打了星号', en: 'seen in a run: the digits in the middle are stars' },
    files: rides,
    run: screenOf('拼车', '王女士 139****1234', '李先生 137****5678'),
    expect: [],
  },
  {
    name: { zh: '运行时：门店的电话', en: 'seen in a run: numbers of shops' },
    files: rides,
    run: screenOf('门店', '东街店 13900001234', '西街店 13700005678'),
    expect: [],
  },
  {
    name: { zh: '运行时：自己的收货地址', en: 'seen in a run: one’s own addresses' },
    files: rides,
    run: screenOf('收货地址', '王桂兰 13900001234', '李大柱 13700005678'),
    expect: [],
  },
  {
    name: { zh: '律师名录里的咨询电话；购物车里自己填的号码', en: 'numbers to consult a lawyer at; one’s own number in the cart' },
    files: {
      'pages/lawyers/lawyers.wxml': '<view wx:for="{{trips}}"><image src="{{item.avatar}}" /><text>咨询 {{item.phone}}</text></view>',
      'pages/lawyers/lawyers.js': load,
      'pages/main/main.wxml':
        '<view class="cart-row" wx:for="{{trips}}"><text>{{item.nickName}}</text><text>{{item.card.phone}}</text></view>',
      'pages/main/main.js': load,
    },
    expect: [],
  },
  {
    name: { zh: '地图上标出附近的用户', en: 'a map shows users who are near' },
    files: {
      'pages/near/near.wxml': '<map markers="{{markers}}"></map>',
      'pages/near/near.js':
        "Page({ data: { markers: [] }, onLoad() { wx.request({ url: 'https://api.example.org/near', success: (r) => this.setData({ markers: r.data.list.map((u) => ({ id: u.id, latitude: u.lat, longitude: u.lng, callout: { content: u.nickName } })) }) }) } })",
    },
    expect: [{ message: 'on-map', file: 'pages/near/near.wxml', excerpt: 'markers="{{markers}}"', verdict: 'violation' }],
  },
  {
    name: { zh: '地图上标出门店和公园', en: 'a map shows shops and parks' },
    files: {
      'pages/near/near.wxml': '<map markers="{{markers}}"></map><view>{{me.nickName}}</view>',
      'pages/near/near.js':
        "Page({ data: { markers: [], me: {} }, onLoad() { wx.request({ url: 'https://api.example.org/near', success: (r) => this.setData({ me: r.data.me, markers: r.data.list.map((u) => ({ id: u.id, latitude: u.lat, longitude: u.lng, callout: { content: u.name } })) }) }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '昵称列表；表单按字段名写入数据', en: 'a list of nicknames; a form writes data by the names of its fields' },
    files: {
      'pages/home/home.wxml':
        '<view wx:for="{{list}}" wx:key="id"><text>{{item.user.nickname}}</text> 下单了</view><button data-field="mobile" bindtap="fill">填入我的号码</button>',
      'pages/home/home.js':
        "Page({ data: { list: [] }, onLoad() { wx.request({ url: 'https://api.example.org/orders', success: (r) => this.setData({ list: r.data.orders }) }) }, fill(e) { wx.request({ url: 'https://api.example.org/me', success: (r) => this.setData({ [e.detail.field]: r.data.mobile }) }) } })",
    },
    expect: [],
  },
]
