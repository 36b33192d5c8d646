import { answered, call, type Example, finger, sketchMove, sketchPass, sketchRun, tapped, thrown } from '../kit.ts'

const files = {
  'pages/book/book.wxml': '<button bindtap="times">查看时间</button><view>{{said}}</view>',
  'pages/book/book.js': 'Page({\n  data: { free: null },\n  times() {\n    this.setData({ said: this.data.free.length })\n  },\n})',
}
const open = sketchMove(
  { do: 'open', route: 'pages/book/book', query: '' },
  { screen: { texts: ['查看时间'], tappables: [{ text: '查看时间', handler: 'times' }] } },
)
const tap = { do: 'tap', selector: 'view{查看时间}', text: '查看时间' } as const
const wait = { do: 'wait', milliseconds: 1600 } as const
const touched = finger('查看时间', 'times', 7)
const error = thrown('Cannot read properties of null', { at: 'pages/book/book.js:4:31', cause: tapped(7), where: 'component' })

export const examples: readonly Example[] = [
  {
    name: { zh: '点了就出错，毫无反应', en: 'throws when tapped, and nothing happens' },
    files,
    run: sketchRun(sketchPass({ kind: 'taps' }, open, sketchMove(tap, { records: [touched, error] }), sketchMove(wait))),
    expect: [{ message: 'nothing-happens', file: 'pages/book/book.js', excerpt: 'data.free.length' }],
  },
  {
    name: { zh: '先出加载提示再出错，提示一直在', en: 'the loading sign comes first, then the error, and it stays' },
    files,
    run: sketchRun(
      sketchPass(
        { kind: 'taps' },
        open,
        sketchMove(tap, {
          records: [touched, call('showLoading', { at: 'pages/book/book.js:4', cause: tapped(7) }), error],
          screen: { texts: ['查看时间'], state: { loading: true } },
        }),
        sketchMove(wait, { screen: { texts: ['查看时间'], state: { loading: true } } }),
      ),
    ),
    expect: [{ message: 'keeps-loading', file: 'pages/book/book.js' }],
  },
  {
    name: { zh: '出错之前已经告诉用户', en: 'the user was told before the error' },
    files,
    run: sketchRun(
      sketchPass(
        { kind: 'taps' },
        open,
        sketchMove(tap, { records: [touched, error], screen: { texts: ['查看时间', '没有空位'] } }),
        sketchMove(wait, { screen: { texts: ['查看时间', '没有空位'] } }),
      ),
    ),
    expect: [{ message: 'error-behind', file: 'pages/book/book.js', verdict: 'review' }],
  },
  {
    name: { zh: '缺的是没人给的服务器回答', en: 'an answer was missing that nobody gave' },
    files,
    run: sketchRun(
      sketchPass(
        { kind: 'taps', server: 'none' },
        open,
        sketchMove(tap, { records: [touched, answered('https://book.example.org/a', { source: 'missing' }), error] }),
        sketchMove(wait),
      ),
    ),
    expect: [],
  },
  {
    name: { zh: '出错的是我们还不会的接口之后', en: 'what came before is an interface that we only pretend to know' },
    files,
    run: sketchRun(
      sketchPass(
        { kind: 'taps' },
        open,
        sketchMove(tap, { records: [touched, call('getThing', { cause: tapped(7), unimplemented: true }), error] }),
        sketchMove(wait),
      ),
    ),
    expect: [],
  },
  {
    name: { zh: '填完再点就正常', en: 'taps go through' },
    files,
    run: sketchRun(
      sketchPass(
        { kind: 'taps' },
        open,
        sketchMove(tap, { records: [touched], screen: { texts: ['查看时间', '周六'] } }),
        sketchMove(wait),
      ),
    ),
    expect: [],
  },
  {
    name: { zh: '服务器出错时点了没有任何提示', en: 'says nothing when the server fails' },
    files,
    run: sketchRun(
      sketchPass({ kind: 'taps' }, open),
      sketchPass(
        { kind: 'taps', server: 'failing' },
        open,
        sketchMove(tap, { records: [touched, answered('https://book.example.org/a', { source: 'failing', status: 500 }), error] }),
        sketchMove(wait),
      ),
    ),
    expect: [{ message: 'silent-when-failing', file: 'pages/book/book.js', verdict: 'review' }],
  },
]
