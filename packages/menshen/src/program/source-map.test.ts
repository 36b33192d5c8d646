import { describe, expect, it } from 'vitest'
import { memoryFiles } from './memory.ts'
import { originalOf } from './source-map.ts'
import type { Span } from './types.ts'

const maps = (files: Record<string, string>, root = '') => {
  const all = memoryFiles(files)
  return { original: (at: Span) => originalOf(all, root, at) }
}
const span = (file: string, start: number): Span => ({ file, start, end: start + 1 })
/** Line 1: column 0 is src/a.vue 3:1, column 9 is src/b.ts 5:3. Line 3: column 2 goes on from there to 6:1. */
const map = (more: object = {}) =>
  JSON.stringify({
    version: 3,
    sources: ['webpack:///./src/a.vue?4f2c', 'webpack:///./src/b.ts'],
    names: [],
    mappings: 'AAEA,SCEE;;EACF',
    ...more,
  })
const code = 'let one; call()\n\n  next()\n//# sourceMappingURL='

describe('where compiled code was written', () => {
  it('follows a map beside the file, by line and column', () => {
    const m = maps({ 'p/a.js': `${code}a.js.map`, 'p/a.js.map': map() })
    expect(m.original(span('p/a.js', 4))).toEqual({ file: 'src/a.vue', line: 3, column: 1 })
    expect(m.original(span('p/a.js', 12))).toEqual({ file: 'src/b.ts', line: 5, column: 3 })
    expect(m.original(span('p/a.js', 19))).toEqual({ file: 'src/b.ts', line: 6, column: 1 })
  })
  it('has nothing to say of a line or column that the map leaves out', () => {
    const m = maps({ 'a.js': `${code}a.js.map`, 'a.js.map': map() })
    expect(m.original(span('a.js', 16))).toBeNull()
    expect(m.original(span('a.js', 17))).toBeNull()
  })
  it('reads a map out of the file, and one that lies outside the program', () => {
    const inside = maps({ 'a.js': `${code}data:application/json;base64,${btoa(map())}` })
    expect(inside.original(span('a.js', 0))?.file).toBe('src/a.vue')
    const outside = maps({ 'dist/mp/p/a.js': `${code}../../maps/p/a.js.map`, 'dist/maps/p/a.js.map': map() }, 'dist/mp/')
    expect(outside.original(span('dist/mp/p/a.js', 0))?.line).toBe(3)
  })
  it('names sources as the project does', () => {
    const named = (source: string, more: object = {}) =>
      maps({ 'p/a.js': `${code}a.js.map`, 'p/a.js.map': map({ sources: [source, ''], ...more }) }).original(span('p/a.js', 0))?.file
    expect(named('webpack://shop/./src/pages/a.tsx?a295')).toBe('src/pages/a.tsx')
    expect(named(`C:/tools/uniPage:/${btoa('pages/mine/mine.vue')}`)).toBe('pages/mine/mine.vue')
    expect(named('../../src/pages/a.ts')).toBe('src/pages/a.ts')
    expect(named('a.ts', { sourceRoot: 'src' })).toBe('src/a.ts')
    expect(named('', { sources: ['webpack://shop/._src_my_page_a.tsx', 'webpack://shop/./src/my_page/a.tsx?a295'] })).toBe(
      'src/my_page/a.tsx',
    )
  })
  it('gives no answer for maps that are missing, broken, remote or hostile', () => {
    const bad = [
      '{"version":3',
      '{"version":2,"sources":[],"mappings":""}',
      JSON.stringify({ version: 3, sources: ['a'], mappings: 'A!EA' }),
      JSON.stringify({ version: 3, sources: ['a'], mappings: '////////////A' }),
      JSON.stringify({ version: 3, sources: ['a'], mappings: 'AEAA' }),
    ]
    for (const text of bad) expect(maps({ 'a.js': `${code}a.js.map`, 'a.js.map': text }).original(span('a.js', 0)), text).toBeNull()
    expect(maps({ 'a.js': `${code}https://example.com/a.js.map` }).original(span('a.js', 0))).toBeNull()
    expect(maps({ 'a.js': `${code}a.js.map` }).original(span('a.js', 0))).toBeNull()
    expect(maps({ 'a.js': 'let one' }).original(span('a.js', 0))).toBeNull()
  })
})
