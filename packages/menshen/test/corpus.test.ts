/**
 * The labelled programs of corpus/, each through the whole static engine: the fault of a bad one is found at its place,
 * its good twin is not accused of it, and nothing at all is called a violation in the larger clean ones. Programs that
 * only a run can tell apart are judged by bench/corpus, with a browser.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { collectors } from '../src/check/collectors.ts'
import { check, type Finding } from '../src/check/index.ts'
import { LISTING_FILE, readListing } from '../src/evidence/listing.ts'
import { loadProgram } from '../src/program/load.ts'
import { memoryFiles } from '../src/program/memory.ts'
import { loadRulebook } from '../src/rulebook/index.ts'
import { rules } from '../src/rules/generated/index.ts'

interface Label {
  readonly clause: string
  readonly platform: 'wx' | 'tt'
  readonly expect: 'flag' | 'silent' | 'clean'
  readonly where: readonly string[]
  readonly needs: 'static' | 'listing' | 'text' | 'run'
  readonly alsoClauses?: readonly string[]
}

const ROOT = fileURLToPath(new URL('../../../corpus', import.meta.url))
/** How far from the labelled line a finding may stand, in lines. */
const TOLERANCE = 6
/** Clauses that ask for something to be there: where it is missing is a matter of taste. */
const ABSENCE = /^(?:wx-op\/(?:1\.1|3\.2|3\.3|3\.10|9\.3|11\.5|12\.3\.9|14\.6\.[13])|dy-review\/1\.1\.1\.3)$/
const LABEL_FILES = new Set(['expected.json', 'mock.json', 'mock-after.json'])

const rulebook = loadRulebook()
const programsIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory()) return []
    const path = join(folder, entry.name)
    return existsSync(join(path, 'expected.json')) ? [path] : programsIn(path)
  })
const filesIn = (folder: string, under = ''): Record<string, Uint8Array> => {
  const out: Record<string, Uint8Array> = {}
  for (const name of readdirSync(join(folder, under))) {
    const path = under ? `${under}/${name}` : name
    if (statSync(join(folder, path)).isDirectory()) Object.assign(out, filesIn(folder, path))
    else if (!LABEL_FILES.has(path)) out[path] = readFileSync(join(folder, path))
  }
  return out
}
const findingsIn = (folder: string, { platform }: Label): readonly Finding[] => {
  const files = memoryFiles(filesIn(folder), 'program')
  const listing = files.list().includes(LISTING_FILE) ? readListing(files, '') : undefined
  return check({
    program: loadProgram(files, { root: '', platform: platform === 'tt' ? 'douyin' : 'wechat' }),
    rules,
    rulebook,
    collectors,
    ...(listing ? { listing } : {}),
    digest: '',
    version: '0',
    at: '2026-11-21',
  }).run.findings
}

const kin = (a: string, b: string): boolean => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`)
const cites = ({ clauses }: Finding, clause: string): boolean =>
  clauses.some(({ id }) => kin(id, clause) || rulebook.twins(id).some((twin) => kin(twin.id, clause)))
const isNear = ({ places }: Finding, where: readonly string[]): boolean =>
  where.length === 0 ||
  places.some(
    (place) =>
      !('file' in place) ||
      where.some((spot) => {
        const at = spot.lastIndexOf(':')
        return place.file === spot.slice(0, at) && Math.abs(place.start.line - Number(spot.slice(at + 1))) <= TOLERANCE
      }),
  )
const told = (findings: readonly Finding[]) =>
  findings.map(({ rule, verdict, places }) => `${rule} ${verdict} ${JSON.stringify(places[0])}`).join('\n')

const all = programsIn(ROOT)
  .map((folder) => ({
    folder,
    name: relative(ROOT, folder),
    label: JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Label,
  }))
  .filter(({ label }) => label.needs !== 'run' || label.expect === 'clean')
const bad = all.filter(({ label }) => label.expect === 'flag')

test('there are at least 150 pairs over at least 90 clauses', () => {
  expect(bad.length).toBeGreaterThanOrEqual(150)
  expect(new Set(bad.map(({ label }) => label.clause)).size).toBeGreaterThanOrEqual(90)
  for (const { name } of bad)
    expect(
      all.some((one) => one.name === name.replace(/\.bad$/, '.good')),
      name,
    ).toBe(true)
})
describe('bad programs are found out', () => {
  test.each(bad)('$name', ({ folder, label }) => {
    const findings = findingsIn(folder, label)
    const where = ABSENCE.test(label.clause) ? [] : label.where
    const clauses = [label.clause, ...(label.alsoClauses ?? [])]
    const answers = findings.filter((finding) => clauses.some((clause) => cites(finding, clause)) && isNear(finding, where))
    expect(answers.length, told(findings)).toBeGreaterThan(0)
  })
})
describe('their good twins are not accused of it', () => {
  test.each(all.filter(({ label }) => label.expect === 'silent'))('$name', ({ folder, label }) => {
    const accused = findingsIn(folder, label).filter((finding) => finding.verdict === 'violation' && cites(finding, label.clause))
    expect(told(accused)).toBe('')
  })
})
describe('nothing is called a violation in the clean ones', () => {
  test.each(all.filter(({ label }) => label.expect === 'clean'))('$name', ({ folder, label }) => {
    expect(told(findingsIn(folder, label).filter(({ verdict }) => verdict === 'violation'))).toBe('')
  })
})
