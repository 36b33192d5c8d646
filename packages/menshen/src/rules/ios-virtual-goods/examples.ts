import { type Example, sketchMove, sketchPass, sketchRun } from '../kit.ts'

const env = 'module.exports = { apple: /ios/i.test(tt.getSystemInfoSync().platform) }\n'
const buttons = '<view tt:for="{{plans}}" tt:key="n">{{item.n}}<button bindtap="buy">{{item.label}}</button></view>'

// Lessons and their prices come from a server: what an iPhone shows is only seen in a run.
const lesson = {
  'pages/a/a.ttml': '<view>{{name}}</view><button bindtap="pay" tt:if="{{sells}}">{{label}}</button><view>{{note}}</view>',
  'pages/a/a.js':
    'Page({ onLoad() { const system = tt.getSystemInfoSync(); tt.request({ url: "https://api.example.org/lesson", success: (r) => this.setData({ ...r.data, sells: system.platform !== r.data.none }) }) }, pay() { tt.pay({ service: 5 }) } })',
}
const onIphone = (texts: readonly string[], button?: string) =>
  sketchRun(
    sketchPass(
      { profile: 'ios' },
      sketchMove(
        { do: 'open', route: 'pages/a/a', query: '' },
        { screen: { texts: [...texts, ...(button ? [button] : [])], tappables: button ? [{ text: button, tag: 'button' }] : [] } },
      ),
    ),
  )

export const examples: readonly Example[] = [
  {
    name: { zh: '换了字形的购买指引', en: 'guidance in letters of other scripts' },
    files: {
      'pages/a/a.ttml': '<view>iОЅ 会员请前往公·众·号购.买，权益同步</view>',
      'pages/a/a.js': 'Page({})',
    },
    expect: [{ message: 'pay-elsewhere', verdict: 'violation' }],
  },
  {
    name: { zh: 'iOS 上只拦住支付，价格和按钮都在', en: 'on iOS only the payment is blocked; prices and buttons stay' },
    files: {
      'lib/env.js': env,
      'pages/vip/vip.ttml': buttons,
      'pages/vip/vip.js':
        "const env = require('../../lib/env')\nPage({ data: { plans: [{ n: '会员月卡', label: '￥19 开通' }] }, buy() { if (env.apple) return; tt.pay({ service: 5 }) } })",
    },
    expect: [{ message: 'price-on-ios', file: 'pages/vip/vip.ttml', verdict: 'violation' }],
  },
  {
    name: { zh: '提示只在版本比服务器新时显示', en: 'the notice shows only while the build is newer than the server says' },
    files: {
      'pages/vip/vip.ttml': '<view tt:if="{{closed}}">由于相关规范，iOS功能暂不可用</view>\n<view tt:else bindtap="buy">开通会员</view>',
      'pages/vip/vip.js':
        "Page({ data: { closed: false }, onLoad() { const apple = tt.getSystemInfoSync().platform === 'ios'; tt.request({ url: 'https://api.example.org/v', success: (r) => this.setData({ closed: r.data.version < 12 && apple }) }) }, buy() { tt.pay({ service: 5 }) } })",
    },
    expect: [
      { message: 'notice-switched', file: 'pages/vip/vip.js', verdict: 'violation' },
      { message: 'price-on-ios', verdict: 'review' },
    ],
  },
  {
    name: { zh: '让苹果用户换安卓手机去付款', en: 'people on iOS are told to pay on another phone' },
    files: {
      'pages/vip/vip.ttml': '<view>苹果手机请使用安卓手机或前往公众号开通会员</view>',
      'pages/vip/vip.js': 'Page({})',
    },
    expect: [{ message: 'pay-elsewhere', excerpt: '苹果手机请使用安卓手机或前往公众号开通会员', verdict: 'violation' }],
  },
  {
    name: { zh: 'iOS 上货架为空并有规定的提示', en: 'on iOS the shelf is empty and the prescribed notice shows' },
    files: {
      'lib/env.js': env,
      'pages/vip/vip.ttml': `<view tt:if="{{note}}">{{note}}</view>${buttons}`,
      'pages/vip/vip.js':
        "const env = require('../../lib/env')\nconst all = [{ n: '会员月卡', label: '￥19 开通' }]\nPage({ data: { plans: env.apple ? [] : all, note: env.apple ? '由于相关规范，iOS功能暂不可用' : '' }, buy() { tt.pay({ service: 5 }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '卖实物，不受限制', en: 'goods that are sent by post are not concerned' },
    files: {
      'pages/shop/shop.ttml': '<view>棉布围裙 ￥58</view><button bindtap="buy">立即购买</button><view>包邮，次日发货</view>',
      'pages/shop/shop.js': 'Page({ buy() { tt.pay({ service: 5 }) } })',
    },
    expect: [],
  },
  {
    name: { zh: '页面加载后按系统隐藏购买区', en: 'the purchase area is hidden by the system after the page loads' },
    files: {
      'pages/vip/vip.ttml':
        '<view tt:if="{{!apple}}" bindtap="buy">会员 ￥30 立即开通</view><view tt:else>由于相关规范，iOS功能暂不可用</view>',
      'pages/vip/vip.js':
        "Page({ data: { apple: false }, onLoad() { tt.getSystemInfo({ success: (s) => this.setData({ apple: s.platform === 'ios' }) }) }, buy() { tt.pay({ service: 5 }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '运行时：iPhone 上仍能付费解锁', en: 'seen in a run: the iPhone still unlocks for money' },
    files: lesson,
    run: onIphone(['共鸣'], '支付 ¥19.90 解锁本节'),
    expect: [{ message: 'price-on-ios', file: 'pages/a/a.ttml' }],
  },
  {
    name: { zh: '运行时：iPhone 上引导去网页购买', en: 'seen in a run: the iPhone sends people to a web page' },
    files: lesson,
    run: onIphone(['苹果手机请复制网址到浏览器，在网页里购买会员']),
    expect: [{ message: 'pay-elsewhere', file: 'pages/a/a.ttml' }],
  },
  {
    name: { zh: '运行时：iPhone 上是规定的提示', en: 'seen in a run: the iPhone shows the prescribed notice' },
    files: lesson,
    run: onIphone(['共鸣', '由于相关规范，iOS功能暂不可用']),
    expect: [],
  },
  {
    name: { zh: '运行时：卖的是寄送的实物', en: 'seen in a run: goods that are sent by post' },
    files: lesson,
    run: onIphone(['橙子一箱', '¥39.90', '包邮，次日发货'], '立即购买'),
    expect: [],
  },
  {
    name: { zh: '运行时：iPhone 上按钮没了，价目还在', en: 'seen in a run: on the iPhone the button is gone and the offer stays' },
    files: lesson,
    run: onIphone(['月度会员', '¥15.00', '开通会员看全部漫画']),
    expect: [{ message: 'price-on-ios', file: 'pages/a/a.ttml' }],
  },
  {
    name: { zh: 'iOS 上让人换安卓手机开通', en: 'on iOS people are told to take an Android phone' },
    files: {
      'pages/vip/vip.ttml':
        '<view tt:if="{{ios}}">{{tip}}</view><block tt:else>{{plan.t}} ¥{{plan.p}}<button bindtap="buy">开通</button></block>',
      'pages/vip/vip.js': `const ios = tt.getSystemInfoSync().platform === 'ios'
Page({ data: { ios, plan: ios ? null : { t: '年卡会员', p: 128 }, tip: ['请使用安卓手机开通，', '或关注公众号购买后同步'].join('') },
  buy() { if (!ios) tt.request({ url: 'https://api.example.org/o', success: (r) => tt.pay({ service: 5, orderInfo: r.data }) }) } })`,
    },
    expect: [{ message: 'pay-elsewhere', verdict: 'violation' }],
  },
  {
    name: { zh: '安卓手机才有的打印功能', en: 'printing that only Android phones have' },
    files: {
      'pages/a/a.ttml': '<view>{{tip}}</view><button bindtap="print">打印小票</button>',
      'pages/a/a.js':
        "Page({ data: { tip: '蓝牙打印请使用安卓手机，客户端版本须在 20 以上' }, print() { tt.request({ url: 'https://api.example.org/print' }) } })",
    },
    expect: [],
  },
]
