import { call, type Example, finger, lifecycle, sketchMove, sketchPass, sketchRun, tapped } from '../kit.ts'

const hop = "exports.hop = (to) => wx.navigateToMiniProgram({ appId: to || 'wx0000000000000001' })\n"

/** Who calls for the jump is decided elsewhere; only a run tells. */
const tour = {
  'pages/t/t.wxml': '<view>渡轮</view>',
  'pages/t/t.js': "Page({\n  leave() {\n    wx.navigateToMiniProgram({ appId: 'wx0000000000000001' })\n  },\n})",
}
const opened = { do: 'open', route: 'pages/t/t', query: '' } as const
const jump = (cause: Parameters<typeof call>[1]) => call('navigateToMiniProgram', { at: 'pages/t/t.js:3:8', ...cause })

export const examples: readonly Example[] = [
  {
    name: { zh: '页面打开后由定时器跳走', en: 'a timer jumps away after the page opened' },
    files: {
      'lib/hop.js': hop,
      'pages/a/a.wxml': '<view>壁纸</view>',
      'pages/a/a.js': "const { hop } = require('../../lib/hop')\nPage({ onShow() { setTimeout(() => hop(), 1500) } })",
    },
    expect: [{ message: 'jump-without-tap', file: 'lib/hop.js', excerpt: 'wx.navigateToMiniProgram', verdict: 'violation' }],
  },
  {
    name: { zh: '滚动到一半就跳走', en: 'scrolling half way jumps away' },
    files: {
      'lib/hop.js': hop,
      'pages/a/a.wxml': '<scroll-view bindscroll="far"><view>壁纸</view></scroll-view>',
      'pages/a/a.js': "const { hop } = require('../../lib/hop')\nPage({ far(e) { if (e.detail.scrollTop > 300) hop() } })",
    },
    expect: [{ message: 'jump-without-tap', verdict: 'violation' }],
  },
  {
    name: { zh: '透明的跳转组件盖住整页', en: 'a transparent navigator covers the page' },
    files: {
      'pages/a/a.wxml': '<view>词典</view>\n<navigator class="veil" target="miniProgram" app-id="wx0000000000000001"></navigator>',
      'pages/a/a.wxss': '.veil { position: fixed; top: 0; left: 0; width: 100vw; height: 100vh; opacity: 0 }',
      'pages/a/a.js': 'Page({})',
    },
    expect: [{ message: 'invisible-cover', excerpt: '<navigator class="veil" target="miniProgram" app-id="wx0000000000000001">' }],
  },
  {
    name: { zh: '点按后再确认才跳转', en: 'a tap and a dialog lead to the jump' },
    files: {
      'lib/hop.js': hop,
      'pages/a/a.wxml': '<button bindtap="go">去「示例相册」小程序看大图</button>',
      'pages/a/a.js':
        "const { hop } = require('../../lib/hop')\nPage({ go() { wx.showModal({ title: '打开「示例相册」小程序？', success: (r) => r.confirm && hop() }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '盖住页面的蒙层上写明去向', en: 'a layer over the page that says where it leads' },
    files: {
      'pages/a/a.wxml':
        '<navigator class="layer" target="miniProgram" app-id="wx0000000000000001"><view>打开「示例相册」小程序</view></navigator>',
      'pages/a/a.wxss': '.layer { position: fixed; top: 0; left: 0; width: 100%; height: 100%; background: #fff }',
      'pages/a/a.js': 'Page({})',
    },
    expect: [],
  },
  {
    name: { zh: '到页面一秒半之后自己跳走', en: 'jumps a second and a half after arriving' },
    files: tour,
    run: sketchRun(
      sketchPass(
        {},
        sketchMove(opened, { screen: { texts: ['渡轮'] } }),
        sketchMove({ do: 'wait', milliseconds: 6500 }, { records: [jump({ cause: lifecycle('onShow', 'setTimeout 1500') })] }),
      ),
    ),
    expect: [{ message: 'jump-without-tap', file: 'pages/t/t.js', excerpt: 'navigateToMiniProgram' }],
  },
  {
    name: { zh: '滚动到一半就跳走', en: 'jumps as somebody scrolls' },
    files: tour,
    run: sketchRun(
      sketchPass(
        {},
        sketchMove(opened, { screen: { texts: ['渡轮'] } }),
        sketchMove(
          { do: 'scroll', to: 400 },
          { records: [jump({ cause: { ...tapped(4), name: 'onPageScroll', chain: ['onPageScroll'] } })] },
        ),
      ),
    ),
    expect: [{ message: 'jump-without-tap', file: 'pages/t/t.js' }],
  },
  {
    name: { zh: '代码与运行说的是同一处：只报一次', en: 'the code and the run say the same: one finding' },
    files: { ...tour, 'pages/t/t.js': "Page({\n  onLoad() {\n    wx.navigateToMiniProgram({ appId: 'wx0000000000000001' })\n  },\n})" },
    run: sketchRun(sketchPass({}, sketchMove(opened, { records: [jump({ cause: lifecycle('onLoad') })], screen: { texts: ['渡轮'] } }))),
    expect: [{ message: 'jump-without-tap', file: 'pages/t/t.js', verdict: 'violation' }],
  },
  {
    name: { zh: '点按之后跳走；或者先问过', en: 'jumps after a tap, or after asking' },
    files: tour,
    run: sketchRun(
      sketchPass(
        { kind: 'taps' },
        sketchMove(opened, { screen: { texts: ['渡轮'] } }),
        sketchMove(
          { do: 'tap', selector: 'view{渡轮}', text: '渡轮' },
          { records: [jump({ cause: tapped(2) }), jump({ cause: { ...tapped(2), chain: ['onLoad', 'showModal'] } })] },
        ),
      ),
    ),
    expect: [],
  },
  {
    name: { zh: '点了展开，三秒后却跳走', en: 'a tap unfolds a text, and three seconds later it leaves' },
    files: tour,
    run: sketchRun(
      sketchPass(
        { kind: 'taps' },
        sketchMove(opened, { screen: { texts: ['渡轮'] } }),
        sketchMove({ do: 'tap', selector: 'view{渡轮}', text: '渡轮' }, { records: [finger('渡轮', 'open', 9)] }),
        sketchMove(
          { do: 'wait', milliseconds: 4000 },
          { records: [jump({ time: 9000, cause: { ...lifecycle('tap', 'setTimeout 3000'), formerTap: 9, ended: 'time' } })] },
        ),
      ),
    ),
    expect: [{ message: 'jump-without-tap', file: 'pages/t/t.js' }],
  },
  {
    name: { zh: '页面数据里的倒计时数到零就跳走', en: 'a countdown kept in the page’s data jumps away at zero' },
    files: {
      'lib/hop.js': hop,
      'pages/a/a.wxml': '<view>{{left}} 秒后前往</view>',
      'pages/a/a.js':
        "const { hop } = require('../../lib/hop')\nPage({ data: { left: 3 }, onReady() { this.t = setInterval(() => { const left = this.data.left - 1\nthis.setData({ left })\nif (left <= 0) { clearInterval(this.t)\nhop() } }, 1000) } })",
    },
    expect: [{ message: 'jump-without-tap', file: 'lib/hop.js', excerpt: 'wx.navigateToMiniProgram' }],
  },
  {
    name: { zh: '倒计时只显示剩余时间，点按才跳转', en: 'a countdown only shows the time left; the jump is a tap' },
    files: {
      'lib/hop.js': hop,
      'pages/a/a.wxml': '<view>优惠还剩 {{left}} 秒</view><button bindtap="go">去「示例相册」小程序</button>',
      'pages/a/a.js':
        "const { hop } = require('../../lib/hop')\nPage({ data: { left: 3 }, onReady() { this.t = setInterval(() => { const left = this.data.left - 1\nthis.setData({ left })\nif (left <= 0) clearInterval(this.t) }, 1000) }, go() { hop() } })",
    },
    expect: [],
  },
]
