import { expect, test } from 'vitest'
import { loadProgram } from '../../program/load.ts'
import { memoryFiles } from '../../program/memory.ts'
import { FormReader } from '../category/forms.ts'
import { unitSources } from '../category/unit-sources.ts'
import { offerTerms } from '../category/words.ts'
import { findTerms } from '../text/index.ts'
import { readBy } from './elsewhere.ts'
import { rememberingReader } from './remembered.ts'

const SENTENCES = ['加微信领红包', '欢迎光临我们的茶馆', '禁止赌博', '分享到三个群即可领取奖品', '塔罗占卜', '在线问诊']
const found = (text: string, around?: string) => findTerms(text, { platform: 'wechat', ...(around === undefined ? {} : { around }) })

test('it finds what would be found without it, at first and again', () => {
  const reader = rememberingReader()
  for (let i = 0; i < 3; i++) {
    for (const text of SENTENCES) {
      expect(readBy(reader, () => found(text))).toEqual(found(text))
      // What stands around a text changes what it means.
      expect(readBy(reader, () => found(text, `谨防骗局：${text}`))).toEqual(found(text, `谨防骗局：${text}`))
    }
    const offers = reader.offers(SENTENCES, 'wechat')
    for (const text of SENTENCES) expect(offers?.get(text)).toEqual(offerTerms(text, 'wechat'))
    reader.turn()
  }
})
test('it looks once at what comes again, and forgets what does not', () => {
  const reader = rememberingReader()
  const look = () => readBy(reader, () => found(SENTENCES[0]!))
  const first = look()
  expect(first).not.toHaveLength(0)
  expect(look()).toBe(first)
  reader.turn()
  expect(look()).toBe(first)
  reader.turn()
  reader.turn()
  expect(look()).not.toBe(first)
})

const program = (fields: string) => {
  const files = memoryFiles({
    'app.json': '{"pages":["pages/a/a","pages/b/b"]}',
    'pages/a/a.json': '{}',
    'pages/a/a.wxml': `<view>{{${fields}}}</view>`,
    'pages/a/a.js': 'Page({})',
    'pages/b/b.json': '{}',
    'pages/b/b.wxml': '<view>{{doctorName}}{{hospital}}{{department}}</view>',
    'pages/b/b.js': 'Page({})',
  })
  return loadProgram(files, { root: '' })
}
test('of forms it reads again what changed, and no more', () => {
  const reader = rememberingReader()
  const plain = (of: ReturnType<typeof program>) => {
    const forms = new FormReader()
    const all = unitSources(of).map(({ sources }) => forms.read(sources))
    return { found: all, left: forms.left }
  }
  const before = program('goodsName}}{{price}}{{cartCount')
  const known = reader.forms(before)
  expect(known).toEqual(plain(before))
  expect(known?.found.some((one) => one.length > 0)).toBe(true)
  const after = program('songName}}{{singer')
  const again = reader.forms(after)
  expect(again).toEqual(plain(after))
  expect(again?.found[1]).toBe(known?.found[1])
  expect(again?.found[0]).not.toBe(known?.found[0])
})
