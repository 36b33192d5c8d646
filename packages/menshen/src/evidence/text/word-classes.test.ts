import { describe, expect, it } from 'vitest'
import { findTerms, judge, type LexiconRow, loadLexicon } from './index.ts'
import { spelledOut, unknownClass } from './word-classes.ts'

const row = {
  list: 'own',
  clauses: ['wx-op/6.1.11'],
  platforms: ['wechat'],
  strength: 'strong',
  scope: ['any'],
  source: 'operator',
  date: '2026-11-21',
} as const
const lexiconOf = (entry: object) =>
  loadLexicon([
    { format: 'menshen-lexicon/1', theme: 'private', title: { zh: '私有', en: 'private' }, sources: {}, entries: [entry] } as never,
  ])

describe('classes of words', () => {
  it('stand for each of their words, in longer words and in patterns', () => {
    const { terms, patterns } = spelledOut({
      ...row,
      kind: 'pattern',
      terms: ['提了@{cars}'],
      patterns: ['提了@{cars}吧'],
      guard: ['提'],
    } as LexiconRow)
    expect(terms).toContain('提了奔驰')
    expect(new RegExp(patterns![0]!).test('提了宝马吧')).toBe(true)
    const lexicon = lexiconOf({ ...row, kind: 'combo', first: ['青鸾换'], second: ['@{cars}'], window: 8, order: 'then' })
    expect(lexicon.problems).toEqual([])
    expect(findTerms('青鸾换来一辆保时捷', { platform: 'wechat', lexicon }).some(({ entry }) => entry.theme === 'private')).toBe(true)
  })

  it('are asked for by their names', () => {
    expect(unknownClass({ ...row, kind: 'term', terms: ['@{nobody}'] })).toBe('nobody')
    expect(lexiconOf({ ...row, kind: 'term', terms: ['@{nobody}'] }).problems.length).toBe(1)
    expect(spelledOut({ ...row, kind: 'term', terms: ['@未命名'] }).terms).toEqual(['@未命名'])
  })
})

describe('what else a sentence is about', () => {
  const gradeOf = (text: string, platform: 'wechat' | 'douyin' = 'douyin') =>
    judge(findTerms(text, { platform })).find(({ grade }) => grade !== 'hint')?.grade ?? 'none'

  it('pardons a word of its theme', () => {
    const lexicon = lexiconOf({ ...row, kind: 'term', terms: ['青鸾密钥'], unless: ['博物馆'] })
    const strength = (text: string) =>
      findTerms(text, { platform: 'wechat', lexicon }).find(({ entry }) => entry.theme === 'private')?.strength ?? null
    expect(strength('青鸾密钥低价')).toBe('strong')
    expect(strength('博物馆藏品：青鸾密钥')).toBeNull()
    expect(strength('博物馆在东门。青鸾密钥低价')).toBe('strong')
  })

  it.each(['树木认养：每棵 200 元，挂牌养护一年', '兼职骑手招聘，每单 6 元，需健康证', '起名软件：按笔画和寓意查字'])('%s', (text) => {
    expect(gradeOf(text)).toBe('none')
  })
  it.each(['小金毛认养，定金 200 元', '在家兼职，每单 6 元，手机就能做', '宝宝起名，大师亲批'])('%s, on the other hand', (text) => {
    expect(gradeOf(text)).not.toBe('none')
  })

  it('lets a denial behind the first part of a combination deny it', () => {
    expect(gradeOf('小产权房不受法律保护，购房请认准不动产权证')).toBe('none')
  })
})
