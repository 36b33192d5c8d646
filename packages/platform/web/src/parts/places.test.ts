import { describe, expect, test } from 'vitest'
import { placeOf, placesOf, placeText, witnessOf } from './places.ts'

describe('places of findings', () => {
  test('should read the three kinds the engine gives', () => {
    expect(placeOf({ file: 'a.js', start: { line: 3, column: 2 }, end: { line: 5, column: 1 } })).toEqual({
      kind: 'file',
      file: 'a.js',
      line: 3,
      endLine: 5,
      column: 2,
      note: null,
    })
    expect(placeOf({ page: 'pages/a', selector: '.b', box: [1, 2, 3, 4], step: 2 })).toMatchObject({
      kind: 'page',
      box: [1, 2, 3, 4],
      step: 2,
    })
    expect(placeText(placeOf({ listing: 'name' })!, '资料')).toBe('资料 name')
  })
  test('should leave out what it cannot read rather than guess', () => {
    expect(placesOf([null, 7, 'x', [], {}, { file: 'a.js' }, { page: 3 }, { file: 'a.js', start: { line: 1 } }])).toHaveLength(1)
    expect(placeOf({ page: 'p', box: [1, 2, 'x', 4] })).toMatchObject({ box: null })
  })
  test('should keep the steps of a witness that say something', () => {
    const read = witnessOf({ kind: 'steps', pass: 'taps', move: 4, steps: [{ text: { zh: '点', en: 'tap' } }, { text: 'x' }, null] })
    expect(read).toMatchObject({ kind: 'steps', pass: 'taps', move: 4 })
    expect(read?.steps).toHaveLength(1)
    expect(witnessOf({ steps: [] })).toBeNull()
  })
})
