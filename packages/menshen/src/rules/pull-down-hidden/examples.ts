import { call, type Example, lifecycle, sketchMove, sketchPass, sketchRun } from '../kit.ts'

const page = { 'pages/a/a.wxml': '<view>日报</view>', 'pages/a/a.js': 'Page({ onPullDownRefresh() {} })' }

const paint = {
  'app.json': '{"pages":["pages/p/p"],"window":{"enablePullDownRefresh":true,"backgroundTextStyle":"light","backgroundColor":"#335577"}}',
  'pages/p/p.wxml': '<view>一</view>',
  'pages/p/p.js': "Page({\n  onLoad() {\n    require('paint')(wx)\n  },\n})",
}
const painted = (colour: string) =>
  sketchRun(
    sketchPass(
      {},
      sketchMove(
        { do: 'open', route: 'pages/p/p', query: '' },
        {
          records: [call('setBackgroundColor', { at: 'pages/p/p.js:3:5', cause: lifecycle('onLoad'), args: { backgroundColor: colour } })],
          screen: { texts: ['一'] },
        },
      ),
    ),
  )

export const examples: readonly Example[] = [
  {
    name: { zh: '白底浅色字', en: 'light on white' },
    files: { ...page, 'pages/a/a.json': '{ "enablePullDownRefresh": true, "backgroundColor": "#fff", "backgroundTextStyle": "light" }' },
    expect: [{ message: 'hidden', file: 'pages/a/a.json', excerpt: '"light"', verdict: 'violation' }],
  },
  {
    name: { zh: '全局设置的浅色字，背景是默认的白', en: 'light for all pages, the background left white' },
    files: {
      ...page,
      'app.json': '{ "pages": ["pages/a/a"], "window": { "enablePullDownRefresh": true, "backgroundTextStyle": "light" } }',
    },
    expect: [{ message: 'hidden', file: 'app.json', verdict: 'review' }],
  },
  {
    name: { zh: '浅底深色字；浅色字的页面不能下拉', en: 'dark on light; the page with light dots cannot be pulled' },
    files: {
      ...page,
      'app.json': '{ "pages": ["pages/a/a", "pages/b/b"], "window": { "backgroundTextStyle": "dark", "backgroundColor": "#f8f8f8" } }',
      'pages/a/a.json': '{ "enablePullDownRefresh": true }',
      'pages/b/b.json': '{ "backgroundTextStyle": "light", "backgroundColor": "#ffffff" }',
      'pages/b/b.wxml': '<view>周报</view>',
      'pages/b/b.js': 'Page({})',
    },
    expect: [],
  },
  {
    name: { zh: '运行时把背景改成了白色，字样也是浅色', en: 'the ground is painted white in a run, under light signs' },
    files: paint,
    run: painted('#ffffff'),
    expect: [{ message: 'hidden', file: 'pages/p/p.js', excerpt: 'require' }],
  },
  { name: { zh: '改成了深色', en: 'it is painted dark' }, files: paint, run: painted('#112233'), expect: [] },
]
