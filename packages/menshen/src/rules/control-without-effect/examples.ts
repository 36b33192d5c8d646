import { type Example, finger, type Sketched, sketchMove, sketchPass, sketchRun } from '../kit.ts'

const list = { 'pages/shelf/shelf.wxml': '<view>书架</view>', 'pages/shelf/shelf.js': 'Page({})' }

const form = {
  'pages/w/w.wxml': '<input placeholder="样子" /><button bindtap="send">发布</button>',
  'pages/w/w.js': "Page({\n  send() {\n    if (this.locked) return\n    require('net').post(this)\n  },\n})",
}
const button = { text: '发布', tag: 'button', handler: 'send' }
const screen = { texts: ['发布'], tappables: [button] }
const opened = sketchMove({ do: 'open', route: 'pages/w/w', query: '' }, { screen })
const tap = (records: readonly Sketched[] = []) =>
  sketchMove({ do: 'tap', selector: 'view{发布}', text: '发布' }, { records: [finger('发布', 'send'), ...records], lasted: 3000 })
const toast: Sketched = { kind: 'prompt', prompt: 1, sort: 'toast', api: 'showToast', title: '请写样子', text: '', buttons: [], call: null }
const done: Sketched = { ...toast, title: '已发布' }
const fill = sketchMove({ do: 'input', selector: 'input', value: '橘猫' })

/** The body of the handler of `form`. */
const DEAD = "() {\n    if (this.locked) return\n    require('net').post(this)\n  }"

export const examples: readonly Example[] = [
  {
    name: { zh: '按钮绑定的方法不存在', en: 'a button is bound to a method that does not exist' },
    files: {
      'pages/home/home.wxml': '<view>\n  <button bindtap="borow">借书</button>\n</view>',
      'pages/home/home.js': "Page({ borrow() { wx.navigateTo({ url: '/pages/shelf/shelf' }) } })",
      ...list,
    },
    expect: [{ message: 'missing', file: 'pages/home/home.wxml', excerpt: '<button bindtap="borow">', verdict: 'violation' }],
  },
  {
    name: { zh: '方法是空的', en: 'the method is empty' },
    files: {
      'pages/home/home.wxml': '<view class="entry" bindtap="renew">续借</view>',
      'pages/home/home.js': 'Page({ renew() {} })',
    },
    expect: [{ message: 'empty', excerpt: '<view class="entry" bindtap="renew">', verdict: 'violation' }],
  },
  {
    name: { zh: '带箭头的菜单行没有绑定', en: 'a menu row with an arrow has no handler' },
    files: {
      'pages/me/me.wxml':
        '<view class="row" bindtap="shelf"><text>我的书架</text><image src="/i/arrow.png" /></view>\n<view class="line"><image src="/i/fine.png" /><text>逾期费</text><image src="/i/right.png" /></view>',
      'pages/me/me.js': "Page({ shelf() { wx.navigateTo({ url: '/pages/shelf/shelf' }) } })",
      ...list,
    },
    expect: [{ message: 'unbound', excerpt: '<view class="line">' }],
  },
  {
    name: {
      zh: '行为里的方法、外层接住的点按、拦截用的空方法、表单按钮、行程箭头',
      en: 'a behaviour’s method, a tap caught outside, a method that swallows, form buttons, the arrow of a journey',
    },
    files: {
      'pages/home/home.wxml':
        '<view bindtap="open"><text>借书</text><text>〉</text></view><view bindtap="open"><button>还书</button></view><view class="mask" catchtap="stopMove"><text>请稍候</text></view><form bindsubmit="open"><button form-type="submit">预约</button><button>清空</button></form><button open-type="contact">客服</button><view><text>总馆</text><image src="/i/arrow.png" /><text>分馆</text></view><button disabled>已借完</button>',
      'pages/home/home.js': "const nav = require('../../nav')\nPage({ behaviors: [nav], stopMove() {} })",
      'nav.js': "module.exports = Behavior({ methods: { open() { wx.navigateTo({ url: '/pages/shelf/shelf' }) } } })",
      ...list,
    },
    expect: [],
  },
  {
    name: { zh: '同一模板里几处一样的按钮：一处问题', en: 'the same button several times in one template is one mistake' },
    files: {
      'pages/home/home.wxml':
        '<view wx:if="{{a}}"><button>去使用</button></view>\n<view wx:else><button>去使用</button></view>\n<button>去兑换</button>',
      ...list,
    },
    expect: [
      { message: 'unbound', excerpt: '<button>' },
      { message: 'unbound', excerpt: '<button>' },
    ],
  },
  {
    name: { zh: '提示过一次之后按钮失灵', en: 'the button is dead once it has complained' },
    files: form,
    run: sketchRun(sketchPass({ kind: 'people' }, opened, tap([toast]), fill, tap(), tap())),
    expect: [{ message: 'falls-silent', file: 'pages/w/w.js', excerpt: DEAD, verdict: 'violation' }],
  },
  {
    name: { zh: '补好之后照常发布', en: 'it publishes once the form is complete' },
    files: form,
    run: sketchRun(sketchPass({ kind: 'people' }, opened, tap([toast]), fill, tap([done]), tap())),
    expect: [],
  },
  {
    name: { zh: '从头到尾点了都没反应，请人看', en: 'nothing ever happens: for a person' },
    files: form,
    run: sketchRun(sketchPass({ kind: 'people' }, opened, tap(), tap())),
    expect: [{ message: 'silent', file: 'pages/w/w.js', excerpt: DEAD, verdict: 'review' }],
  },
  {
    name: { zh: '置灰的按钮', en: 'a button that is greyed' },
    files: form,
    run: sketchRun(
      sketchPass(
        { kind: 'people' },
        sketchMove(
          { do: 'open', route: 'pages/w/w', query: '' },
          { screen: { texts: ['发布'], tappables: [{ ...button, disabled: true }] } },
        ),
        tap(),
        tap(),
      ),
    ),
    expect: [],
  },
  {
    name: { zh: '灰色的一面没有绑定，另一面有', en: 'the grey face of a button that works; a thing that is sold' },
    files: {
      'app.json': '{ "pages": ["pages/a/a"] }',
      'pages/a/a.wxml':
        '<view><button wx:if="{{left > 0}}" bindtap="take">申请提现</button><button wx:else style="background:#999">申请提现</button></view><view wx:if="{{gone}}" bindtap="add">该商品已出售</view>',
      'pages/a/a.js':
        "Page({ data: { left: 1, gone: false }, onLoad() { this.setData({ gone: true }) }, take() { wx.request({ url: 'https://api.example.org' }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '对话框的遮罩和只显示价格的一行', en: 'the mask of a dialog, and a row that tells a price' },
    files: {
      'app.json': '{ "pages": ["pages/a/a"] }',
      'pages/a/a.wxml':
        '<view class="mask" hidden="{{!on}}" bindtap="dummy"><view>修改昵称</view><view bindtap="off">取消</view></view><view><view class="row"><image src="/a.png" /><view>报名费{{fee}}元/人</view></view><view class="row" bindtap="map"><image src="/b.png" /><view>{{place}}</view></view><view class="row" bindtap="call"><image src="/c.png" /><view>{{phone}}</view></view></view>',
      'pages/a/a.js':
        "Page({ data: { on: false, fee: 9, place: '城北体育馆', phone: '123' }, onLoad() { this.setData({ on: true }) }, off() { this.setData({ on: false }) }, map() { wx.openLocation({ latitude: 1, longitude: 2 }) }, call() { wx.makePhoneCall({ phoneNumber: '123' }) } })",
    },
    expect: [],
  },
  {
    name: {
      zh: '客服按钮里的一块、两边饰线的标题、票券的缺口、行里的开关、暂时没有的优惠',
      en: 'a part of a service button, a heading between lines, the notches of a voucher, a switch in its row, nothing to choose yet',
    },
    files: {
      'app.json': '{ "pages": ["pages/a/a"] }',
      'pages/a/a.wxml':
        '<button open-type="contact"><view class="ask"><text>请老师批改</text><image src="/i/arrow.png" /></view></button>' +
        '<view><image src="/i/line-left.png" /><text>上期名单</text><image src="/i/line-right.png" /></view>' +
        '<view><view>兑换须知</view><view class="dot dot-left" /><view class="dot dot-right" /></view>' +
        '<view class="row" bindtap="nowhere"><text>开课提醒</text><switch checked="{{on}}" bindchange="turn" /></view>' +
        '<view><text>代金券</text><text>暂无可用</text><text>›</text></view>',
      'pages/a/a.js': 'Page({ data: { on: true }, turn(e) { this.setData({ on: e.detail.value }) } })',
    },
    expect: [],
  },
  {
    name: { zh: '行里的开关也没有方法', en: 'the switch in the row has no method either' },
    files: {
      'app.json': '{ "pages": ["pages/a/a"] }',
      'pages/a/a.wxml': '<view class="row" bindtap="nowhere"><text>开课提醒</text><switch bindchange="neither" /></view>',
      'pages/a/a.js': 'Page({})',
    },
    expect: [{ message: 'missing', verdict: 'violation' }],
  },
]
