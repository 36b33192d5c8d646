import { call, type Example, finger, lifecycle, sketchMove, sketchPass, sketchRun, tapped } from '../kit.ts'

// What is copied comes from a server: only a run shows it.
const deal = {
  'pages/d/d.ttml': '<button bindtap="take">领取</button><text>{{said}}</text>',
  'pages/d/d.js':
    "const put = (o) => tt.setClipboardData(o)\nPage({ take() { tt.request({ url: 'https://api.example.org/d', success: (r) => put({ data: r.data.w }) }) } })",
}
const copying = (text: string, cause = tapped(1), said = '领取') =>
  sketchRun(
    sketchPass(
      { kind: 'taps' },
      sketchMove({ do: 'open', route: 'pages/d/d', query: '' }, { screen: { texts: ['海苔'], tappables: ['领取'] } }),
      sketchMove(
        { do: 'tap', selector: 'view{领取}', text: '领取' },
        {
          records: [
            finger('领取', 'take', 1),
            call('setClipboardData', { at: 'pages/d/d.js:1:23', cause, args: { data: text }, answer: 'ok' }),
          ],
          screen: { texts: ['海苔', said] },
        },
      ),
    ),
  )

export const examples: readonly Example[] = [
  {
    name: { zh: '复制口令去购物 App 下单', en: 'a pass phrase is copied for a shop’s app' },
    files: {
      'lib/copy.js': 'module.exports = (data) => tt.setClipboardData({ data })',
      'pages/a/a.ttml': '<view bindtap="buy">领券购买</view>',
      'pages/a/a.js': "const copy = require('../../lib/copy')\nPage({ buy() { copy(['￥', 'Xk3R2mQpT9a', '￥ 打开淘宝下单'].join('')) } })",
    },
    expect: [{ message: 'command-copied', file: 'lib/copy.js', excerpt: 'tt.setClipboardData', verdict: 'violation' }],
  },
  {
    name: { zh: '结果只能复制链接到浏览器打开', en: 'the result is to be opened in a browser' },
    files: {
      'pages/a/a.ttml': '<button bindtap="take" data-u="{{u}}">拿到成品</button>',
      'pages/a/a.js':
        "Page({ data: { u: 'https://logo.example.org/1' }, take(e) { tt.setClipboardData({ data: e.currentTarget.dataset.u, success() { tt.showModal({ content: '复制成功，可粘贴到浏览器打开' }) } }) } })",
    },
    expect: [{ message: 'command-copied', verdict: 'violation' }],
  },
  {
    name: { zh: '复制官网链接', en: 'the address of a site is copied' },
    files: {
      'pages/a/a.ttml': '<button bindtap="take">复制官网链接</button>',
      'pages/a/a.js': "Page({ take() { tt.setClipboardData({ data: 'https://www.example.org' }) } })",
    },
    expect: [{ message: 'link-copied', file: 'pages/a/a.js', excerpt: 'tt.setClipboardData', verdict: 'review' }],
  },
  {
    name: { zh: '复制订单号、地址', en: 'an order number and an address are copied' },
    files: {
      'pages/a/a.ttml': '<button bindtap="order">复制订单号</button><button bindtap="place">复制门店地址</button>',
      'pages/a/a.js':
        "Page({ order() { tt.setClipboardData({ data: '订单 A2026', success: () => tt.showToast({ title: '订单号已复制' }) }) }, place() { tt.setClipboardData({ data: '滨海路 3 号' }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '运行时：复制的是另一家店的口令', en: 'seen in a run: a pass phrase of another shop is copied' },
    files: deal,
    run: copying('8¥ a7KdPq2Wx9E¥ 复制打开淘宝'),
    expect: [{ message: 'command-copied', file: 'pages/d/d.js', verdict: 'violation' }],
  },
  {
    name: { zh: '运行时：没有点按就写剪贴板', en: 'seen in a run: the clipboard is filled unasked' },
    files: deal,
    run: copying('欢迎回来', lifecycle('onLoad', 'request')),
    expect: [{ message: 'command-copied', file: 'pages/d/d.js', verdict: 'violation' }],
  },
  {
    name: { zh: '运行时：复制货号', en: 'seen in a run: an article number is copied' },
    files: deal,
    run: copying('SN-20931', tapped(1), '编号已复制'),
    expect: [],
  },
  {
    name: { zh: '复制支付链接到浏览器付款', en: 'a payment link is copied to pay in a browser' },
    files: {
      'pages/a/a.wxml': '<button bindtap="copy">立即购买</button>',
      'pages/a/a.js':
        "Page({ copy() { wx.request({ url: 'https://api.example.org/o', success: (r) => wx.setClipboardData({ data: r.data.pay_url, success: () => wx.showModal({ title: '支付链接已复制', content: '请在浏览器中打开付款' }) }) }) } })",
    },
    expect: [{ message: 'pay-link-copied', file: 'pages/a/a.js', excerpt: 'wx.setClipboardData', verdict: 'violation' }],
  },
  {
    name: { zh: '支付成功后复制订单号和发票链接', en: 'after paying, the order number and the invoice’s link are copied' },
    files: {
      'pages/a/a.wxml': '<view>支付成功</view><button bindtap="no">复制订单号</button><button bindtap="bill">复制发票链接</button>',
      'pages/a/a.js':
        "Page({ no() { wx.setClipboardData({ data: this.data.o.orderNo }) }, bill() { wx.setClipboardData({ data: this.data.o.invoice_url }) }, onLoad() { wx.request({ url: 'https://api.example.org/o', success: (r) => this.setData({ o: r.data }) }) } })",
    },
    expect: [],
  },
]
