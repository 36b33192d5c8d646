import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lexicon } from './index.ts'
import { needed, sieveOf } from './sieve.ts'

describe('what an expression cannot match without', () => {
  it('is told out of alternatives, groups and repetitions', () => {
    expect(needed('禁毒|普法')).toEqual([['禁毒', '普法']])
    expect(needed('(?:加|进)群')).toEqual([['加群', '进群']])
    expect(needed('(?:猫|狗).{0,8}(?:带走|接走)')).toEqual([
      ['带走', '接走'],
      ['猫', '狗'],
    ])
    expect(needed('(?:微信)?号[是为]')).toEqual([['号是', '号为', '微信号是', '微信号为']])
  })
  it('is nothing where it may be anything', () => {
    for (const source of ['[元块¥]', '微信|[a-z]+', '(?:微信)?', '(?:微信){0,3}', '(?=微信)', '\\d{5}', 'VX', '[^群]'])
      expect(needed(source), source).toEqual([])
  })
})

describe('the sieve', () => {
  const sources = ['禁毒|普法|第[一二]{1,2}条', '(?:分享|转发)(?:到|给)?.{0,6}群', '(?<![千])勿', '(?:加|进)q?群', '[a-z]{3}']
  const expressions = sources.map((source) => new RegExp(source, 'u'))
  const sieve = sieveOf(sources)
  it('lets pass whatever can match, wherever it stands', () => {
    const text = fc.string({
      unit: fc.constantFrom('禁', '毒', '普', '法', '第', '一', '条', '分', '享', '到', '群', '勿', '加', 'q', 'a'),
      maxLength: 300,
    })
    fc.assert(
      fc.property(text, fc.nat(300), fc.nat(200), (whole, from, size) => {
        const start = Math.min(from, whole.length)
        const end = Math.min(whole.length, start + size)
        const sifting = sieve.sifting(whole)
        for (const [number, expression] of expressions.entries())
          if (end > start && expression.test(whole.slice(start, end))) expect(sifting.may(number, start, end)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
  it('keeps back what lacks its words', () => {
    const sifting = sieve.sifting('今天天气很好')
    expect(expressions.map((_, number) => sifting.may(number, 0, 6))).toEqual([false, false, false, false, true])
  })
  it('knows something of nearly all patterns of the lexicons', () => {
    const all = lexicon().entries.flatMap(({ patterns }) => patterns ?? [])
    expect(all.filter((source) => needed(source).length === 0).length).toBeLessThan(all.length / 10)
  })
})
