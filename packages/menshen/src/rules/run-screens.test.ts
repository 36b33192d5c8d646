/** Readings of runs that many rules stand on: whether a person could have come there, what they noticed, and one fault with two witnesses. */
import { expect, test } from 'vitest'
import { collectors } from '../check/collectors.ts'
import { answered, call, finger, lifecycle, sketchMove, sketchPass, tapped, thrown } from '../evidence/run-sketch.ts'
import { loadProgram } from '../program/load.ts'
import { memoryFiles } from '../program/memory.ts'
import type { Detail } from './kit.ts'
import { changed, joined, natural, noticed, unasked, writtenAt } from './run-screens.ts'

const program = loadProgram(
  memoryFiles(
    {
      'app.json': '{"pages":["pages/home/home","pages/item/item","pages/about/about"]}',
      'app.js': 'App({})',
      'pages/home/home.wxml': '<view bindtap="open">茶壶</view>',
      'pages/home/home.js': "Page({ open() { wx.navigateTo({ url: '/pages/item/item?id=1' }) } })",
      'pages/item/item.wxml': '<view>{{name}}</view>',
      'pages/item/item.js': 'Page({ onLoad(q) { this.id = q.id } })',
      'pages/about/about.wxml': '<view>关于我们</view>',
      'pages/about/about.js': 'Page({})',
    },
    'tea',
  ),
  { root: '', platform: 'wechat' },
)
const interpretation = collectors.interpretation(program)
const open = (route: string, query = '') => sketchMove({ do: 'open', route, query }, { screen: { texts: ['茶壶'], tappables: ['茶壶'] } })
const last = (pass: ReturnType<typeof sketchPass>) => pass.moves.at(-1)!

test('a page that is opened without what it needs proves nothing', () => {
  const item = sketchPass({}, open('pages/item/item'))
  const made = sketchPass({}, open('pages/item/item', 'id=1'))
  const about = sketchPass({}, open('pages/about/about'))
  const tap = sketchPass(
    {},
    open('pages/home/home'),
    sketchMove({ do: 'tap', selector: 'view', text: '茶壶' }, { screen: { route: 'pages/item/item', texts: ['茶壶'] } }),
  )
  expect([item, made, about, tap].map((pass) => natural(program, interpretation, pass, last(pass)))).toEqual([false, false, true, true])
})
test('a page whose library is not in the package is not judged by how it runs', () => {
  const lacks = thrown("module 'dayjs' is not defined, require args is 'dayjs'", { at: 'pages/about/about.js:1' })
  const pass = sketchPass(
    {},
    sketchMove({ do: 'open', route: 'pages/about/about', query: '' }, { records: [lacks], screen: { texts: [] } }),
  )
  expect(natural(program, interpretation, pass, last(pass))).toBe(false)
})
test('without answers nothing after the first missing one proves anything', () => {
  const missing = answered('https://tea.example.org/shop', { source: 'missing' })
  const pass = sketchPass(
    { server: 'none' },
    sketchMove({ do: 'launch' }, { records: [missing], screen: { route: 'pages/home/home', texts: [] } }),
    open('pages/about/about'),
  )
  expect(natural(program, interpretation, pass, last(pass))).toBe(false)
  const partly = sketchPass(
    {},
    sketchMove({ do: 'launch' }, { records: [missing], screen: { route: 'pages/home/home', texts: [] } }),
    open('pages/about/about'),
  )
  expect(natural(program, interpretation, partly, last(partly))).toBe(true)
})
test('a request goes unnoticed; a sign, a sound or another look do not', () => {
  const after = (records: Parameters<typeof sketchMove>[1]) =>
    sketchPass({}, open('pages/home/home'), sketchMove({ do: 'tap', selector: 'view{茶壶}', text: '茶壶' }, records))
  const asks = after({ records: [finger('茶壶'), call('request', { cause: tapped() })] })
  const signs = after({ records: [finger('茶壶'), call('showModal', { cause: tapped() })] })
  const draws = after({ screen: { texts: ['茶壶', '已选'], tappables: ['茶壶'] } })
  expect([asks, signs, draws].map((pass) => noticed(pass, last(pass)))).toEqual([false, true, true])
  expect([asks, draws].map((pass) => changed(pass, last(pass)))).toEqual([false, true])
  // a row that is marked by its class alone, and one that is not
  const marked = (looks: string) =>
    sketchPass(
      {},
      sketchMove(
        { do: 'open', route: 'pages/home/home', query: '' },
        { screen: { texts: ['茶壶'], tappables: ['茶壶'], state: { looks: 'row' } } },
      ),
      sketchMove(
        { do: 'tap', selector: 'view{茶壶}', text: '茶壶' },
        { screen: { texts: ['茶壶'], tappables: ['茶壶'], state: { looks } } },
      ),
    )
  expect([marked('row'), marked('row on')].map((pass) => changed(pass, last(pass)))).toEqual([false, true])
})
test('scrolling is no wish, and a timer after a tap on the same page is the tap’s', () => {
  const by = (cause: ReturnType<typeof tapped>) =>
    unasked(sketchPass({}, sketchMove({ do: 'launch' }, { records: [call('getLocation', { cause })] })).records[0] as never)
  expect(by(lifecycle('onLoad', 'setTimeout 10'))).toBe(true)
  expect(by({ ...tapped(3), chain: ['onPageScroll'] })).toBe(true)
  expect(by({ ...tapped(3), tap: null, chain: ['tap', 'setTimeout 5000'] })).toBe(false)
})
test('what the code says and a run shows of one line is one finding with both witnesses', () => {
  const told: { message: string; detail: Detail }[] = []
  const both = joined(program, (message: string, detail: Detail) => void told.push({ message, detail }))
  const at = { file: 'pages/home/home.js', start: 20, end: 30 }
  const path = { kind: 'call-path' as const, steps: [] }
  const steps = { kind: 'steps' as const, pass: 'sweep', move: 1, steps: [] }
  both.say('jump', { at, verdict: 'review', witness: path })
  both.show('jump', { at: { ...at, start: 25 }, witness: steps })
  both.show('jump', { at: { file: 'pages/item/item.js', start: 0, end: 1 }, witness: steps })
  both.done()
  expect(told.map(({ detail }) => [detail.verdict ?? 'violation', detail.witness?.kind, detail.played?.kind])).toEqual([
    ['violation', 'call-path', 'steps'],
    ['violation', 'steps', undefined],
  ])
})
test('words are found where the page writes them', () => {
  expect(writtenAt(program, 'pages/about/about', '关于我们')?.file).toBe('pages/about/about.wxml')
  expect(writtenAt(program, 'pages/about/about', '没有写过')).toBeNull()
})
