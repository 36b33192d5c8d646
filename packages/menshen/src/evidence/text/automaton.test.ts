import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { automatonOf, hits, tablesOf } from './automaton.ts'
import { fromBytes, toBytes } from './columns.ts'

/** Every place of every string, looked for one by one. */
const naive = (strings: readonly string[], text: string): readonly string[] =>
  strings.flatMap((one, number) =>
    Array.from({ length: text.length }, (_, at) => (text.startsWith(one, at) ? `${number}:${at + one.length}` : '')).filter(
      (x) => x !== '',
    ),
  )
const searched = (strings: readonly string[], text: string): readonly string[] => {
  const count = automatonOf(tablesOf(strings)).scan(text)
  return Array.from({ length: count }, (_, i) => `${hits.list[2 * i]}:${hits.list[2 * i + 1]}`)
}

describe('the search for many strings at once', () => {
  it('finds what a search for each of them finds', () => {
    const word = (most: number) => fc.string({ unit: fc.constantFrom('a', 'b', '微', '信', '号'), minLength: 1, maxLength: most })
    fc.assert(
      fc.property(fc.uniqueArray(word(5), { maxLength: 30 }), word(60), (strings, text) => {
        expect(searched(strings, text).toSorted()).toEqual(naive(strings, text).toSorted())
      }),
    )
  })

  it('tells them in order of their ends, the longer of two first', () => {
    expect(searched(['信', '微信', '加微信'], '加微信')).toEqual(['2:3', '1:3', '0:3'])
  })

  it('finds more than its list had room for', () => {
    const text = 'ab'.repeat(20_000)
    expect(automatonOf(tablesOf(['a', 'ab', 'b'])).scan(text)).toBe(60_000)
    expect([...hits.list.subarray(119_998, 120_000)]).toEqual([2, 40_000])
  })
})

describe('tables as bytes', () => {
  const table = {
    plain: { 名: ['茶馆'] },
    columns: { a: Int32Array.of(1, -2, 1 << 30), b: Uint16Array.of(65_535, 7, 9), c: Uint8Array.of(255), none: new Int32Array(0) },
  }
  it('come back as they were, wherever the bytes begin', () => {
    const bytes = toBytes(table)
    expect(fromBytes(bytes)).toEqual(table)
    const shifted = new Uint8Array(bytes.length + 3)
    shifted.set(bytes, 3)
    expect(fromBytes(shifted.subarray(3))).toEqual(table)
  })

  it('are read on machines of the other byte order', () => {
    const bytes = toBytes(table)
    const head = new DataView(bytes.buffer)
    const length = head.getUint32(4, true)
    const { columns } = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length)))
    const from = (8 + length + 7) & ~7
    for (const at of [0, 4]) bytes.subarray(at, at + 4).reverse()
    for (const [, kind, offset, count] of columns) {
      const size = { i32: 4, u16: 2, u8: 1 }[kind as 'i32' | 'u16' | 'u8']
      for (let i = 0; i < count; i++) bytes.subarray(from + offset + i * size, from + offset + (i + 1) * size).reverse()
    }
    expect(fromBytes(bytes)).toEqual(table)
  })

  it('refuse what is no table', () => {
    expect(() => fromBytes(new Uint8Array(64))).toThrow('not a table')
  })
})
