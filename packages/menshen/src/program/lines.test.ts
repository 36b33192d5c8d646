import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LineTable, linesOf, placeOf } from './lines.ts'
import { memoryFiles } from './memory.ts'

test('counts lines as editors do, whatever ends them', () => {
  const table = new LineTable('one\r\ntwo\nthree\rfour')
  expect(table.count).toBe(4)
  expect([1, 2, 3, 4].map((line) => table.line(line))).toEqual(['one', 'two', 'three', 'four'])
  expect(table.position(5)).toEqual({ line: 2, column: 1 })
  expect(table.position(19)).toEqual({ line: 4, column: 5 })
  expect(table.line(9)).toBe('')
})

test('counts columns in UTF-16 code units', () => {
  expect(new LineTable('茶😀x').position(3)).toEqual({ line: 1, column: 4 })
})

test('moves places outside of the text to its ends', () => {
  const table = new LineTable('ab\ncd')
  expect(table.position(99)).toEqual({ line: 2, column: 3 })
  expect(table.position(-1)).toEqual({ line: 1, column: 1 })
  expect(table.offset({ line: 1, column: 50 })).toBe(2)
  expect(table.offset({ line: 7, column: 1 })).toBe(3)
})

test('leads back to the offset it came from', () => {
  const text = fc.array(fc.constantFrom('a', '\n', '\r\n', '\r', '茶'), { maxLength: 60 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, fc.nat(60), (content, wanted) => {
      const offset = Math.min(wanted, content.length)
      // between \r and \n there is no place of its own
      fc.pre(!(content[offset] === '\n' && content[offset - 1] === '\r'))
      const table = new LineTable(content)
      expect(table.offset(table.position(offset))).toBe(offset)
    }),
  )
})

test('keeps one table for each file', () => {
  const files = memoryFiles({ 'a.js': 'x\ny' })
  expect(linesOf(files, 'a.js')).toBe(linesOf(files, 'a.js'))
  expect(placeOf(files, { file: 'a.js', start: 2, end: 3 })).toEqual({
    file: 'a.js',
    start: { line: 2, column: 1 },
    end: { line: 2, column: 2 },
  })
  expect(linesOf(files, 'missing.js').count).toBe(1)
})
