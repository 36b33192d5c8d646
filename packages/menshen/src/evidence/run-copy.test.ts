import { describe, expect, test } from 'vitest'
import { interpret } from '../program/interpret/index.ts'
import { loadProgram } from '../program/load.ts'
import { memoryFiles } from '../program/memory.ts'
import { collectCopy } from './copy.ts'
import { withRunCopy } from './run-copy.ts'
import { answered, call, sketchMove, sketchPass, sketchRun } from './run-sketch.ts'

const program = loadProgram(
  memoryFiles(
    {
      'app.json': '{"pages":["pages/a/a"]}',
      'app.js': 'App({})',
      'pages/a/a.wxml': '<view class="t">早市</view>\n<text>{{word}}</text>\n<view>还剩 {{n}} 份</view>',
      'pages/a/a.js':
        'Page({ data: { word: "", n: 0 }, onLoad() { wx.request({ url: "https://a.example", success: (r) => this.setData(r.data) }) } })',
    },
    'morning',
  ),
  { root: '', platform: 'wechat' },
)
const interpretation = interpret(program)
const copy = collectCopy(program, interpretation)
const open = { do: 'open', route: 'pages/a/a', query: '' } as const
const after = (texts: readonly (string | { text: string; tag?: string })[], records: Parameters<typeof sketchMove>[1] = {}) =>
  withRunCopy(program, interpretation, copy, sketchRun(sketchPass({}, sketchMove(open, { ...records, screen: { texts } })))).copies.filter(
    ({ via }) => via === 'run',
  )

describe('texts that only a run shows', () => {
  test('should stand at the element that showed them', () => {
    const [one] = after(['早市', { text: '下注翻倍', tag: 'text' }])
    expect(one).toMatchObject({ text: '下注翻倍', carrier: 'text', units: ['pages/a/a'], seen: { move: 0 } })
    expect(program.files.text(one!.at.file)?.slice(one!.at.start, one!.at.end)).toContain('word')
  })
  test('should leave out what the source says already, holes filled', () => {
    expect(after(['早市', '还剩 12 份'])).toEqual([])
  })
  test('should leave out what we typed, and what hangs on an answer that nobody gave', () => {
    expect(after(['门神测试甲 今天的云很好看'])).toEqual([])
    expect(after(['下注翻倍'], { records: [answered('https://a.example', { source: 'missing' })] })).toEqual([])
  })
  test('should hear what dialogs say', () => {
    const records = { records: [call('showModal', { at: 'pages/a/a.js:1:60', args: { title: '恭喜', content: '打开淘宝领取' } })] }
    expect(after(['早市'], records).map(({ text, slot }) => `${slot} ${text}`)).toEqual(['title 恭喜', 'content 打开淘宝领取'])
  })
})
