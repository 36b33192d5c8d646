import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expandBraces, IgnoreList, matchGlob } from './glob.ts'

describe('matchGlob', () => {
  test.each([
    ['pages/API/**/*.js', 'pages/API/a/b/c.js', true],
    ['pages/API/**/*.js', 'pages/API/c.js', true],
    ['pages/API/**/*.js', 'pages/c.js', false],
    ['*.md', 'README.md', true],
    ['*.md', 'docs/README.md', false],
    ['**', 'a/b/c', true],
    ['a/**/b/**/c', 'a/x/b/y/b/c', true],
    ['img-?[0-9].png', 'img-a7.png', true],
    ['img-?[!0-9].png', 'img-a7.png', false],
    ['a\\*b', 'a*b', true],
    ['a\\*b', 'axb', false],
    ['[', '[', true],
    ['a*b*c', 'aXbYc', true],
    ['a*b*c', 'aXbY', false],
  ])('%s against %s', (pattern, path, matches) => {
    expect(matchGlob(pattern, path)).toBe(matches)
  })

  test('takes no longer for a hostile pattern', () => {
    expect(matchGlob('*a'.repeat(2000) + 'b', 'a'.repeat(20_000))).toBe(false)
    expect(matchGlob('**/a/'.repeat(500) + 'b', 'a/'.repeat(5000))).toBe(false)
  }, 5000)

  test('an escaped path matches itself', () => {
    const segment = fc.string({ minLength: 1, maxLength: 8 }).map((text) => text.replaceAll('/', '-'))
    fc.assert(fc.property(segment, (path) => matchGlob(path.replace(/[\\*?[\]]/g, '\\$&'), path)))
  })
})

test('expandBraces gives every choice, within bounds', () => {
  expect(expandBraces('a.{js,ts}')).toEqual(['a.js', 'a.ts'])
  expect(expandBraces('{a,b}/{c,d}')).toEqual(['a/c', 'a/d', 'b/c', 'b/d'])
  expect(expandBraces('{a,b}'.repeat(20)).length).toBeLessThanOrEqual(64)
})

describe('IgnoreList', () => {
  const list = new IgnoreList('# tools\ndocs/\n*.psd\n/build\n!keep.psd\nsrc/*.bak\n')
  test.each([
    ['docs/a.md', true],
    ['deep/docs/a.md', true],
    ['docs', false],
    ['img/logo.psd', true],
    ['img/keep.psd', false],
    ['build/app.js', true],
    ['pages/build/app.js', false],
    ['src/a.bak', true],
    ['src/deep/a.bak', false],
  ])('%s', (path, ignored) => {
    expect(list.ignoresFile(path)).toBe(ignored)
  })
})
