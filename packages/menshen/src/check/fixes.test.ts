import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planFixes, unifiedDiff } from './fixes.ts'
import type { Finding, Fix, TextEdit } from './types.ts'

const both = { zh: '改', en: 'mend' }
const finding = (edits: readonly TextEdit[], more: Partial<Finding> = {}, kind: Fix['kind'] = 'safe') =>
  ({ rule: 'a-rule', fingerprint: JSON.stringify(edits), fix: { kind, title: both, edits }, ...more }) as unknown as Finding
const edit = (start: number, end: number, text: string, file = 'a.txt'): TextEdit => ({ file, start, end, text })
const plan = (findings: readonly Finding[], files: Readonly<Record<string, string>>) => planFixes(findings, (file) => files[file])

describe('safe fixes', () => {
  test('are carried out together, those that touch another are kept for later', () => {
    const { patches, mended, postponed } = plan(
      [finding([edit(0, 1, 'A')]), finding([edit(4, 5, 'E')]), finding([edit(1, 3, 'x')]), finding([edit(2, 3, 'C'), edit(4, 4, '!')])],
      { 'a.txt': 'abcde' },
    )
    expect(patches.map((patch) => patch.after)).toEqual(['AbcdE'])
    expect([mended.length, postponed]).toEqual([2, 2])
  })
  test('that are the same edit mend both findings, and a fix over several files is one thing', () => {
    const { patches, mended } = plan([finding([edit(0, 0, 'x')]), finding([edit(0, 0, 'x'), edit(1, 2, 'B', 'b.txt')])], {
      'a.txt': 'a',
      'b.txt': 'ab',
    })
    expect(patches.map((patch) => [patch.file, patch.after])).toEqual([
      ['a.txt', 'xa'],
      ['b.txt', 'aB'],
    ])
    expect(mended).toHaveLength(2)
  })
  test('leave alone what is only suggested, set aside, outside of the text or of the program, or in its own way', () => {
    const files = { 'a.txt': 'abc' }
    for (const one of [
      finding([edit(0, 1, 'x')], {}, 'suggested'),
      finding([edit(0, 1, 'x')], { setAside: { by: 'ignore', reason: 'known' } }),
      finding([edit(2, 4, 'x')]),
      finding([edit(2, 1, 'x')]),
      finding([edit(0, 1, 'x', '../b.txt')]),
      finding([edit(0, 2, 'x'), edit(1, 3, 'y')]),
      finding([edit(0, 1, 'a')]),
    ])
      expect(plan([one], files).patches).toEqual([])
  })
})

describe('the diff', () => {
  test('shows what changes with a little around it', () => {
    const [patch] = plan([finding([edit(8, 9, 'X')])], { 'a.txt': '1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n' }).patches
    expect(unifiedDiff(patch!)).toBe('--- a/a.txt\n+++ b/a.txt\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+X\n 6\n 7\n 8\n')
  })
  test('is one that git applies, whatever is edited', () => {
    const top = mkdtempSync(join(tmpdir(), 'menshen-diff-'))
    const file = 'pages/a.txt'
    const line = fc.constantFrom('', 'a', 'bb', '你好', '  x', '\r')
    const text = fc.tuple(fc.array(line, { maxLength: 30 }), fc.boolean()).map(([lines, end]) => lines.join('\n') + (end ? '\n' : ''))
    const change = fc.record({ at: fc.nat(120), length: fc.nat(6), text: fc.constantFrom('', 'new', '新\n行', '\n', 'x\n\ny') })
    try {
      mkdirSync(dirname(join(top, file)), { recursive: true })
      fc.assert(
        fc.property(text, fc.array(change, { minLength: 1, maxLength: 4 }), (before, changes) => {
          const findings = changes.map((one) => {
            const start = Math.min(one.at, before.length)
            return finding([edit(start, Math.min(start + one.length, before.length), one.text, file)])
          })
          const [patch] = plan(findings, { [file]: before }).patches
          if (!patch) return
          writeFileSync(join(top, file), before)
          execFileSync('git', ['apply', '--unidiff-zero', '--whitespace=nowarn', '-'], {
            cwd: top,
            input: unifiedDiff(patch),
            stdio: 'pipe',
          })
          expect(readFileSync(join(top, file), 'utf8')).toBe(patch.after)
        }),
        { numRuns: 60, seed: 7 },
      )
    } finally {
      rmSync(top, { recursive: true, force: true })
    }
  })
})
