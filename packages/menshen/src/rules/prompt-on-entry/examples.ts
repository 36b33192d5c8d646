import { call, type Example, finger, lifecycle, sketchMove, sketchPass, sketchRun, tapped } from '../kit.ts'

const home = { 'pages/home/home.wxml': '<view bindtap="near">附近</view>', 'pages/home/home.json': '{}' }

// Who asks, and when, comes from a server: only a run shows it.
const served = {
  'pages/home/home.wxml': '<view bindtap="near">附近</view>',
  'pages/home/home.json': '{}',
  'pages/home/home.js':
    'const acts = { where() { wx.getLocation({}) } }\nPage({ run(list) { list.forEach((k) => acts[k]()) }, near() { acts.where() } })',
}
const open = { do: 'open', route: 'pages/home/home', query: '' } as const
const prompt = (about: number, api = 'getLocation') =>
  ({
    kind: 'prompt',
    prompt: 0,
    sort: 'permission',
    api,
    title: '“邻里” 申请',
    text: '获取你的位置信息',
    buttons: ['拒绝', '允许'],
    call: about,
  }) as const
const located = (cause = lifecycle('onLoad', 'request')) =>
  call('getLocation', { id: 7, at: 'pages/home/home.js:1:29', cause, answer: 'ok' })

export const examples: readonly Example[] = [
  {
    name: { zh: '经过封装，在 onShow 里定位', en: 'the position in onShow, two wrappers away' },
    files: {
      ...home,
      'pages/home/home.js':
        "const ask = require('../../lib/ask')\nPage({ onShow() { ask('getLocation', { type: 'wgs84' }).then((r) => this.setData(r)) } })",
      'lib/ask.js': 'module.exports = (name, o) => new Promise((success, fail) => wx[name]({ ...o, success, fail }))',
    },
    expect: [{ message: 'before-any-tap', file: 'pages/home/home.js', verdict: 'violation' }],
  },
  {
    name: { zh: '启动时逐个申请权限', en: 'permissions asked for one by one at launch' },
    files: { ...home, 'app.js': "App({ onLaunch() { ['scope.record'].forEach((scope) => wx.authorize({ scope })) } })" },
    expect: [{ message: 'before-any-tap', file: 'app.js', excerpt: 'wx.authorize', verdict: 'violation' }],
  },
  {
    name: { zh: '弹窗点取消也照样获取', en: 'the dialog’s answer is not looked at' },
    files: {
      ...home,
      'pages/home/home.js':
        "Page({ onLoad() { wx.showModal({ title: '定位', content: '用于查找附近门店', success: () => wx.getLocation({}) }) } })",
    },
    expect: [{ message: 'answer-ignored', excerpt: 'wx.getLocation', verdict: 'violation' }],
  },
  {
    name: { zh: '抖音：进入购物车就弹出地址', en: 'Douyin: the address sheet on entering the cart' },
    files: { 'pages/cart/cart.ttml': '<view/>', 'pages/cart/cart.js': 'Page({ onShow() { tt.chooseAddress({}) } })' },
    expect: [{ message: 'picker-on-entry', excerpt: 'tt.chooseAddress', verdict: 'violation' }],
  },
  {
    name: { zh: '先说明、点同意后才定位；启动时只静默登录', en: 'explained and agreed to first; only a silent sign-in at launch' },
    files: {
      ...home,
      'app.js': 'App({ onLaunch() { wx.login({}) } })',
      'pages/home/home.js':
        "Page({ onLoad() { wx.showModal({ title: '定位', content: '用于查找附近门店', success: (r) => { if (!r.confirm) return\n wx.getLocation({}) } }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '开发者工具模板：已授权才取头像昵称', en: 'the starter template: the profile only when granted before' },
    files: {
      ...home,
      'app.js':
        "App({ onLaunch() { wx.getSetting({ success: (res) => { if (res.authSetting['scope.userInfo']) { wx.getUserInfo({ success: (r) => { this.globalData.userInfo = r.userInfo } }) } } }) }, globalData: { userInfo: null } })",
    },
    expect: [],
  },
  {
    name: { zh: '同意写进缓存后，下次进入直接定位', en: 'the consent is kept; the next visit locates at once' },
    files: {
      ...home,
      'pages/home/home.js':
        "Page({ onLoad() { if (wx.getStorageSync('agreed')) this.locate() }, locate() { wx.getLocation({}) }, near() { wx.showModal({ content: '用于查找附近门店', success: (r) => { if (r.confirm) { wx.setStorageSync('agreed', true); this.locate() } } }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '没有任何入口的旧方法', en: 'an old method that nothing leads to' },
    files: { ...home, 'pages/home/home.js': 'Page({ near() {}, old() { wx.getLocation({}) } })' },
    expect: [],
  },
  {
    name: { zh: '运行时：服务器一句话就弹出定位', en: 'seen in a run: the server’s word raises the prompt' },
    files: served,
    run: sketchRun(sketchPass({}, sketchMove(open, { records: [located(), prompt(7)], screen: { texts: ['附近'] } }))),
    expect: [{ message: 'before-any-tap', excerpt: 'getLocation', verdict: 'violation' }],
  },
  {
    name: { zh: '运行时：点按之后才弹出', en: 'seen in a run: it comes up after a tap' },
    files: served,
    run: sketchRun(
      sketchPass(
        {},
        sketchMove(open, { screen: { texts: ['附近'] } }),
        sketchMove(
          { do: 'tap', selector: 'view', text: '附近' },
          { records: [finger('附近', 'near', 1), located(tapped(1)), prompt(7)], screen: { texts: ['附近'] } },
        ),
      ),
    ),
    expect: [],
  },
  {
    name: { zh: '运行时：已经授权过，平台没有再问', en: 'seen in a run: granted before, so nobody was asked' },
    files: served,
    run: sketchRun(sketchPass({}, sketchMove(open, { records: [located()], screen: { texts: ['附近'] } }))),
    expect: [],
  },
  {
    name: { zh: '运行时：按住说话', en: 'seen in a run: a key held down' },
    files: served,
    run: sketchRun(
      sketchPass({}, sketchMove(open, { records: [located(lifecycle('touchstart')), prompt(7)], screen: { texts: ['附近'] } })),
    ),
    expect: [],
  },
]
