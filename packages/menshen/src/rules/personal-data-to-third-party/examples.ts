import { call, type Example, sketchMove, sketchPass, sketchRun, tapped } from '../kit.ts'

const app =
  "App({ globalData: { openid: '' }, onLaunch() { wx.login({ success: ({ code }) => wx.request({ url: 'https://api.shop.example.org/login', data: { code }, success: (r) => { this.globalData.openid = r.data.openid } }) }) } })"
const form = {
  'app.js': app,
  'pages/o/o.wxml': '<input placeholder="收货人手机号" bindinput="phone" /><button bindtap="send">下单</button>',
}
const phone = 'phone(e) { this.setData({ who: e.detail.value }) }'

// The address comes from a server: only a run shows where the number went.
const partner = {
  'pages/f/f.wxml': '<input placeholder="手机号" bindinput="type" /><button bindtap="send">提交</button>',
  'pages/f/f.js': "Page({ type(e) { this.p = e.detail.value }, send() { require('../../lib/s').all(this.p) } })",
  'lib/s.js': 'const send = (o) => wx.request(o)\nexports.all = (p) => global.hosts.forEach((h) => send({ url: h, data: p }))',
}
const to = (host: string) =>
  call('request', { at: 'lib/s.js:1:24', cause: tapped(1), args: { url: `https://${host}/x`, data: { p: '13800138000' } }, answer: 'ok' })
const sendingTo = (...hosts: readonly string[]) =>
  sketchRun(
    sketchPass(
      { kind: 'people' },
      sketchMove(
        { do: 'open', route: 'pages/f/f', query: '' },
        {
          screen: {
            texts: ['提交'],
            tappables: [
              { text: '手机号', selector: 'i', tag: 'input', field: 'number' },
              { text: '提交', selector: 'b' },
            ],
          },
        },
      ),
      sketchMove({ do: 'input', selector: 'i', value: '13800138000' }),
      sketchMove({ do: 'tap', selector: 'b', text: '提交' }, { records: hosts.map(to) }),
    ),
  )

export const examples: readonly Example[] = [
  {
    name: {
      zh: '下单后把手机号也发给广告方，字段改了名',
      en: 'after ordering, the phone number goes to advertisers too, under another name',
    },
    files: {
      ...form,
      'lib/report.js':
        "module.exports = (o) => ['https://leads.adpartner.example.com/in'].map((url) => wx.request({ url, method: 'POST', data: { m: o.who } }))",
      'pages/o/o.js': `const report = require('../../lib/report')\nPage({ data: { who: '' }, ${phone}, send() { wx.request({ url: 'https://api.shop.example.org/o', data: this.data, success: () => report(this.data) }) } })`,
    },
    expect: [{ message: 'other-host', file: 'lib/report.js', excerpt: 'wx.request', verdict: 'violation' }],
  },
  {
    name: { zh: '跳转时带走 openid', en: 'the openid goes along to another program' },
    files: {
      ...form,
      'pages/o/o.js':
        "Page({ send() { wx.navigateToMiniProgram({ appId: 'wx1', extraData: { from: 'shop', openid: getApp().globalData.openid } }) } })",
    },
    expect: [{ message: 'other-program', excerpt: 'wx.navigateToMiniProgram' }],
  },
  {
    name: { zh: '设备指纹', en: 'a fingerprint of the device' },
    files: {
      ...form,
      'pages/o/o.js':
        "Page({ send() { const s = wx.getSystemInfoSync(); const did = [s.brand, s.model, s.system, s.pixelRatio, s.language].join('|'); wx.request({ url: 'https://id.tracker.example.com/m', data: { did, openid: getApp().globalData.openid } }) } })",
    },
    expect: [{ message: 'fingerprint', file: 'pages/o/o.js', excerpt: 'wx.request' }],
  },
  {
    name: {
      zh: '只发给自己的服务器；统计只有次数；跳转只带编号',
      en: 'the own server only; statistics hold counts; the jump takes a number',
    },
    files: {
      ...form,
      'pages/o/o.js': `Page({ data: { who: '' }, ${phone}, send() { wx.request({ url: 'https://pay.shop.example.org/o', data: this.data }); wx.request({ url: 'https://stat.tracker.example.com/e', data: { event: 'order', n: 1 } }); wx.navigateToMiniProgram({ appId: 'wx1', extraData: { sku: 7 } }) } })`,
    },
    expect: [],
  },
  {
    name: { zh: '用地图服务把位置换成地址', en: 'a map service turns the position into an address' },
    files: {
      ...form,
      'pages/o/o.js':
        "Page({ send() { wx.getLocation({ success: (p) => wx.request({ url: 'https://apis.map.qq.com/ws/geocoder/v1/', data: { location: p.latitude + ',' + p.longitude } }) }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '显示自己的头像，地址由域名和路径拼成', en: 'one’s own portrait, whose address is put together' },
    files: {
      ...form,
      'pages/o/o.wxml': '<image wx:if="{{who.avatar}}" src="{{who.avatar}}" />',
      'pages/o/o.js':
        "const base = 'https://shop.example.org'\nPage({ data: { who: {} }, send() { wx.getUserProfile({ desc: '展示头像', success: (r) => { wx.request({ url: base + '/me', data: r.userInfo, success: (a) => this.setData({ who: { avatar: base + (a.data.avatar || r.userInfo.avatarUrl) } }) }) } }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '运行时：手机号也发给了线索平台', en: 'seen in a run: the number goes to a dealer in leads as well' },
    files: partner,
    run: sendingTo('api.example.org', 'api.example.org', 'leads.partner-hub.com'),
    expect: [{ message: 'other-host', file: 'lib/s.js', verdict: 'violation' }],
  },
  {
    name: { zh: '运行时：只发给自己的服务器', en: 'seen in a run: the number goes to the program’s own server' },
    files: partner,
    run: sendingTo('api.example.org', 'api.example.org'),
    expect: [],
  },
  {
    name: { zh: '经队列送到广告方的收集服务器', en: 'through a queue to an advertiser’s collector' },
    files: {
      'beacon.js':
        "const queue = []\nexports.push = (name, extra) => { queue.push(Object.assign({ name }, extra)); const batch = queue.splice(0); wx.request({ url: 'https://collect.adsmatch.example.net/evt', method: 'POST', data: { batch } }) }",
      'pages/a/a.wxml': '<button open-type="getPhoneNumber" bindgetphonenumber="got">授权手机号</button>',
      'pages/a/a.js':
        "const beacon = require('../../beacon')\nPage({ got(e) { wx.request({ url: 'https://api.example.org/phone', method: 'POST', data: { code: e.detail.code }, success: ({ data }) => { const { phoneNumber } = data; beacon.push('lead', { mobile: phoneNumber }) } }) } })",
    },
    expect: [{ message: 'other-host', file: 'beacon.js', verdict: 'violation' }],
  },
  {
    name: { zh: '同一队列只送事件名', en: 'the same queue, with the name of the event only' },
    files: {
      'beacon.js':
        "const queue = []\nexports.push = (name, extra) => { queue.push(Object.assign({ name }, extra)); const batch = queue.splice(0); wx.request({ url: 'https://collect.adsmatch.example.net/evt', method: 'POST', data: { batch } }) }",
      'pages/a/a.wxml': '<button open-type="getPhoneNumber" bindgetphonenumber="got">授权手机号</button>',
      'pages/a/a.js':
        "const beacon = require('../../beacon')\nPage({ got(e) { wx.request({ url: 'https://api.example.org/phone', method: 'POST', data: { code: e.detail.code }, success: ({ data }) => { this.setData({ tail: data.tail }); beacon.push('lead', { step: 'phone' }) } }) } })",
    },
    expect: [],
  },
]
