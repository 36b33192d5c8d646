import { type Example, sketchMove, sketchPass, sketchRun } from '../kit.ts'

const birds = {
  'pages/b/b.wxml': '<view>{{name}}</view><view style="left:{{x}}px">{{ad}}</view>',
  'pages/b/b.js': "Page({ onLoad() { require('go')(this) } })",
}
const at = (x: number, y: number) => ({ x, y, width: 120, height: 40 })
const stands = (text: string, from: object, to: object) =>
  sketchRun(
    sketchPass(
      {},
      sketchMove(
        { do: 'open', route: 'pages/b/b', query: '' },
        {
          screen: {
            texts: [
              { text: '乌鸫', box: at(10, 200) },
              { text, box: from as ReturnType<typeof at> },
            ],
          },
        },
      ),
      sketchMove(
        { do: 'wait', milliseconds: 6500 },
        {
          screen: {
            texts: [
              { text: '乌鸫', box: at(10, 200) },
              { text, box: to as ReturnType<typeof at> },
            ],
          },
        },
      ),
    ),
  )

const floats = (text: string, from: ReturnType<typeof at>, to: ReturnType<typeof at>) => {
  const screen = (box: typeof from) => ({
    texts: ['乌鸫'],
    state: { floats: [{ selector: 'body/view[2]', tag: 'view', box, text, pictures: 1, passes: false, animated: true }] },
  })
  return sketchRun(
    sketchPass(
      {},
      sketchMove({ do: 'open', route: 'pages/b/b', query: '' }, { screen: screen(from) }),
      sketchMove({ do: 'wait', milliseconds: 6500 }, { screen: screen(to) }),
    ),
  )
}

export const examples: readonly Example[] = [
  {
    name: { zh: '红包图随定时器漂移', en: 'a red packet is moved by a timer' },
    files: {
      'pages/a/a.wxml':
        '<view>6:12 K1</view><view class="drift" style="left: {{x}}rpx; top: {{y}}rpx" bindtap="ad"><image src="/images/redbag.png" /></view>',
      'pages/a/a.wxss': '.drift { position: fixed }',
      'pages/a/a.js':
        "Page({ data: { x: 0, y: 3 }, onShow() { setInterval(() => this.setData({ x: (this.data.x + 9) % 600 }), 60) }, ad() { wx.navigateTo({ url: '/pages/a/a' }) } })",
    },
    expect: [{ message: 'drifting', file: 'pages/a/a.wxml', verdict: 'violation' }],
  },
  {
    name: { zh: '广告组件悬浮', en: 'an ad unit floats' },
    files: {
      'pages/a/a.wxml': '<view class="f"><ad unit-id="adunit-1" /></view>',
      'pages/a/a.wxss': '.f { position: fixed; top: 300rpx }',
      'pages/a/a.js': 'Page({})',
    },
    expect: [{ message: 'floating', verdict: 'review' }],
  },
  {
    name: {
      zh: '内容之间的广告、固定的客服按钮、会动的进度',
      en: 'an ad between the content, a fixed service button, a progress that moves',
    },
    files: {
      'pages/a/a.wxml':
        '<ad unit-id="adunit-1" /><button class="f" open-type="contact">客服</button><view class="f" style="left: {{x}}rpx"><text>{{x}}%</text></view>',
      'pages/a/a.wxss': '.f { position: fixed; bottom: 30rpx }',
      'pages/a/a.js': 'Page({ data: { x: 0 }, onShow() { setInterval(() => this.setData({ x: (this.data.x + 1) % 100 }), 60) } })',
    },
    expect: [],
  },
  {
    name: { zh: '服务器打开的广告在列表上漂', en: 'an advert that a server switched on drifts over the list' },
    files: birds,
    run: stands('广告 望远镜五折', at(60, 210), at(220, 260)),
    expect: [{ message: 'drifting', file: 'pages/b/b.wxml' }],
  },
  {
    name: { zh: '跑马灯在自己的一栏里；普通文字被内容推开', en: 'a running line in its own bar, and plain words that move' },
    files: birds,
    run: stands('优惠：周日观鸟', at(60, 20), at(220, 20)),
    expect: [],
  },
  {
    name: { zh: '轮播的优惠一张张换过', en: 'offers that a swiper turns over' },
    files: { ...birds, 'pages/b/b.wxml': '<swiper vertical autoplay><swiper-item wx:for="{{ads}}">{{item}}</swiper-item></swiper>' },
    run: stands('本周优惠：望远镜', at(60, 210), at(60, 170)),
    expect: [],
  },
  {
    name: { zh: '一张固定在页面上的红包图自己移动', en: 'a fixed red packet moves about' },
    files: birds,
    run: floats('领红包', at(20, 300), at(200, 420)),
    expect: [{ message: 'drifting', file: 'pages/b/b.wxml', verdict: 'violation' }],
  },
  {
    name: { zh: '客服按钮停在右下角', en: 'a service button that stays where it is' },
    files: birds,
    run: floats('客服', at(300, 500), at(300, 500)),
    expect: [],
  },
  {
    name: { zh: '样式动画让红包图片在页面上来回漂', en: 'an animation of the sheet carries a red packet to and fro' },
    files: {
      'pages/a/a.wxml': '<view>星空日历</view><image class="fly" src="/i/redpacket.png" bindtap="ad" />',
      'pages/a/a.wxss':
        '.fly { position: fixed; top: 300rpx; animation: drift 3s infinite alternate }\n@keyframes drift { to { transform: translate(-300rpx, 200rpx) } }',
      'pages/a/a.js': "Page({ ad() { wx.navigateTo({ url: '/pages/x/x' }) } })",
    },
    expect: [{ message: 'drifting', verdict: 'violation' }],
  },
  {
    name: { zh: '优惠图标原地轻轻浮动；回到顶部固定不动', en: 'a coupon bobs where it is, and back-to-top stays' },
    files: {
      'pages/a/a.wxml': '<image class="bob" src="/i/coupon.png" bindtap="ad" /><image class="up" src="/i/top.png" bindtap="top" />',
      'pages/a/a.wxss':
        '.bob { position: fixed; animation: bob 1s infinite }\n.up { position: fixed; animation: bob 1s infinite }\n@keyframes bob { to { transform: translateY(8rpx) } }',
      'pages/a/a.js': "Page({ ad() { wx.navigateTo({ url: '/pages/x/x' }) }, top() { wx.pageScrollTo({ scrollTop: 0 }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '固定在标题栏下的正文滚动区，里面写着优惠', en: 'the scrolling body of the page below its bar, with offers in it' },
    files: {
      'pages/a/a.wxml':
        '<scroll-view scroll-y style="position:fixed;top:{{bar}}px"><view>限时优惠</view><view wx:for="{{plans}}">{{item.title}}</view></scroll-view>',
      'pages/a/a.js':
        'Page({ data: { bar: 40, plans: [] }, onLoad() { setTimeout(() => this.setData({ bar: wx.getMenuButtonBoundingClientRect().bottom }), 50) } })',
    },
    expect: [],
  },
  {
    name: { zh: '引入的模板里有漂来漂去的广告', en: 'an advert of an imported template wanders about' },
    files: {
      'app.wxss':
        '.drift { position: fixed; top: 40%; animation: fly 4s infinite }\n@keyframes fly { from { transform: translateX(0) } to { transform: translateX(-300rpx) } }',
      'tpl/drift.wxml': '<template name="drift"><view class="drift"><ad unit-id="adunit-1"></ad></view></template>',
      'pages/a/a.wxml': '<import src="../../tpl/drift.wxml" /><view>词典</view><template is="drift" />',
      'pages/a/a.js': 'Page({})',
    },
    expect: [{ message: 'drifting', file: 'tpl/drift.wxml', excerpt: '<view class="drift">' }],
  },
  {
    name: { zh: '引入的模板没有用到', en: 'nobody uses the template' },
    files: {
      'app.wxss':
        '.drift { position: fixed; top: 40%; animation: fly 4s infinite }\n@keyframes fly { from { transform: translateX(0) } to { transform: translateX(-300rpx) } }',
      'tpl/drift.wxml':
        '<template name="drift"><view class="drift"><ad unit-id="adunit-1"></ad></view></template><template name="line"><ad unit-id="adunit-2"></ad></template>',
      'pages/a/a.wxml': '<import src="../../tpl/drift.wxml" /><view>词典</view><template is="line" />',
      'pages/a/a.js': 'Page({})',
    },
    expect: [],
  },
  {
    name: { zh: '红包雨：一场游戏里成批落下', en: 'a rain of red packets: many fall in a game' },
    files: {
      'pages/a/a.wxml':
        '<view wx:for="{{drops}}" wx:key="id" bindtap="take"><image class="red-packet" src="{{item.src}}" style="position:fixed;top:{{tops[index]}}px;left:{{item.left}}px" /></view>',
      'pages/a/a.js':
        'Page({ data: { drops: [{ id: 1, left: 20 }], tops: [0] }, onLoad() { setInterval(() => this.setData({ tops: [Date.now() % 600] }), 50) }, take() {} })',
    },
    expect: [{ message: 'drifting', file: 'pages/a/a.wxml', verdict: 'review' }],
  },
]
