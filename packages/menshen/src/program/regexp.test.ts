import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundedRegExp } from './regexp.ts'

const SOURCES = [
  'index\\.js$',
  '^pages/(a|b)/.*\\.(wxml|js)$',
  'test',
  '^$',
  'a{2,3}b?c+',
  '(?:ab|a)*c',
  '[^/]+/[a-c\\d_-]*\\.png',
  '^(?:demo-)?[\\w]+\\s?x',
  '(a|)+b',
  'a+?b',
  '.*',
  '(a*)*$',
]

test.each(SOURCES)('%s matches what a RegExp matches', (source) => {
  const mine = boundedRegExp(source)!
  const theirs = new RegExp(source, 'i')
  const piece = fc.constantFrom(
    'a',
    'b',
    'c',
    'A',
    '/',
    '.',
    'js',
    'index.js',
    'pages/a/',
    'x',
    '_',
    '-',
    '1',
    ' ',
    '\n',
    'demo-',
    '.png',
    '.wxml',
    'test',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join('')
      expect(mine(text)).toBe(theirs.test(text))
    }),
    { numRuns: 300 },
  )
})

test.each(['(?=a)b', '(a)\\1', '\\bword', 'a)', '(a', '[a', '*a', 'a{3,1}', '(((a{90}){90}){90})', 'x'.repeat(301)])(
  'refuses %s',
  (source) => {
    expect(boundedRegExp(source)).toBeNull()
  },
)

test('takes no longer for a hostile expression', () => {
  expect(boundedRegExp('^(a+)+$')!('a'.repeat(500) + '!')).toBe(false)
  expect(boundedRegExp('a*a*a*a*a*a*a*a*b')!('a'.repeat(500))).toBe(false)
}, 3000)
