import type { Example } from '../kit.ts'

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
]
