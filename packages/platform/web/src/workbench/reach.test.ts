import { expect, test } from 'vitest'
import type { FindingView, Run } from '../../../src/contract/index.ts'
import { pagesOf, reachedIn } from './reach.tsx'

test('pages are those that app.json declares, with those of subpackages', () => {
  expect(
    pagesOf('{"pages":["a/a"],"subPackages":[{"root":"sub/","pages":["b/b"]}],"subpackages":[{"root":"sub","pages":["b/b"]}]}'),
  ).toEqual(['a/a', 'sub/b/b'])
  for (const broken of ['{', 'null', '[]', null, '{"pages":{},"subPackages":[null,{"root":1,"pages":[2]}]}'])
    expect(pagesOf(broken)).toEqual([])
})
test('a page that no pass came to has no moves, and findings count where they stand', () => {
  const move = (n: number, page: string, records: unknown[] = []) => ({
    n,
    said: '',
    step: {},
    purpose: null,
    screens: [{ sha256: null, page }],
    records,
  })
  const pass = (id: string, moves: ReturnType<typeof move>[]) => ({
    id,
    kind: 'sweep',
    profile: 'accept-all',
    server: 'none',
    environment: null,
    moves,
  })
  const run: Run = { passes: [pass('1', [move(0, 'a/a'), move(1, 'c/c', [{ kind: 'error' }]), move(2, 'a/a')]), pass('2', [])] }
  const findings = [
    { places: [{ file: 'a/a.js', start: { line: 1, column: 1 } }] },
    { places: [{ page: 'c/c' }] },
  ] as unknown as FindingView[]
  const rows = reachedIn(run, ['a/a', 'b/b'], findings)
  expect(
    rows.map(({ page, cells, findings: found }) => [page, cells[0]?.moves, cells[0]?.first, cells[0]?.failed, cells[1]?.moves, found]),
  ).toEqual([
    ['a/a', 2, 0, false, 0, 1],
    ['b/b', 0, null, false, 0, 0],
    ['c/c', 1, 1, true, 0, 1],
  ])
})
