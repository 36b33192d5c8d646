import type { Example } from '../kit.ts'

const page = (body: string, script: string) => ({ 'pages/a/a.wxml': body, 'pages/a/a.js': script })

export const examples: readonly Example[] = [
  {
    name: { zh: '一打开就“抽中现金红包”，提现只弹提示', en: 'won cash at once, and taking it out only shows words' },
    files: page(
      '<view>{{head}}</view><view>{{sum}}</view><button bindtap="take">立即提现</button>',
      "Page({ data: { head: '恭喜您被抽中，获得现金红包', sum: '' }, onLoad() { this.setData({ sum: '¥' + (66 + Math.random()).toFixed(2) }) }, take() { wx.showToast({ title: '今日名额已满' }) } })",
    ),
    expect: [{ message: 'for-everyone', file: 'pages/a/a.js', excerpt: "'恭喜您被抽中，获得现金红包'", verdict: 'violation' }],
  },
  {
    name: { zh: '领取按钮没有绑定有用的操作，要先分享', en: 'the button asks to share and gives nothing' },
    files: page(
      '<view>恭喜获得 iPhone 一部</view><button open-type="share" bindtap="noted">领取大奖</button>',
      "Page({ data: { n: 0 }, noted() { this.setData({ n: 1 }) }, onShareAppMessage() { return { title: '我中奖了' } } })",
    ),
    expect: [{ message: 'for-everyone', excerpt: '恭喜获得 iPhone 一部' }],
  },
  {
    name: {
      zh: '服务器说中了；点了抽奖才有结果；规则里的话；能真的领',
      en: 'the server says so, a draw was tapped, words of the rules, a prize that is handed out',
    },
    files: {
      ...page(
        '<view wx:if="{{won}}">恭喜您获得现金红包</view><button bindtap="take">领取</button><view>{{result}}</view><button bindtap="draw">抽一次</button><view>恭喜获得大奖的用户请在三日内领取</view>',
        "Page({ data: { won: false, result: '' }, onLoad() { wx.request({ url: 'https://api.example.com/won', success: (r) => this.setData({ won: r.data.won }) }) }, draw() { this.setData({ result: '恭喜您获得红包 1 元' }) }, take() { wx.showToast({ title: '已领取' }) } })",
      ),
      'pages/b/b.wxml': '<view>恭喜您获得新人红包 5 元</view><button bindtap="take">领取</button>',
      'pages/b/b.js': "Page({ take() { wx.request({ url: 'https://api.example.com/coupon', method: 'POST' }) } })",
    },
    expect: [],
  },
]
