/**
 * How fast words are looked for: one megabyte of texts against all lexicons, beside the same texts merely normalised (the
 * floor), and what the copy and its rules add to a static check of a program.
 *
 *   node bench/words/run.ts [FOLDER…]      folders with an app.json; default: the samples of this repository
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import common from '../../packages/menshen/data/common-words.json' with { type: 'json' }
import { collectors } from '../../packages/menshen/src/check/collectors.ts'
import { check } from '../../packages/menshen/src/check/index.ts'
import { findTerms } from '../../packages/menshen/src/evidence/text/index.ts'
import { normalise } from '../../packages/menshen/src/evidence/text/normalise.ts'
import { openFiles } from '../../packages/menshen/src/io/files.ts'
import { findProgram } from '../../packages/menshen/src/program/find.ts'
import { loadProgram } from '../../packages/menshen/src/program/load.ts'
import { loadRulebook } from '../../packages/menshen/src/rulebook/index.ts'
import { rules } from '../../packages/menshen/src/rules/generated/index.ts'
import { LEAVES } from '../../packages/menshen/test/leaves/leaves.ts'

const ROUNDS = 9
const MEGABYTE = 1_000_000
/** Milliseconds of the processor that this process has used: what others do on the machine counts less. */
const used = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
/** The fastest of several rounds: a shared machine only ever makes things slower. */
const best = (work: () => void): number => {
  let least = Infinity
  for (let i = 0; i < ROUNDS; i++) {
    const started = used()
    work()
    least = Math.min(least, used() - started)
  }
  return least
}

/** Labels, sentences and articles of everyday words; one text in twenty is of those that the lists are tried with. */
const texts = ((): readonly string[] => {
  const tried = LEAVES.flatMap((leaf) => [...leaf.good, ...leaf.bad.map((text) => text.replace(/^~/, ''))])
  const words = common.words.split(' ')
  const out: string[] = []
  let bytes = 0
  let seed = 7
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
    return (seed >>> 8) % below
  }
  for (let i = 0; bytes < MEGABYTE; i++) {
    const length = [2, 3, 6, 14, 60][i % 5]!
    const parts = Array.from({ length }, (_, j) => words[next(words.length)]! + (j % 7 === 6 ? '，' : ''))
    if (i % 20 === 0) parts.push(tried[next(tried.length)]!)
    const text = parts.join('')
    out.push(text)
    bytes += Buffer.byteLength(text)
  }
  return out
})()
findTerms('预热', { platform: 'wechat' })
const floor = best(() => {
  for (const text of texts) normalise(text)
})
const spread = best(() => {
  for (const text of texts) findTerms(text, { platform: 'wechat' })
})
const whole = texts.join('\n')
const one = best(() => {
  findTerms(whole, { platform: 'douyin' })
})
process.stdout.write(
  `1 MB in ${texts.length} texts: ${spread.toFixed(0)} ms of the processor (floor, normalised only: ${floor.toFixed(0)} ms; ${(spread / floor).toFixed(1)} ×)\n1 MB as one text: ${one.toFixed(0)} ms\n`,
)

const top = fileURLToPath(new URL('../../', import.meta.url))
const named = process.argv.slice(2)
const folders =
  named.length > 0
    ? named
    : ['examples/teahouse', 'examples/flower-class', ...readdirSync(join(top, 'corpus/clean')).map((name) => `corpus/clean/${name}`)].map(
        (path) => join(top, path),
      )
const rulebook = loadRulebook()
const isWords = (id: string): boolean => /-copy$|^personality-quiz/.test(id)
/** The check without anything that reads copy, and the same with the copy and its rules. */
const others = new Map([...rules].filter(([, { meta }]) => ![...meta.needs, ...(meta.wants ?? [])].includes('copy')))
const withWords = new Map([...rules].filter(([id]) => others.has(id) || isWords(id)))
let bare = 0
let full = 0
for (const folder of folders) {
  const files = await openFiles(folder)
  const found = findProgram(files)
  if (found.kind !== 'program') continue
  const { root, platform } = found
  const once = (chosen: typeof rules): void => {
    check({
      program: loadProgram(files, { root, platform }),
      rules: chosen,
      rulebook,
      collectors,
      digest: '',
      version: '0',
      at: '2026-11-21',
    })
  }
  // Interleaved, so that what else goes on falls on both.
  let [least, most] = [Infinity, Infinity]
  for (let i = 0; i < ROUNDS; i++) {
    const from = used()
    once(others)
    const between = used()
    once(withWords)
    least = Math.min(least, between - from)
    most = Math.min(most, used() - between)
  }
  bare += least
  full += most
}
process.stdout.write(
  `static check of ${folders.length} programs: ${bare.toFixed(1)} ms without copy (${others.size} rules), ${full.toFixed(1)} ms with the copy and its ${withWords.size - others.size} rules: ${((100 * (full - bare)) / bare).toFixed(0)} % more\n`,
)
