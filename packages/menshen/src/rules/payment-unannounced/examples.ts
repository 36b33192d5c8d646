import { call, type Example, finger, lifecycle, sketchMove, sketchPass, sketchRun, tapped } from '../kit.ts'

const pay =
  "exports.pay = (id) => wx.request({ url: 'https://api.example.org/order', data: { id }, success: (r) => wx.requestPayment(r.data) })\n"

// The server says when to pay and how much: only a run shows it.
const desk = {
  'pages/a/a.wxml': '<button bindtap="next">下一题</button>',
  'pages/a/a.js':
    'const api = require("../../lib/pay")\nPage({ next() { wx.request({ url: "https://api.example.org/next", success: (r) => this.taken(r.data) }) }, taken(a) { if (a.order) api.cash(a.order) } })',
  'lib/pay.js': 'exports.cash = (order) => wx.requestPayment(order)\n',
}
const open = { do: 'open', route: 'pages/a/a', query: '' } as const
const paid = (cause = tapped(1), fee?: number) =>
  [
    call('requestPayment', { id: 8, at: 'lib/pay.js:1:30', cause, args: fee === undefined ? {} : { total_fee: fee } }),
    { kind: 'prompt', prompt: 0, sort: 'payment', api: 'requestPayment', title: '支付', text: '', buttons: ['取消', '确认支付'], call: 8 },
  ] as const
const tapOn = (text: string, texts: readonly string[], fee?: number) =>
  sketchRun(
    sketchPass(
      { kind: 'taps' },
      sketchMove(open, { screen: { texts, tappables: [{ text, selector: 'button' }] } }),
      sketchMove(
        { do: 'tap', selector: 'button', text },
        { records: [finger(text, 'next', 1), ...paid(tapped(1), fee)], screen: { texts } },
      ),
    ),
  )

export const examples: readonly Example[] = [
  {
    name: { zh: '打开页面就付款', en: 'paying as soon as the page opens' },
    files: {
      'lib/pay.js': pay,
      'pages/a/a.wxml': '<view>请稍候</view>',
      'pages/a/a.js': "const { pay } = require('../../lib/pay')\nPage({ onLoad(q) { pay(q.id) } })",
    },
    expect: [{ message: 'pay-on-entry', file: 'lib/pay.js', excerpt: 'wx.requestPayment', verdict: 'violation' }],
  },
  {
    name: { zh: '“免费领取”点了要付钱', en: '"free" on the button, money behind it' },
    files: {
      'lib/pay.js': pay,
      'pages/a/a.wxml': '<view>薄荷苗</view><button bindtap="take">免费领取</button>',
      'pages/a/a.js': "const { pay } = require('../../lib/pay')\nPage({ take() { pay(1) } })",
    },
    expect: [{ message: 'pay-disguised', file: 'lib/pay.js', verdict: 'violation' }],
  },
  {
    name: { zh: '写明金额后点按支付；领取前弹窗说明运费', en: 'the amount is shown, or a dialog names the postage first' },
    files: {
      'lib/pay.js': pay,
      'pages/a/a.wxml': '<button bindtap="buy">支付 ¥9.9</button><button bindtap="take">免费领取</button>',
      'pages/a/a.js':
        "const { pay } = require('../../lib/pay')\nPage({ buy() { pay(1) }, take() { wx.showModal({ title: '支付运费 ¥8', success: (r) => r.confirm && pay(2) }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '运行时：点“下一题”弹出支付', en: 'seen in a run: “next” opens the payment' },
    files: desk,
    run: tapOn('下一题', ['一口咬掉牛尾巴', '下一题']),
    expect: [{ message: 'pay-unsaid', file: 'lib/pay.js', excerpt: 'requestPayment' }],
  },
  {
    name: { zh: '运行时：价钱写在前面', en: 'seen in a run: the price stands there first' },
    files: desk,
    run: tapOn('下一题', ['加看十题，一次收费 ¥3.00', '下一题'], 300),
    expect: [],
  },
  {
    name: { zh: '运行时：写 29 元，付 49 元', en: 'seen in a run: 29 on the page, 49 to pay' },
    files: desk,
    run: tapOn('下一题', ['相框', '¥29.00', '下一题'], 4900),
    expect: [{ message: 'other-amount', file: 'lib/pay.js' }],
  },
  {
    name: { zh: '运行时：没有点按就弹出支付', en: 'seen in a run: the payment comes up untouched' },
    files: desk,
    run: sketchRun(
      sketchPass(
        {},
        sketchMove(open, { records: paid(lifecycle('onLoad', 'request')), screen: { texts: ['停放 3 小时', '应付 ¥11.00'] } }),
      ),
    ),
    expect: [{ message: 'pay-on-entry', file: 'lib/pay.js' }],
  },
  {
    name: { zh: '点一课就付款，页面没有一处说要钱', en: 'a tap on a lesson pays, and nothing on the page speaks of money' },
    files: {
      'lib/pay.js': pay,
      'pages/a/a.wxml': '<view wx:for="{{lessons}}" wx:key="id" data-id="{{item.id}}" bindtap="play">{{item.t}} ▷</view>',
      'pages/a/a.js':
        "const { pay } = require('../../lib/pay')\nPage({ data: { lessons: [{ id: 1, t: '第一课 握槌' }] }, play(e) { pay(e.currentTarget.dataset.id) } })",
    },
    expect: [{ message: 'pay-unsaid', file: 'lib/pay.js', excerpt: 'wx.requestPayment', verdict: 'violation' }],
  },
  {
    name: { zh: '价格由服务器给出，包里看不到', en: 'the rows come from the server, prices and all' },
    files: {
      'lib/pay.js': pay,
      'pages/a/a.wxml': '<view wx:for="{{lessons}}" wx:key="id" data-id="{{item.id}}" bindtap="play">{{item.t}} {{item.p}}</view>',
      'pages/a/a.js':
        "const { pay } = require('../../lib/pay')\nPage({ data: { lessons: [] }, onLoad() { wx.request({ url: 'https://api.example.org/l', success: (r) => this.setData({ lessons: r.data }) }) }, play(e) { pay(e.currentTarget.dataset.id) } })",
    },
    expect: [],
  },
  {
    name: { zh: '上一页点了去支付才到的页面', en: 'a page to which the tap on 去支付 leads' },
    files: {
      'pages/list/list.wxml': '<button bindtap="pay">去支付</button>',
      'pages/list/list.js': "Page({ pay() { wx.navigateTo({ url: '/pages/order/order?id=1&pay=1' }) } })",
      'pages/order/order.wxml': '<view>{{o.name}}</view>',
      'pages/order/order.js':
        "Page({ data: { pay: false, o: {} }, onLoad(q) { this.setData({ pay: q.pay === '1' }) }, onShow() { if (this.data.pay) wx.requestPayment({}) } })",
    },
    expect: [{ message: 'pay-on-entry', verdict: 'review' }],
  },
]
