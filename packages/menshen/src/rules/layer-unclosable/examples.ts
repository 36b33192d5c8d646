import type { Example } from '../kit.ts'

const style = { 'pages/a/a.wxss': '.mask { position: fixed; top: 0; left: 0; right: 0; bottom: 0; background: rgba(0,0,0,.6) }' }

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
]
