import { expect, test } from 'vitest'
import { interpret } from '../program/interpret/index.ts'
import { loadProgram } from '../program/load.ts'
import { memoryFiles } from '../program/memory.ts'
import { collectCopy } from './copy.ts'

const copyOf = (view: string, script = 'Page({})') => {
  const program = loadProgram(
    memoryFiles({ 'app.json': JSON.stringify({ pages: ['a/a'] }), 'app.js': 'App({})', 'a/a.wxml': view, 'a/a.js': script }),
    { root: '' },
  )
  return collectCopy(program, interpret(program))
}
const wordsOf = (view: string, script?: string) =>
  copyOf(view, script)
    .terms.filter(({ match }) => match.strength !== null)
    .map(({ match }) => match.term)

test('rich text is read with its character references', () => {
  expect(wordsOf('<rich-text nodes="&amp;#36172;&lt;b&gt;博&lt;/b&gt;"></rich-text>')).toEqual([])
  const { copies } = copyOf('<rich-text nodes="{{html}}"></rich-text>', "Page({ data: { html: '<p>&#36172;&#x535a;&nbsp;网站</p>' } })")
  expect(copies.map(({ text }) => text)).toContain('赌博 网站')
})

test('a word that is split over inline texts is found once, with the text that it begins in', () => {
  const view = '<view><text>腾讯</text><text>战略合作伙伴</text></view>'
  const { terms } = copyOf(view)
  const found = terms.filter(({ match }) => match.entry.list === 'endorsed')
  expect(found).toHaveLength(1)
  expect(found[0]?.copy.text).toBe('腾讯')
})

test('a repeated inline text is one line', () => {
  expect(
    wordsOf('<view><text wx:for="{{p}}">{{item}}</text></view>', "Page({ data: { p: ['由腾讯', '出品', '，好用'] } })").length,
  ).toBeGreaterThan(0)
})

test('labels that stand apart make no combination', () => {
  expect(wordsOf('<view><button>分享</button><button>查看答案</button></view>')).toEqual([])
})
