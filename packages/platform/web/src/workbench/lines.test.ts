import { Chunk } from '@codemirror/merge'
import { Text } from '@codemirror/state'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesOf } from './lines.ts'

/** What the changes make of the first text: the second, if they are right. */
const applied = (a: string, b: string): string => {
  let at = 0
  let text = ''
  let last = 0
  for (const { fromA, toA, fromB, toB } of changesOf(a, b)) {
    expect(fromA).toBeGreaterThanOrEqual(at)
    expect(fromB).toBeGreaterThanOrEqual(last)
    text += a.slice(at, fromA) + b.slice(fromB, toB)
    at = toA
    last = toB
  }
  return text + a.slice(at)
}
const chunks = (a: string, b: string) => Chunk.build(Text.of(a.split('\n')), Text.of(b.split('\n')), { override: changesOf })

describe('what has changed between two files', () => {
  test('should lead from one to the other, whatever they are', () => {
    const line = fc.constantFrom('', 'a', 'b', 'c', 'let a = 1', 'let a = 2', '  }', '😀', '中')
    const file = fc.array(line, { maxLength: 40 }).map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(file, file, (a, b) => applied(a, b) === b),
      { numRuns: 2000 },
    )
  })
  test('should be seen one by one in a file with five thousand changed lines', () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => (i % 7 === 0 ? '}' : `  const value${i} = read(${i})`))
    const changed = lines.map((line, i) => (i % 4 === 1 && line !== '}' ? line.replace('read', 'write') : line))
    const [a, b] = [lines.join('\n'), changed.join('\n')]
    const count = lines.filter((line, i) => line !== changed[i]).length
    expect(count).toBeGreaterThan(4000)
    expect(chunks(a, b)).toHaveLength(count)
    expect(applied(a, b)).toBe(b)
  })
  test('should show what was put in, where no line stands alone', () => {
    const lines = Array.from({ length: 300 }, (_, i) => (i % 2 === 0 ? '{' : '}'))
    const b = [...lines.slice(0, 150), 'new', ...lines.slice(150)].join('\n')
    expect(chunks(lines.join('\n'), b)).toHaveLength(1)
    expect(changesOf(lines.join('\n'), b)).toMatchObject([{ toB: expect.any(Number) }])
    expect(changesOf('same\n', 'same\n')).toEqual([])
  })
  test('should take long lines whole, and stay with characters in short ones', () => {
    const long = 'x'.repeat(50_000)
    expect(changesOf(`a\n${long}`, `a\n${long}y`)).toMatchObject([{ fromA: 2, toA: 50_002 }])
    expect(changesOf('one\nread(a)\ntwo', 'one\nread(b)\ntwo')).toMatchObject([{ fromA: 9, toA: 10, fromB: 9, toB: 10 }])
  })
})
