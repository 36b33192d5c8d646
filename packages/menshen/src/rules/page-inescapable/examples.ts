import { type Example, lifecycle, sketchMove, sketchPass, sketchRun, tapped, went } from '../kit.ts'

const files = {
  'pages/list/list.wxml': '<view>菜谱</view>',
  'pages/list/list.js': 'Page({})',
  'pages/card/card.wxml': '<view>和面</view>',
  'pages/card/card.js': 'Page({\n  onUnload() {\n    setTimeout(() => wx.navigateTo({ url: getApp().next }), 100)\n  },\n})',
}
const launch = sketchMove({ do: 'launch' }, { screen: { route: 'pages/list/list', texts: ['菜谱'] } })
const there = sketchMove(
  { do: 'tap', selector: 'view', text: '菜谱' },
  { records: [went('pages/card/card')], screen: { route: 'pages/card/card', texts: ['和面'] } },
)
const again = went('pages/card/card', { at: 'pages/card/card.js:3:25', cause: lifecycle('onUnload', 'setTimeout 100') })
const back = sketchMove({ do: 'back' }, { records: [again], screen: { route: 'pages/card/card', texts: ['和面'] } })

const own = (tappables: readonly object[]) => ({
  route: 'pages/card/card',
  texts: ['和面'],
  tappables,
  state: { navigationStyle: 'custom', stack: ['pages/list/list', 'pages/card/card'] },
})

export const examples: readonly Example[] = [
  {
    name: { zh: '每次返回都又被带回来', en: 'each way back leads there again' },
    files,
    run: sketchRun(sketchPass({ kind: 'people' }, launch, there, back, back)),
    expect: [{ message: 'opens-again', file: 'pages/card/card.js', excerpt: 'navigateTo', verdict: 'violation' }],
  },
  {
    name: { zh: '只见到一次，请人看', en: 'seen only once: for a person' },
    files,
    run: sketchRun(sketchPass({ kind: 'people' }, launch, there, back)),
    expect: [{ message: 'opens-again', file: 'pages/card/card.js', verdict: 'review' }],
  },
  {
    name: { zh: '离开后停在列表；用户自己又点进去', en: 'leaving leads to the list, and a tap leads there again' },
    files,
    run: sketchRun(
      sketchPass(
        { kind: 'people' },
        launch,
        there,
        sketchMove({ do: 'back' }, { screen: { route: 'pages/list/list', texts: ['菜谱'] } }),
        sketchMove(
          { do: 'tap', selector: 'view', text: '菜谱' },
          { records: [went('pages/card/card', { cause: tapped(9) })], screen: { route: 'pages/card/card', texts: ['和面'] } },
        ),
      ),
    ),
    expect: [],
  },
  {
    name: { zh: '代码里：离开时又打开自己', en: 'by the code: it opens itself as it is left' },
    files: {
      'pages/list/list.wxml': '<navigator url="/pages/card/card">和面</navigator>',
      'pages/list/list.js': 'Page({})',
      'pages/card/card.wxml': '<view>和面</view>',
      'pages/card/card.js': "const stay = () => wx.redirectTo({ url: '../card/card?again=1' })\nPage({ onUnload() { stay() } })",
    },
    expect: [{ message: 'opens-again', file: 'pages/card/card.js', excerpt: 'wx.redirectTo', verdict: 'violation' }],
  },
  {
    name: { zh: '代码里：两页互相跳转', en: 'by the code: two pages send each other on' },
    files: {
      'pages/list/list.wxml': '<view>菜谱</view>',
      'pages/list/list.js': "Page({ onShow() { wx.navigateTo({ url: '/pages/card/card' }) } })",
      'pages/card/card.wxml': '<view>和面</view>',
      'pages/card/card.js': "Page({ onLoad() { setTimeout(() => wx.reLaunch({ url: '/pages/list/list' }), 500) } })",
    },
    expect: [{ message: 'circle', file: 'pages/list/list.js', excerpt: 'wx.navigateTo', verdict: 'violation' }],
  },
  {
    name: {
      zh: '支付结果页离开时回首页；启动页跳到首页；未登录才互相跳',
      en: 'a result page that leaves for the home page, a splash page, pages that check for an account',
    },
    files: {
      'pages/home/home.wxml': '<navigator url="/pages/paid/paid">付款</navigator>',
      'pages/home/home.js': "Page({ onShow() { if (!wx.getStorageSync('token')) wx.navigateTo({ url: '/pages/login/login' }) } })",
      'pages/login/login.wxml': '<view>登录</view>',
      'pages/login/login.js': "Page({ onShow() { if (wx.getStorageSync('token')) wx.reLaunch({ url: '/pages/home/home' }) } })",
      'pages/paid/paid.wxml': '<view>付款成功</view>',
      'pages/paid/paid.js': "Page({ onUnload() { wx.reLaunch({ url: '/pages/home/home' }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '没有导航栏，也没有返回', en: 'no bar, and nothing that leads back' },
    files,
    run: sketchRun(sketchPass({ kind: 'taps' }, launch, there, sketchMove({ do: 'wait', milliseconds: 1600 }, { screen: own([]) }))),
    expect: [{ message: 'no-back', file: 'pages/card/card.wxml', verdict: 'review' }],
  },
  {
    name: { zh: '自己画的返回键', en: 'a back key of its own' },
    files,
    run: sketchRun(
      sketchPass(
        { kind: 'taps' },
        launch,
        there,
        sketchMove({ do: 'wait', milliseconds: 1600 }, { screen: own([{ text: '', box: { x: 8, y: 30, width: 30, height: 30 } }]) }),
      ),
    ),
    expect: [],
  },
]
