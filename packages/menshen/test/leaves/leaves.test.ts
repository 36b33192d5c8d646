/** Every text leaf of the copy chapters, bad and good texts in pages: how many are found, and how many good ones are accused. */
import { expect, test } from 'vitest'
import { collectors } from '../../src/check/collectors.ts'
import { check } from '../../src/check/index.ts'
import { loadProgram } from '../../src/program/load.ts'
import { memoryFiles } from '../../src/program/memory.ts'
import { loadRulebook } from '../../src/rulebook/index.ts'
import { rules } from '../../src/rules/generated/index.ts'
import { AGAIN } from './again.cases.ts'
import { BLIND } from './blind.cases.ts'
import { BORDERS } from './borders.cases.ts'
import { DISGUISED } from './disguised.cases.ts'
import { EVERYDAY } from './everyday.cases.ts'
import { HARMLESS } from './harmless.cases.ts'
import { LEAVES, type LeafText, leafTexts } from './leaves.ts'
import { ROUNDABOUT } from './roundabout.cases.ts'
import { THIRD } from './third.cases.ts'
import { TOLD_OTHERWISE } from './told-otherwise.cases.ts'
import { UNSEEN } from './unseen.cases.ts'

const rulebook = loadRulebook()
/** Rules about anything but words would only take time: no text is about a run or a missing page. */
const words = new Map([...rules].filter(([, rule]) => rule.meta.needs.includes('copy')))
const related = (a: string, b: string): boolean =>
  a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`) || rulebook.twins(a).some((clause) => clause.id === b)
const findingsOn = ({ files, platform }: LeafText) =>
  check({
    program: loadProgram(memoryFiles(files, 'p'), { root: '', platform }),
    rules: words,
    rulebook,
    collectors,
    digest: '',
    version: '0',
    at: '2026-11-21',
  }).run.findings

const measure = (texts: readonly LeafText[]) => {
  const missed: string[] = []
  const accused: string[] = []
  const reviewed: string[] = []
  for (const text of texts) {
    const findings = findingsOn(text)
    if (text.kind === 'bad' && !findings.some(({ clauses }) => clauses.some(({ id }) => related(id, text.clause))))
      missed.push(`${text.clause} ${text.text}`)
    if (text.kind === 'good' && findings.length > 0)
      (findings.some(({ verdict }) => verdict === 'violation') ? accused : reviewed).push(`${text.clause} ${text.text}`)
  }
  const bad = texts.filter(({ kind }) => kind === 'bad').length
  const good = texts.length - bad
  return {
    found: 1 - missed.length / bad,
    accusedShare: accused.length / good,
    reviewedShare: reviewed.length / good,
    missed,
    accused,
    reviewed,
  }
}

test('each leaf has three bad texts, two of them evasive, and three good ones, none of them twice', () => {
  for (const { clause, bad, good } of LEAVES) {
    expect(rulebook.find(clause), clause).toBeDefined()
    expect(bad.length, clause).toBeGreaterThanOrEqual(3)
    expect(bad.filter((text) => text.startsWith('~')).length, clause).toBeGreaterThanOrEqual(2)
    expect(good.length, clause).toBeGreaterThanOrEqual(3)
  }
  const all = LEAVES.flatMap(({ bad, good }) => [...bad, ...good])
  expect(new Set(all).size).toBe(all.length)
})
test('bad texts are found and good ones left alone', () => {
  const { found, accusedShare, missed, accused } = measure(leafTexts())
  expect(found, missed.join('; ')).toBeGreaterThanOrEqual(0.95)
  expect(accusedShare, accused.join('; ')).toBeLessThanOrEqual(0.02)
})
test('so are those in other words, though fewer', () => {
  const { found, accusedShare, missed, accused } = measure(leafTexts(AGAIN))
  expect(found, missed.join('; ')).toBeGreaterThanOrEqual(0.9)
  expect(accusedShare, accused.join('; ')).toBeLessThanOrEqual(0.02)
})
test.each([
  ['a second set', UNSEEN],
  ['a third one', THIRD],
] as const)(
  '%s, most of it euphemisms, is found as well',
  (_, leaves) => {
    const { found, accusedShare, missed, accused } = measure(leafTexts(leaves))
    expect(found, missed.join('; ')).toBeGreaterThanOrEqual(0.95)
    expect(accusedShare, accused.join('; ')).toBeLessThanOrEqual(0.02)
  },
  60_000,
)
test('those that were written blind are found too, and few good ones are sent to a human', () => {
  const { found, accusedShare, reviewedShare, missed, accused, reviewed } = measure(leafTexts(BLIND))
  expect(found, missed.join('; ')).toBeGreaterThanOrEqual(0.95)
  expect(accusedShare, accused.join('; ')).toBeLessThanOrEqual(0.02)
  expect(reviewedShare, reviewed.join('; ')).toBeLessThanOrEqual(0.05)
})
test('words that meet at borders, stand in titles or name other things accuse nobody, while variants, pictures and slang are seen through', () => {
  const { found, accused, missed, reviewedShare, reviewed } = measure(leafTexts(BORDERS))
  expect(found, missed.join('; ')).toBeGreaterThanOrEqual(0.95)
  expect(accused).toEqual([])
  expect(reviewedShare, reviewed.join('; ')).toBeLessThanOrEqual(0.05)
})
test.each([
  ['disguised in ordinary ways', DISGUISED, 0.95],
  ['written so every day', EVERYDAY, 0.95],
  ['told in other words', TOLD_OTHERWISE, 0.95],
  ['only hinted at', ROUNDABOUT, 0.85],
] as const)(
  'what is %s is found',
  (_, leaves, least) => {
    const { found, accusedShare, reviewedShare, missed, accused, reviewed } = measure(leafTexts(leaves))
    expect(found, missed.join('; ')).toBeGreaterThanOrEqual(least)
    expect(accusedShare, accused.join('; ')).toBeLessThanOrEqual(0.02)
    expect(reviewedShare, reviewed.join('; ')).toBeLessThanOrEqual(0.05)
  },
  60_000,
)
test('words that only stand on labels and notices accuse nobody, and few of them are sent to a human', () => {
  const { accused, reviewedShare, reviewed } = measure(leafTexts(HARMLESS))
  expect(accused).toEqual([])
  expect(reviewedShare, reviewed.join('; ')).toBeLessThanOrEqual(0.06)
}, 60_000)
