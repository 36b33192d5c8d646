import { answered, call, type Example, finger, lifecycle, sketchMove, sketchPass, sketchRun, tapped, thrown, went } from '../kit.ts'

const files = {
  'pages/lamp/lamp.wxml': '<view wx:if="{{name}}">{{name}}</view>',
  'pages/lamp/lamp.js': 'Page({\n  onLoad() {\n    this.setData({ name: lamp.name })\n  },\n})',
}
const open = { do: 'open', route: 'pages/lamp/lamp', query: '' } as const
const wait = (milliseconds: number) => ({ do: 'wait', milliseconds }) as const
const error = thrown('lamp is not defined', { at: 'pages/lamp/lamp.js:3:26' })
const empty = { texts: [], state: { blank: true } }
const loaded = [call('request', { at: 'pages/lamp/lamp.js:3', answer: 'ok' }), answered('https://lamp.example.org/a')]

const list = {
  'pages/home/home.wxml': '<view bindtap="open">落地灯</view>',
  'pages/home/home.js': "Page({ open() { wx.navigateTo({ url: '/pages/lamp/lamp?id=1' }) } })",
  'pages/lamp/lamp.wxml': '<view wx:if="{{ready}}">{{name}}</view>',
  'pages/lamp/lamp.js': 'Page({ onLoad(q) { this.setData({ ready: false }) } })',
}
const tap = { do: 'tap', selector: 'view{落地灯}', text: '落地灯' } as const
const home = { route: 'pages/home/home', texts: ['落地灯'], tappables: ['落地灯'] }

export const examples: readonly Example[] = [
  {
    name: { zh: '一打开就出错，空白', en: 'throws as it opens and stays empty' },
    files,
    run: sketchRun(sketchPass({}, sketchMove(open, { records: [error], screen: { texts: [] } }))),
    expect: [{ message: 'page-throws', file: 'pages/lamp/lamp.js', excerpt: 'lamp.name' }],
  },
  {
    name: { zh: '出错，但页面照常显示', en: 'throws, but the page stands' },
    files,
    run: sketchRun(sketchPass({}, sketchMove(open, { records: [error], screen: { texts: ['台灯'] } }))),
    expect: [{ message: 'page-errs', file: 'pages/lamp/lamp.js', excerpt: 'lamp.name', verdict: 'review' }],
  },
  {
    name: { zh: '直接打开详情页，没有给它编号，于是出错', en: 'a detail page throws when it is opened without the number that it needs' },
    files: list,
    run: sketchRun(sketchPass({}, sketchMove(open, { records: [{ ...error, stack: [] }], screen: { texts: [] } }))),
    expect: [{ message: 'page-errs', page: 'pages/lamp/lamp', verdict: 'review' }],
  },
  {
    name: { zh: '缺的是没人给的服务器回答', en: 'an answer was missing that nobody gave' },
    files,
    run: sketchRun(
      sketchPass(
        {},
        sketchMove(open, {
          records: [
            answered('https://lamp.example.org/a', { source: 'missing' }),
            { ...error, cause: lifecycle('onLoad', 'request.success') },
          ],
          screen: { texts: [] },
        }),
      ),
    ),
    expect: [],
  },
  {
    name: { zh: '点击之后才出错', en: 'throws after a tap only' },
    files,
    run: sketchRun(sketchPass({}, sketchMove(open, { records: [{ ...error, cause: tapped() }], screen: { texts: [] } }))),
    expect: [],
  },
  {
    name: { zh: '服务器已经回答，首页仍然空白', en: 'the server has answered, and home stays empty' },
    files,
    run: sketchRun(sketchPass({}, sketchMove(open, { records: loaded, screen: empty }), sketchMove(wait(6500), { screen: empty }))),
    expect: [{ message: 'page-blank', excerpt: '<view wx:if="{{name}}">', file: 'pages/lamp/lamp.wxml' }],
  },
  {
    name: { zh: '点进去的详情页每次都是空白', en: 'a detail page that a tap leads to is empty every time' },
    files: list,
    run: sketchRun(
      sketchPass({}, sketchMove(open, { screen: empty }), sketchMove(wait(6500), { screen: empty })),
      sketchPass(
        { kind: 'taps' },
        sketchMove({ do: 'launch' }, { screen: home }),
        sketchMove(tap, {
          records: [finger('落地灯', 'open', 1), went('pages/lamp/lamp?id=1')],
          screen: { ...empty, route: 'pages/lamp/lamp' },
        }),
        sketchMove(wait(1600), { screen: { ...empty, route: 'pages/lamp/lamp' } }),
      ),
    ),
    expect: [{ message: 'page-blank', file: 'pages/lamp/lamp.wxml' }],
  },
  {
    name: { zh: '没给编号才空白，点进去是有内容的', en: 'empty only without its number; a tap leads to a page with content' },
    files: list,
    run: sketchRun(
      sketchPass({}, sketchMove(open, { screen: empty }), sketchMove(wait(6500), { screen: empty })),
      sketchPass(
        { kind: 'taps' },
        sketchMove({ do: 'launch' }, { screen: home }),
        sketchMove(tap, { records: [finger('落地灯', 'open', 1)], screen: { ...empty, route: 'pages/lamp/lamp' } }),
        sketchMove(wait(1600), { screen: { texts: ['落地灯', '高一米六'], route: 'pages/lamp/lamp' } }),
      ),
    ),
    expect: [],
  },
  {
    name: { zh: '白屏是手电筒工具本身：整屏可点', en: 'the white screen is the torch itself, and can be tapped' },
    files,
    run: sketchRun(
      sketchPass(
        {},
        sketchMove(open, { screen: { ...empty, tappables: [{ text: '', selector: 'view' }] } }),
        sketchMove(wait(6500), { screen: { ...empty, tappables: [{ text: '', selector: 'view' }] } }),
      ),
    ),
    expect: [],
  },
  {
    name: { zh: '服务器出错时一片空白', en: 'empty when the server fails' },
    files,
    run: sketchRun(
      sketchPass({}, sketchMove(open, { records: loaded, screen: { texts: ['落地灯'] } })),
      sketchPass(
        { server: 'failing' },
        sketchMove(open, { records: [answered('https://lamp.example.org/a', { source: 'failing', status: 500 })], screen: empty }),
        sketchMove(wait(6500), { screen: empty }),
      ),
    ),
    expect: [{ message: 'blank-without-server', excerpt: '<view wx:if="{{name}}">', file: 'pages/lamp/lamp.wxml', verdict: 'violation' }],
  },
  {
    name: { zh: '没有给过服务器的回答，只能请人看', en: 'no answers were ever given: for a person to see' },
    files,
    run: sketchRun(
      sketchPass(
        { server: 'empty' },
        sketchMove(open, { records: [answered('https://lamp.example.org/a', { source: 'empty' })], screen: empty }),
        sketchMove(wait(6500), { screen: empty }),
      ),
    ),
    expect: [{ message: 'blank-without-server', file: 'pages/lamp/lamp.wxml', verdict: 'review' }],
  },
  {
    name: { zh: '服务器出错时写明原因，可以重试', en: 'says what went wrong when the server fails, and can be tried again' },
    files,
    run: sketchRun(
      sketchPass(
        { server: 'failing' },
        sketchMove(open, {
          records: [answered('https://lamp.example.org/a', { source: 'failing', status: 500 })],
          screen: { texts: ['没有读到，请重试'] },
        }),
        sketchMove(wait(6500), { screen: { texts: ['没有读到，请重试'] } }),
      ),
    ),
    expect: [],
  },
]
