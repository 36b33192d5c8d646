import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { collectors } from '../../check/collectors.ts'
import { type CheckInput, check } from '../../check/index.ts'
import { offerTerms } from '../../evidence/category/words.ts'
import { type Copy, termsOf } from '../../evidence/copy.ts'
import { type CopyReader, readBy } from '../../evidence/reading/index.ts'
import { findTerms } from '../../evidence/text/index.ts'
import { findProgram } from '../../program/find.ts'
import { loadProgram } from '../../program/load.ts'
import { loadRulebook } from '../../rulebook/index.ts'
import { rules } from '../../rules/generated/index.ts'
import { openFiles } from '../files.ts'
import { openThread, type ReadingThread, startReading, type ThreadBounds } from './index.ts'

const PATIENT: ThreadBounds = { start: 30_000, silence: 30_000, answer: 30_000 }
const HASTY: ThreadBounds = { start: 60, silence: 60, answer: 200 }
/** A thread with other code, that knows the door. */
const thread = (code: string, bounds = HASTY) =>
  openThread(bounds, new URL(`data:text/javascript,import{workerData}from'node:worker_threads';const{port,state}=workerData;${code}`))

const opened: ReadingThread[] = []
const kept = (one: ReadingThread | undefined): ReadingThread => {
  if (!one) throw new Error('no thread')
  opened.push(one)
  return one
}
afterEach(() => {
  for (const one of opened.splice(0)) one.close()
})

const TEXTS = [
  '加微信领红包',
  '欢迎光临我们的茶馆',
  '禁止赌博',
  '代lian接单',
  '分享到三个群即可领取奖品',
  '立即购买 ¥99',
  '塔罗占卜',
  '在线问诊',
  '军产',
  '房',
]
const copies = TEXTS.map(
  (text, i): Copy => ({
    text,
    at: { file: 'a.wxml', start: i, end: i + 1 },
    via: 'template',
    carrier: i % 3 === 0 ? 'text' : 'button',
    slot: '',
    units: ['pages/a/a'],
    reachable: true,
    context: i >= 8 ? '军产 房' : text,
  }),
)

const PROGRAM = loadProgram(
  {
    name: '',
    origin: 'folder',
    list: () => [],
    has: () => false,
    size: () => 0,
    bytes: () => undefined,
    text: () => undefined,
    problems: () => [],
  },
  { root: '', platform: 'wechat' },
)

/** Remembers what was asked and whether an answer came. */
const watched = (reader: CopyReader) => {
  const answered = { terms: 0, words: 0, offers: 0, forms: 0, none: 0 }
  const noted = <T>(kind: 'terms' | 'words' | 'offers' | 'forms', value: T | undefined): T | undefined => {
    answered[value === undefined ? 'none' : kind]++
    return value
  }
  const all: CopyReader = {
    terms(some, program) {
      const begun = reader.terms(some, program)
      return begun && (() => noted('terms', begun()))
    },
    words: (text, options) => noted('words', reader.words(text, options)),
    offers: (texts, platform) => noted('offers', reader.offers(texts, platform)),
    forms: (program) => noted('forms', reader.forms(program)),
  }
  return { answered, reader: all }
}

const inputOf = async (folder: string): Promise<CheckInput> => {
  const files = await openFiles(fileURLToPath(new URL(`../../../../../${folder}`, import.meta.url)))
  const found = findProgram(files)
  if (found.kind !== 'program') throw new Error('no program')
  const program = loadProgram(files, { root: found.root, platform: found.platform })
  return { program, rules, rulebook: loadRulebook(), collectors, digest: '', version: '0', at: '2026-11-21' }
}

describe('the thread that reads copy', () => {
  it('finds what is found in place', () => {
    const reader = kept(openThread(PATIENT))
    const begun = reader.terms(copies, PROGRAM)
    const terms = begun?.()
    expect(terms).toEqual(termsOf(copies, 'wechat'))
    expect(terms?.length).toBeGreaterThan(3)
    expect(terms?.every(({ copy }) => copies.includes(copy))).toBe(true)
    const offers = reader.offers(TEXTS, 'douyin')
    for (const text of TEXTS) expect(offers?.get(text) ?? []).toEqual(offerTerms(text, 'douyin'))
    expect(offers?.size).toBeGreaterThan(1)
  })

  it('answers for texts that it has read and for others, whatever is asked of them', () => {
    const reader = kept(openThread(PATIENT))
    reader.expect(['欢迎光临'], 'wechat')
    reader.terms(copies, PROGRAM)?.()
    for (const text of [...TEXTS, '微信小程序', '代恋上分', '一句没有问题的话'])
      for (const options of [
        { platform: 'wechat', scope: 'name', lists: ['mark', 'look-alike'] },
        { platform: 'wechat', around: text },
        { platform: 'douyin', scope: 'page', lists: ['other-platform', 'abuse'] },
        { platform: 'wechat', clauses: ['wx-op/5.1'] },
      ] as const) {
        const found = reader.words(text, options)
        expect(found, text).toEqual(findTerms(text, options))
      }
  })

  it.each(['examples/teahouse', 'examples/flower-class', 'corpus/clean/riverside-clinic'])(
    'leaves the outcome of %s as it is',
    async (folder) => {
      const here = check(await inputOf(folder))
      const { answered, reader } = watched(kept(openThread(PATIENT)))
      const there = check({ ...(await inputOf(folder)), reader })
      expect(JSON.stringify(there.run)).toBe(JSON.stringify(here.run))
      expect(answered).toMatchObject({ terms: 1, offers: 1, forms: 1, none: 0 })
    },
  )

  it('is not started for a program that says little', async () => {
    const { program } = await inputOf('examples/teahouse')
    expect(startReading(program)).toBeUndefined()
  })
})

describe('a thread that fails', () => {
  const failures: readonly (readonly [string, string])[] = [
    ['dies at once', 'process.exit(1)'],
    ['dies when it is asked', `port.on('message',()=>{throw new Error('dead')});Atomics.store(state,1,1)`],
    ['hangs before it listens', 'for(;;);'],
    ['hangs when it is asked', `Atomics.store(state,1,1);port.on('message',()=>{for(;;);})`],
    ['is busy for ever', `Atomics.store(state,1,1);port.on('message',()=>{for(;;)Atomics.add(state,2,1)})`],
    ['cannot be loaded', `import './nowhere.js'`],
  ]
  it.each(failures)('%s: everything is read in place, and nothing is lost', async (_, code) => {
    const here = check(await inputOf('examples/teahouse'))
    const { answered, reader } = watched(kept(thread(code)))
    const there = check({ ...(await inputOf('examples/teahouse')), reader })
    expect(JSON.stringify(there.run)).toBe(JSON.stringify(here.run))
    expect(answered).toMatchObject({ terms: 0, words: 0, offers: 0 })
    expect(answered.none).toBeGreaterThan(0)
  })

  it('is not asked any more when it has been ended', () => {
    const reader = kept(openThread(PATIENT))
    const begun = reader.terms(copies, PROGRAM)
    reader.close()
    expect(begun?.()).toBeUndefined()
    expect(reader.words('加微信', { platform: 'wechat' })).toBeUndefined()
    expect(readBy(reader, () => findTerms('赌博网站', { platform: 'wechat' })).length).toBeGreaterThan(0)
  })

  it('is none where there is no code for it', () => {
    expect(openThread(HASTY, new URL('data:text/plain,'))?.words('赌博', { platform: 'wechat' })).toBeUndefined()
  })
})
