import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '送礼物给萌娃加票', en: 'gifts become votes' },
    files: {
      'pages/a/a.wxml':
        '<view>萌宝评选 · 当前 {{votes}} 票</view><view wx:for="{{gifts}}" wx:key="id" bindtap="pay" data-id="{{item.id}}">{{item.name}}</view>',
      'pages/a/a.js':
        "Page({ data: { votes: 0, gifts: [{ id: 1, name: '小花 1元=3票' }, { id: 2, name: '皇冠 50元=200票' }] }, pay(e) { wx.request({ url: 'https://baby.example.org/gift', data: { id: e.currentTarget.dataset.id }, success: (r) => wx.requestPayment(r.data) }) } })",
    },
    expect: [{ message: 'bought', verdict: 'violation' }],
  },
  {
    name: { zh: '免费投票，声明禁止刷票', en: 'voting is free, and bought votes are forbidden' },
    files: {
      'pages/a/a.wxml':
        '<view>社区摄影评选</view><view>每人每天免费投 3 票，严禁花钱买票，一经发现取消资格</view><button bindtap="vote">投票</button>',
      'pages/a/a.js': 'Page({ vote() {} })',
    },
    expect: [],
  },
  {
    name: { zh: '剧场卖票，也有观众投票', en: 'a theatre sells seats and asks for a favourite' },
    files: {
      'pages/a/a.wxml': '<view>周末演出购票 80元/票</view><view>观众投票：你最喜欢的一幕</view>',
      'pages/a/a.js': 'Page({})',
    },
    expect: [],
  },
]
