import { expect, test } from 'vitest'
import { collectors } from '../check/collectors.ts'
import { check } from '../check/index.ts'
import { interpret } from '../program/interpret/index.ts'
import { loadProgram } from '../program/load.ts'
import { memoryFiles } from '../program/memory.ts'
import { loadRulebook } from '../rulebook/index.ts'
import { rules } from '../rules/generated/index.ts'
import { collectCopy } from './copy.ts'
import { pictureUse, withPictureCopy } from './picture-copy.ts'
import { sketchPicture, sketchPictures } from './pictures/index.ts'

const program = (template: string, more: Readonly<Record<string, string>> = {}) =>
  loadProgram(
    memoryFiles({
      'app.json': '{"pages":["pages/a/a","pages/b/b"]}',
      'app.js': 'App({})',
      'pages/a/a.js': 'Page({})',
      'pages/a/a.wxml': template,
      'pages/b/b.js': "Page({ data: { cover: '/images/cover.png' } })",
      'pages/b/b.wxml': '<image src="{{cover}}"/>',
      ...more,
    }),
    { root: '', platform: 'wechat' },
  )

test('a picture is used where its name stands, templates first, and by whom', () => {
  const model = program('<image src="../../images/cover.png"/>', { 'pages/a/a.wxss': '.x { background: url(/images/Cover.PNG) }' })
  const { at, units } = pictureUse(model, 'images/cover.png')
  expect(at.map(({ file }) => file)).toEqual(['pages/a/a.wxml', 'pages/b/b.js', 'pages/a/a.wxss'])
  expect(units).toEqual(['pages/a/a', 'pages/b/b'])
  expect(pictureUse(model, 'images/other.png')).toEqual({ at: [], units: [] })
})

test('its words are copy with the picture and the box as their place; unsure ones are left out, unused ones are out of reach', () => {
  const model = program('<image src="/images/cover.png"/>')
  const pictures = sketchPictures(
    {
      ...sketchPicture('images/cover.png', { lines: ['会员日全场八折'] }),
      lines: [
        { text: '会员日全场八折', confidence: 90, box: [10, 20, 140, 22] },
        { text: '乱码文字', confidence: 48, box: [0, 0, 9, 9] },
      ],
    },
    sketchPicture('images/old.png', { lines: ['旧版活动说明'] }),
  )
  const plain = collectCopy(model, interpret(model))
  const added = withPictureCopy(model, plain, pictures).copies.slice(plain.copies.length)
  expect(added).toMatchObject([
    {
      text: '会员日全场八折',
      via: 'image',
      at: { file: 'images/cover.png', box: [10, 20, 140, 22] },
      units: ['pages/a/a', 'pages/b/b'],
      reachable: true,
    },
    { text: '旧版活动说明', via: 'image', reachable: false },
  ])
})

const judged = (template: string, lines: readonly string[]) =>
  check({
    program: program(template),
    rules,
    rulebook: loadRulebook(),
    collectors,
    pictures: {
      status: 'collected',
      by: { collector: 'pictures', at: '2026-11-21' },
      value: sketchPictures(sketchPicture('images/cover.png', { lines })),
    },
    only: new Set(['gambling-copy']),
    digest: '',
    version: '0',
    at: '2026-11-21',
  }).run.findings.map(({ verdict, places: [place] }) => [verdict, place && 'file' in place ? place.file : ''])

test('words in pictures alone are for a human, however many; what the text says by itself stays a violation', () => {
  const bad = ['网上赌场', '真人百家乐投注', '立即下注 提现秒到']
  expect(judged('<image src="/images/cover.png"/>', bad)).toEqual([['review', 'images/cover.png']])
  const said = judged('<view>网上赌场，真人百家乐投注，立即下注</view><button>立即下注</button>', [])
  expect(said).toEqual([['violation', 'pages/a/a.wxml']])
  expect(judged('<view>网上赌场，真人百家乐投注，立即下注</view><button>立即下注</button><image src="/images/cover.png"/>', bad)).toEqual(
    said,
  )
  expect(judged('<image src="/images/cover.png"/>', ['周末读书会', '二楼阅览室'])).toEqual([])
})
