import { call, type Example, finger, lifecycle, type Sketched, sketchMove, sketchPass, sketchRun } from '../kit.ts'

const style = { 'pages/a/a.wxss': '.mask { position: fixed; top: 0; left: 0; right: 0; bottom: 0; background: rgba(0,0,0,.6) }' }

const club = {
  'pages/c/c.wxml': '<view bindtap="open">风车</view><view class="veil"><view>本月主题</view><view bindtap="shut">×</view></view>',
  'pages/c/c.wxss': '.veil { position: absolute }',
  'pages/c/c.js': 'Page({\n  open() { this.x = 1 },\n  shut() { this.y = 2 },\n})',
}
const cover = { selector: 'body/view[2]', box: { x: 0, y: 0, width: 375, height: 667 }, text: '本月主题 ×' }
const cross = { text: '×', selector: 'body/view[2]/view[2]', handler: 'shut' }
const covered = (close: object = cross) => ({
  texts: ['风车', '本月主题', '×'],
  state: { cover },
  tappables: [{ text: '风车', selector: 'body/view[1]', handler: 'open' }, close],
})
const bare = { texts: ['风车'], state: { cover: null }, tappables: ['风车'] }
const opened = sketchMove({ do: 'open', route: 'pages/c/c', query: '' }, { screen: covered() })
const tap = { do: 'tap', selector: cross.selector, text: '×' } as const
const tries = (afterTap: object, end: object) => [
  sketchMove(tap, { purpose: 'close', records: [finger('×', 'shut')], screen: afterTap }),
  sketchMove({ do: 'wait', milliseconds: 9000 }, { purpose: 'closed', screen: end }),
]
const alerts = (count: number, buttons: readonly string[]): Sketched[] =>
  Array.from({ length: count }, (_, i) => [
    call('showModal', { id: 100 + i, at: 'pages/c/c.js:2:12', cause: lifecycle('onLoad', 'showModal') }),
    {
      kind: 'prompt',
      prompt: i + 1,
      sort: 'modal',
      api: 'showModal',
      title: '没有读到',
      text: '请重试',
      buttons,
      call: 100 + i,
    } as Sketched,
  ]).flat()
const asked = (profile: string, count: number, buttons: readonly string[]) =>
  sketchPass(
    { profile },
    sketchMove({ do: 'open', route: 'pages/c/c', query: '' }, { screen: bare }),
    sketchMove({ do: 'wait', milliseconds: 6500 }, { records: alerts(count, buttons) }),
  )

export const examples: readonly Example[] = [
  {
    name: { zh: '叉号只弹出提示', en: 'the cross only shows a hint' },
    files: {
      ...style,
      'pages/a/a.wxml':
        '<view>新闻</view><view wx:if="{{layer.on}}" class="mask" catchtap="stop"><text>{{layer.text}}</text><text bindtap="close">×</text></view>',
      'pages/a/a.js':
        "const KEY = 'layer'\nPage({ data: { layer: { on: false, text: '' } }, onLoad() { this.setData({ [KEY]: { on: true, text: '关注我们' } }) }, stop() {}, close() { this.setData({ 'layer.hint': '请先关注' }) } })",
    },
    expect: [
      {
        message: 'unclosable',
        file: 'pages/a/a.wxml',
        excerpt: '<view wx:if="{{layer.on}}" class="mask" catchtap="stop">',
        verdict: 'violation',
      },
    ],
  },
  {
    name: { zh: '关闭按钮从不显示', en: 'the close mark is never drawn' },
    files: {
      ...style,
      'pages/a/a.wxml':
        '<view wx:if="{{open}}" class="mask"><text>领券</text><image wx:if="{{taken}}" src="/x.png" catchtap="close" /></view>',
      'pages/a/a.js': 'Page({ data: { open: true, taken: false }, close() { this.setData({ open: false }) } })',
    },
    expect: [{ message: 'unclosable', verdict: 'violation' }],
  },
  {
    name: { zh: '组件发出的事件，页面绑错了名字', en: 'the page binds a name that the component never sends' },
    files: {
      'pages/a/a.json': '{ "usingComponents": { "layer": "/components/layer" } }',
      'pages/a/a.wxml': '<layer show="{{ask}}" bind:dismissed="drop" />',
      'pages/a/a.js': 'Page({ data: { ask: false }, onReady() { this.setData({ ask: true }) }, drop() { this.setData({ ask: false }) } })',
      'components/layer.json': '{ "component": true }',
      'components/layer.wxml': '<view wx:if="{{show}}" class="mask"><text bindtap="x">×</text></view>',
      'components/layer.wxss': '.mask { position: fixed; width: 100%; height: 100%; background: rgba(0,0,0,.5) }',
      'components/layer.js': "Component({ properties: { show: Boolean }, methods: { x() { this.triggerEvent('dismiss') } } })",
    },
    expect: [{ message: 'unclosable', file: 'components/layer.wxml' }],
  },
  {
    name: { zh: '行为里用拼出的键关闭', en: 'a behaviour closes it by a key that is put together' },
    files: {
      ...style,
      'pages/a/a.wxml': '<view wx:if="{{layer.on}}" class="mask"><text bindtap="drop">知道了</text></view>',
      'pages/a/a.js':
        "const layer = require('../../layer')\nPage({ behaviors: [layer], onLoad() { this.setData({ layer: { on: true } }) } })",
      'layer.js':
        "const KEY = 'layer'\nmodule.exports = Behavior({ data: { layer: { on: false } }, methods: { drop() { const o = {}; o[KEY + '.on'] = !1; this.setData(o) } } })",
    },
    expect: [],
  },
  {
    name: {
      zh: '展开对象后改值；加载遮罩自己消失；从不打开的弹层',
      en: 'closed through a copy; a loading veil that goes by itself; a layer that never opens',
    },
    files: {
      ...style,
      'pages/a/a.wxml':
        '<view wx:if="{{sheet.open}}" class="mask" bindtap="close"><text>{{sheet.text}}</text></view><view wx:if="{{loading}}" class="mask"><text>请稍候</text></view><view wx:if="{{never}}" class="mask"><text>旧活动</text></view>',
      'pages/a/a.js':
        "Page({ data: { sheet: { open: true, text: '券' }, loading: true, never: false }, onLoad() { wx.request({ url: 'https://api.example.com', complete: () => this.setData({ loading: false }) }) }, close() { const s = { ...this.data.sheet, open: !1 }; this.setData({ sheet: s }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '点叉号没有用，一直盖着', en: 'the cross does nothing, and it stays' },
    files: club,
    run: sketchRun(sketchPass({ kind: 'people' }, opened, ...tries(covered(), covered()))),
    expect: [{ message: 'stays', excerpt: '() { this.y = 2 }', file: 'pages/c/c.js', verdict: 'violation' }],
  },
  {
    name: { zh: '点叉号就收起，不再出现', en: 'the cross takes it away for good' },
    files: club,
    run: sketchRun(sketchPass({ kind: 'people' }, opened, ...tries(bare, bare))),
    expect: [],
  },
  {
    name: { zh: '过几秒自己收起的开屏', en: 'a splash that goes away by itself' },
    files: club,
    run: sketchRun(sketchPass({ kind: 'people' }, opened, ...tries(covered(), bare))),
    expect: [],
  },
  {
    name: { zh: '关掉以后又自己回来', en: 'comes back by itself after it was closed' },
    files: club,
    run: sketchRun(sketchPass({ kind: 'people' }, opened, ...tries(bare, covered()))),
    expect: [{ message: 'comes-back', excerpt: '() { this.y = 2 }', file: 'pages/c/c.js' }],
  },
  {
    name: { zh: '叉号在屏幕下方之外', en: 'the cross lies below the screen' },
    files: club,
    run: sketchRun(
      sketchPass(
        { kind: 'people' },
        sketchMove({ do: 'open', route: 'pages/c/c', query: '' }, { screen: covered({ ...cross, onScreen: false }) }),
        ...tries(bare, bare),
      ),
    ),
    expect: [{ message: 'out-of-reach', excerpt: '<view bindtap="shut">', file: 'pages/c/c.wxml' }],
  },
  {
    name: { zh: '叉号要滚动才看到，但可以滚动', en: 'the cross comes in sight as one scrolls' },
    files: { ...club, 'pages/c/c.wxss': '.veil { position: absolute; overflow-y: auto }' },
    run: sketchRun(
      sketchPass(
        { kind: 'people' },
        sketchMove({ do: 'open', route: 'pages/c/c', query: '' }, { screen: covered({ ...cross, onScreen: false }) }),
        ...tries(bare, bare),
      ),
    ),
    expect: [],
  },
  {
    name: { zh: '弹窗只有一个按钮，点了又弹', en: 'an alert with one button comes up again and again' },
    files: club,
    run: sketchRun(asked('accept-all', 6, ['确定'])),
    expect: [{ message: 'alert-again', excerpt: 'this.x', file: 'pages/c/c.js' }],
  },
  {
    name: { zh: '选“稍后”就不再弹', en: 'it stays away when one answers: later' },
    files: club,
    run: sketchRun(asked('accept-all', 6, ['稍后', '重试']), asked('deny-all', 1, ['稍后', '重试'])),
    expect: [],
  },
  {
    name: { zh: '叉号被透明的东西盖住', en: 'something clear lies over the cross' },
    files: club,
    run: sketchRun(
      sketchPass(
        { kind: 'people' },
        sketchMove({ do: 'open', route: 'pages/c/c', query: '' }, { screen: covered({ ...cross, covered: true }) }),
        ...tries(covered({ ...cross, covered: true }), covered({ ...cross, covered: true })),
      ),
    ),
    expect: [{ message: 'out-of-reach', file: 'pages/c/c.wxml' }],
  },
  {
    name: { zh: '组件盖住整页，叉号只写日志', en: 'a component covers the page and its cross only writes to the console' },
    files: {
      'pages/b/b.json': '{ "usingComponents": { "notice": "/notice/notice" } }',
      'pages/b/b.wxml': '<view>湿度 70</view><notice wx:if="{{news}}" text="{{news}}" />',
      'pages/b/b.js': "Page({ data: { news: '新酒到窖' } })",
      'notice/notice.json': '{ "component": true }',
      'notice/notice.wxml': '<view class="cover"><view>{{text}}<text bindtap="shut">×</text></view></view>',
      'notice/notice.wxss': '.cover { position: fixed; top: 0; right: 0; bottom: 0; left: 0; background: rgba(0, 0, 0, .6) }',
      'notice/notice.js': 'Component({ properties: { text: String }, methods: { shut() { console.log(1) } } })',
    },
    expect: [{ message: 'unclosable', file: 'notice/notice.wxml', excerpt: '<view class="cover">' }],
  },
  {
    name: { zh: '同样的组件，叉号告诉页面把它收起来', en: 'the same component tells the page, which takes it away' },
    files: {
      'pages/b/b.json': '{ "usingComponents": { "notice": "/notice/notice" } }',
      'pages/b/b.wxml': '<view>湿度 70</view><notice wx:if="{{news}}" text="{{news}}" bind:shut="gone" />',
      'pages/b/b.js': "Page({ data: { news: '新酒到窖' }, gone() { this.setData({ news: '' }) } })",
      'notice/notice.json': '{ "component": true }',
      'notice/notice.wxml': '<view class="cover"><view>{{text}}<text bindtap="shut">×</text></view></view>',
      'notice/notice.wxss': '.cover { position: fixed; top: 0; right: 0; bottom: 0; left: 0; background: rgba(0, 0, 0, .6) }',
      'notice/notice.js': "Component({ properties: { text: String }, methods: { shut() { this.triggerEvent('shut') } } })",
    },
    expect: [],
  },
  {
    name: { zh: '表单里的一块，遮罩另有自己的条件', en: 'a part of a form, in which a mask has a condition of its own' },
    files: {
      'pages/a/a.wxml':
        '<view class="booking" wx:if="{{step==0}}"><view class="mask" wx:if="{{picking}}" bindtap="done"></view><view bindtap="pick">营业时间</view></view>',
      'pages/a/a.wxss': '.mask { position: fixed; top: 0; right: 0; bottom: 0; left: 0; background: rgba(0, 0, 0, .6) }',
      'pages/a/a.js':
        'Page({ data: { step: 0, picking: false }, pick() { this.setData({ picking: true }) }, done() { this.setData({ picking: false }) } })',
    },
    expect: [],
  },
]
