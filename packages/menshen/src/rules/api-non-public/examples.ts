import { call, type Example, lifecycle, sketchMove, sketchPass, sketchRun } from '../kit.ts'

const page = { 'pages/a/a.wxml': '<button bindtap="load">读取</button>' }

const menu = { 'pages/m/m.wxml': '<view>菜单</view>', 'pages/m/m.js': "Page({\n  onLoad() {\n    require('kit').run(wx)\n  },\n})" }
const called = (api: string, unimplemented = true) =>
  sketchRun(
    sketchPass(
      {},
      sketchMove(
        { do: 'open', route: 'pages/m/m', query: '' },
        { records: [call(api, { at: 'pages/m/m.js:3:5', unimplemented, cause: lifecycle('onLoad') })], screen: { texts: ['菜单'] } },
      ),
    ),
  )

export const examples: readonly Example[] = [
  {
    name: { zh: '拼出内部接口的名字', en: 'the name of an inner interface is put together' },
    files: {
      ...page,
      'pages/a/a.js': "const raw = require('../../raw')\nPage({ load() { raw({ api_name: 'webapi_getuserinfo' }) } })",
      'raw.js': "module.exports = (data) => wx['operate' + 'WXData']({ data })",
    },
    expect: [{ message: 'private', file: 'raw.js', verdict: 'violation' }],
  },
  {
    name: { zh: '经全局对象取得内部桥', en: 'an inner bridge is reached through the global object' },
    files: {
      ...page,
      'pages/a/a.js':
        "const bridge = globalThis[['Weixin', 'JS', 'Bridge'].join('')]\nPage({ load() { bridge.invoke('operateWXData', {}) } })",
    },
    expect: [{ message: 'private', excerpt: 'bridge.invoke', verdict: 'violation' }],
  },
  {
    name: { zh: '公开列表里没有的名字', en: 'a name that the public list does not hold' },
    files: { ...page, 'pages/a/a.js': 'Page({ load() { wx.getUserAssets({}) } })' },
    expect: [{ message: 'unknown', excerpt: 'wx.getUserAssets', verdict: 'review' }],
  },
  {
    name: {
      zh: '公开接口、自己挂上去的方法、先判断再用的新接口、注释',
      en: 'public interfaces, a method of its own, a new one that is tried first, a comment',
    },
    files: {
      ...page,
      'pages/a/a.js':
        "// WeixinJSBridge.invoke('x')\nwx.toast = (title) => wx.showToast({ title })\nPage({ load() { wx.toast('好'); if (wx.someNewThing) wx.someNewThing({}); const list = ['showToast', 'vibrateShort']; list.forEach((name) => wx[name]({})) } })",
    },
    expect: [],
  },
  {
    name: { zh: '运行时拼出了内部接口的名字', en: 'the name of an inner interface is put together in a run' },
    files: menu,
    run: called('operateWXData'),
    expect: [{ message: 'private', file: 'pages/m/m.js', excerpt: 'require', verdict: 'violation' }],
  },
  {
    name: { zh: '我们还没有做出来的公开接口', en: 'a public interface that our simulator does not know yet' },
    files: menu,
    run: called('getBatteryInfo'),
    expect: [],
  },
]
