import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readJson } from './json.ts'
import type { Problem } from './types.ts'

const read = (text: string) => {
  const problems: Problem[] = []
  const document = readJson('app.json', text, (problem) => problems.push(problem))
  const excerpts = problems.map((problem) => `${problem.kind} ${text.slice(problem.at.start, problem.at.end)}`)
  return { document, problems, excerpts, plain: JSON.parse(JSON.stringify(document.value)) }
}

describe('readJson', () => {
  test('gives the places of values and keys', () => {
    const text = '{ "pages": ["pages/a/a", "pages/b/b"], "window": {"title": "茶"} }'
    const { document } = read(text)
    const slice = (span: { start: number; end: number } | undefined) => span && text.slice(span.start, span.end)
    expect(slice(document.at(['pages', 1]))).toBe('"pages/b/b"')
    expect(slice(document.at(['window', 'title']))).toBe('"茶"')
    expect(slice(document.keyAt(['window', 'title']))).toBe('"title"')
    expect(document.at(['pages', 2])).toBeUndefined()
    expect(document.keyAt(['nothing', 'here'])).toBeUndefined()
  })

  test('tolerates comments and trailing commas, and says where they stand', () => {
    const { plain, excerpts } = read('{\n  // the pages\n  "pages": ["a",],\n}')
    expect(plain).toEqual({ pages: ['a'] })
    expect(excerpts).toEqual(['json-comment // the pages', 'json-trailing-comma ,', 'json-trailing-comma ,'])
  })

  test('reports a key that stands twice; the last one counts', () => {
    const text = '{"pages": ["a"], "pages": ["b"]}'
    const { plain, problems } = read(text)
    expect(plain).toEqual({ pages: ['b'] })
    expect(problems).toMatchObject([{ kind: 'json-duplicate-key', at: { start: text.lastIndexOf('"pages"') } }])
  })

  test('keeps __proto__ from ever reaching an object', () => {
    const { document, excerpts } = read('{"__proto__": {"polluted": true}, "constructor": 1, "window": {"__proto__": 2}}')
    expect(excerpts).toEqual(['json-dangerous-key "__proto__"', 'json-dangerous-key "constructor"', 'json-dangerous-key "__proto__"'])
    expect(Object.getPrototypeOf(document.value)).toBeNull()
    const copy = Object.assign({}, document.value) as Record<string, unknown>
    expect(copy['polluted']).toBeUndefined()
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype)
  })

  test.each([
    ['{"pages": ["a" "b"]}', { pages: ['a', 'b'] }],
    ['{"a": 1 "b": 2}', { a: 1, b: 2 }],
    ["{pages: ['a']}", { pages: ['a'] }],
    ['{"a": {"b": [1, 2', { a: { b: [1, 2] } }],
    ['{"a": , "b": 2}', { b: 2 }],
    ['{"a", "b": 2}', { b: 2 }],
    ['{"a": 1}}', { a: 1 }],
    ['[1, }', [1]],
  ])('reads what can be read of %s', (text, value) => {
    const { plain, problems } = read(text)
    expect(plain).toEqual(value)
    expect(problems.some(({ kind, hides }) => kind === 'json-syntax' && hides)).toBe(true)
  })

  test('an empty file has no value and says so', () => {
    expect(read(' \n')).toMatchObject({ plain: null, problems: [{ kind: 'json-syntax', data: { reason: 'empty' } }] })
  })

  test('stops at a depth, not at the end of the stack', () => {
    const { problems, document } = read('{"a":' + '['.repeat(200_000) + ']'.repeat(200_000) + ', "b": 1}')
    expect(problems).toMatchObject([{ kind: 'nested-too-deep', hides: true }])
    expect((document.value as { b: number }).b).toBe(1)
  })

  test('does not read what is far too large', () => {
    expect(read(`"${'x'.repeat(5_000_000)}"`)).toMatchObject({ plain: null, problems: [{ kind: 'too-large' }] })
  })

  test('agrees with JSON.parse on every valid text and says nothing about it', () => {
    fc.assert(
      fc.property(fc.json({ depthSize: 'medium' }), (text) => {
        const { plain, problems } = read(text)
        fc.pre(!/__proto__|constructor|prototype/.test(text))
        expect(plain).toEqual(JSON.parse(text))
        expect(problems).toEqual([])
      }),
    )
  })

  test('never throws and keeps places inside the text, whatever stands there', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      "'b'",
      '1',
      '-',
      'null',
      'tru',
      '//',
      '/*',
      '*/',
      '\n',
      '\\u',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('')
        for (const { at } of read(text).problems) {
          expect(at.start).toBeGreaterThanOrEqual(0)
          expect(at.end).toBeGreaterThanOrEqual(at.start)
          expect(at.end).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: 500 },
    )
  })
})
