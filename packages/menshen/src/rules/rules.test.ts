/** Every example of every rule, through the whole engine; and what holds for all rules. */
import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { collectors } from '../check/collectors.ts'
import { type CheckRun, check, type Finding } from '../check/index.ts'
import { LISTING_FILE, readListing } from '../evidence/listing.ts'
import { linesOf } from '../program/lines.ts'
import { loadProgram } from '../program/load.ts'
import { memoryFiles } from '../program/memory.ts'
import type { Files } from '../program/types.ts'
import { loadRulebook } from '../rulebook/index.ts'
import { rules } from './generated/index.ts'
import type { Example, Rule, Text } from './kit.ts'

const rulebook = loadRulebook()
const TEMPLATE = /\.(wxml|ttml)$/

/** The files of an example; app.json lists every template under pages/ when the example has none of its own. */
const filesOf = (example: Example): Files => {
  const pages = Object.keys(example.files).filter((path) => TEMPLATE.test(path) && path.startsWith('pages/'))
  return memoryFiles(
    {
      'app.json': JSON.stringify({ pages: pages.map((path) => path.replace(TEMPLATE, '')) }),
      'app.js': 'App({})',
      ...example.files,
      ...(example.listing ? { [LISTING_FILE]: JSON.stringify(example.listing) } : {}),
    },
    'example',
  )
}

const run = (id: string, rule: Rule, example: Example): { readonly run: CheckRun; readonly files: Files } => {
  const files = filesOf(example)
  const platform = example.platform ?? (Object.keys(example.files).some((path) => path.endsWith('.ttml')) ? 'douyin' : 'wechat')
  const program = loadProgram(files, { root: '', platform })
  const listing = readListing(files, '')
  return {
    run: check({
      program,
      rules: new Map([[id, rule]]),
      rulebook,
      collectors,
      listing,
      run: example.run && { status: 'collected', by: { collector: 'run', at: '2026-11-21' }, value: example.run },
      pictures: example.pictures && { status: 'collected', by: { collector: 'pictures', at: '2026-11-21' }, value: example.pictures },
      aide: example.aide && { status: 'collected', by: { collector: 'aide', at: '2026-11-21' }, value: example.aide },
      digest: '',
      version: '0',
      at: '2026-11-21',
    }).run,
    files,
  }
}

/** What an expectation speaks of, so that both sides can be compared as they print. */
const pointed = (finding: Finding, files: Files) => {
  const [place] = finding.places
  if (!place) throw new Error('a finding without a place')
  if ('listing' in place) return { message: finding.message.id, listing: place.listing, verdict: finding.verdict }
  if (!('file' in place)) return { message: finding.message.id, page: place.page, selector: place.selector, verdict: finding.verdict }
  const table = linesOf(files, place.file)
  const excerpt = table.text.slice(table.offset(place.start), table.offset(place.end))
  return { message: finding.message.id, file: place.file, excerpt, verdict: finding.verdict }
}
const line = (value: object) => JSON.stringify(value, Object.keys(value).sort())

const HAN = /\p{Script=Han}/u
const inBothLanguages = (text: Text) => {
  expect(text.zh, 'Chinese').toMatch(HAN)
  expect(text.en, 'English').toMatch(/[a-z]/i)
  expect(text.zh).not.toBe(text.en)
}

test('the table of rules holds every rule folder', () => {
  const folders = readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'generated')
    .map((entry) => entry.name)
  expect([...rules.keys()]).toEqual(folders.sort())
})

for (const [id, rule] of rules) {
  describe(id, async () => {
    const { examples } = (await import(`./${id}/examples.ts`)) as { readonly examples: readonly Example[] }

    test('should be a noun phrase in kebab case', () => {
      expect(id).toMatch(/^[a-z]+(-[a-z0-9]+)+$/)
      expect(id).not.toMatch(/^(no|dont|avoid|require|must|check|detect|find|disallow|prefer|use|ensure|forbid|is|has)-/)
    })
    test('should cite clauses that exist, and not only later ones when a seed clause says the same', () => {
      expect(rule.meta.clauses.length).toBeGreaterThan(0)
      expect(rule.meta.clauses.filter((clause) => !rulebook.find(clause))).toEqual([])
      expect(new Set(rule.meta.clauses).size).toBe(rule.meta.clauses.length)
      expect(rule.meta.since).toMatch(/^20\d\d-(0[1-9]|1[0-2])$/)
    })
    test('should speak both languages', () => {
      for (const message of Object.values(rule.meta.messages)) {
        for (const text of [message.what, message.why, message.fix]) inBothLanguages(text)
        expect(message.what.en, 'one line without a full stop').not.toMatch(/[.\n]$/)
        expect(message.what.zh, 'one line without a full stop').not.toMatch(/[。\n]$/)
      }
      for (const example of examples) inBothLanguages(example.name)
    })
    test('should have a failing example and a passing twin, and show every message', () => {
      expect(examples.some((example) => example.expect.length > 0)).toBe(true)
      expect(examples.some((example) => example.expect.length === 0)).toBe(true)
      const shown = new Set(examples.flatMap((example) => example.expect.map((one) => one.message)))
      expect([...shown].sort()).toEqual(Object.keys(rule.meta.messages).sort())
    })

    for (const example of examples)
      test(`example: ${example.name.en}`, () => {
        const { run: got, files } = run(id, rule, example)
        expect(got.outcomes[id]?.error).toBeUndefined()
        const found = got.findings.map((finding) => pointed(finding, files))
        // Only what the expectation names is compared; each finding needs an expectation of its own.
        const trimmed = found.map((one) => {
          const match = example.expect.find((wanted) =>
            Object.entries(wanted).every(([key, value]) => (one as Record<string, unknown>)[key] === value),
          )
          return match ? line(match) : line(one)
        })
        expect(trimmed.sort()).toEqual(example.expect.map(line).sort())
        for (const finding of got.findings) {
          for (const text of [finding.what, finding.why, finding.mend, ...finding.places.flatMap((place) => place.note ?? [])])
            expect(`${text.zh}${text.en}`, 'unfilled placeholder').not.toMatch(/\{\w+\}/)
          for (const edit of finding.fix?.edits ?? []) expect(files.has(edit.file)).toBe(true)
        }
      })
  })
}
