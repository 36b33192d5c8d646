import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { interpret } from '../program/interpret/index.ts'
import { loadProgram } from '../program/load.ts'
import { memoryFiles } from '../program/memory.ts'
import type { ScriptFacts } from '../program/script/ir.ts'
import { scriptFacts } from '../program/script/parse.ts'
import { openFactsCache, warmFacts } from './facts-cache.ts'
import { cacheFolder, factsSize } from './facts-place.ts'

let top: string
let program: string
let folder: string
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'menshen-cache-'))
  program = join(top, 'tea')
  folder = join(top, 'cache')
  mkdirSync(program)
})
afterEach(() => rmSync(top, { recursive: true, force: true }))

const SOURCE = 'Page({ onLoad() { wx.getLocation({ type: "gcj02" }) } })'
const learn = (text = SOURCE, from = program) => {
  const cache = openFactsCache(from, folder)!
  const facts = scriptFacts('a.js', text)
  cache.set('a.js', text, facts)
  cache.save()
  return facts
}
const known = (text = SOURCE, from = program) => openFactsCache(from, folder)?.get('a.js', text)
/** The same as plain data, the insides of functions read out. */
const plainly = (facts: ScriptFacts): unknown =>
  JSON.parse(
    JSON.stringify({
      ...facts,
      functions: facts.functions.map(({ name, start, end, params, body, concise, arrow, async, generator, slots, hoisted, mutable }) => ({
        ...{ name, start, end, params, body, concise, arrow, async, generator, slots, hoisted, mutable },
      })),
    }),
  )
const packs = () => readdirSync(folder).map((name) => join(folder, name))

test('facts come back as they were, for the same text and dialect only', () => {
  const facts = learn()
  expect(plainly(known()!)).toEqual(plainly(facts))
  expect(known(`${SOURCE} `)).toBeUndefined()
  expect(openFactsCache(program, folder)?.get('a.ts', SOURCE)).toBeUndefined()
  expect(openFactsCache(program, folder)?.get('other/b.js', SOURCE)).toBeDefined()
  expect(packs()).toHaveLength(1)
  expect(statSync(packs()[0]!).mode & 0o077).toBe(0)
})

test('what the interpreter keeps in the nodes does not get into the pack', () => {
  const model = loadProgram(memoryFiles({ 'app.json': '{"pages":["p/p"]}', 'p/p.js': SOURCE, 'p/p.wxml': '<view/>' }), { root: '' })
  const cache = openFactsCache(program, folder)!
  const first = interpret(model, { cache })
  cache.save()
  const again = openFactsCache(program, folder)!
  expect(plainly(again.get('p/p.js', SOURCE)!)).toEqual(plainly(scriptFacts('p/p.js', SOURCE)))
  const second = interpret(model, { cache: again })
  expect(second.calls.map((call) => [call.api, call.nameAt])).toEqual(first.calls.map((call) => [call.api, call.nameAt]))
  expect(second.calls).toHaveLength(1)
})

test('two files with the same text keep their own places in a warm process', () => {
  const files = { 'app.json': '{"pages":["p/p","q/q"]}', 'p/p.js': SOURCE, 'q/q.js': SOURCE, 'p/p.wxml': '<view/>', 'q/q.wxml': '<view/>' }
  const model = loadProgram(memoryFiles(files), { root: '' })
  const cache = warmFacts(undefined)
  const placesOf = () =>
    interpret(model, { cache })
      .calls.map((call) => call.nameAt.file)
      .sort()
  expect(placesOf()).toEqual(['p/p.js', 'q/q.js'])
  expect(placesOf()).toEqual(['p/p.js', 'q/q.js'])
})

test('a pack that is cut, altered, of other sources or a link counts as empty, and the next run mends it', () => {
  learn()
  const whole = readFileSync(packs()[0]!)
  const path = packs()[0]!
  const altered = Buffer.from(whole)
  altered[whole.length - 20]! ^= 1
  for (const bytes of [
    whole.subarray(0, whole.length - 5),
    Buffer.concat([whole, Buffer.from('x')]),
    Buffer.from(whole.toString('utf8').replace('oxc-parser@', 'oxc-parser@9')),
    altered,
    Buffer.from('{}'),
    Buffer.alloc(0),
  ]) {
    writeFileSync(path, bytes)
    expect(known()).toBeUndefined()
    expect(openFactsCache(program, folder)?.empty).toBe(bytes !== altered)
  }
  learn()
  expect(known()).toBeDefined()
  writeFileSync(join(top, 'elsewhere'), whole)
  rmSync(path)
  symlinkSync(join(top, 'elsewhere'), path)
  expect(known()).toBeUndefined()
})

test('only what the last run used stays, and nothing is written when nothing was learnt', () => {
  learn('Page({ a: 1 })')
  const before = statSync(packs()[0]!).ino
  const again = openFactsCache(program, folder)!
  expect(again.get('a.js', 'Page({ a: 1 })')).toBeDefined()
  again.save()
  expect(statSync(packs()[0]!).ino).toBe(before)
  learn('Page({ a: 2 })')
  expect(known('Page({ a: 1 })')).toBeUndefined()
  expect(known('Page({ a: 2 })')).toBeDefined()
})

test('the packs of all programs together stay within their bound: the one not used for longest goes', () => {
  const names = ['old', 'new', 'newest']
  for (const [i, name] of names.entries()) {
    mkdirSync(join(top, name))
    learn(SOURCE, join(top, name))
    for (const path of packs()) if (statSync(path).mtimeMs > Date.now() - 60_000) utimesSync(path, 1000 + i, 1000 + i)
  }
  const size = statSync(packs()[0]!).size
  mkdirSync(join(top, 'last'))
  const cache = openFactsCache(join(top, 'last'), folder, { pack: 1_000_000, all: size * 3 })!
  cache.set('a.js', SOURCE, scriptFacts('a.js', SOURCE))
  cache.save()
  expect(packs()).toHaveLength(3)
  expect(known(SOURCE, join(top, 'old'))).toBeUndefined()
  expect(known(SOURCE, join(top, 'newest'))).toBeDefined()
})

test('nothing is kept inside of the program, and a folder that cannot be had is no error', () => {
  expect(openFactsCache(program, join(program, '.cache'))).toBeUndefined()
  symlinkSync(program, join(top, 'alias'))
  expect(openFactsCache(program, join(top, 'alias', 'deep', 'cache'))).toBeUndefined()
  writeFileSync(folder, 'a file where the folder should be')
  expect(() => learn()).not.toThrow()
  expect(known()).toBeUndefined()
})

test('how much is known of a program is told without opening its pack', () => {
  expect(factsSize(program, { MENSHEN_CACHE_DIR: folder })).toBe(0)
  learn()
  expect(factsSize(program, { MENSHEN_CACHE_DIR: folder })).toBe(statSync(packs()[0]!).size)
  expect(factsSize(join(top, 'nowhere'), { MENSHEN_CACHE_DIR: folder })).toBe(0)
})

test('the folder is the one that is named, else that of the user', () => {
  expect(cacheFolder({ MENSHEN_CACHE_DIR: '/x/y', XDG_CACHE_HOME: '/z' })).toBe('/x/y')
  expect(cacheFolder({ XDG_CACHE_HOME: '/z' })).toBe(join('/z', 'menshen'))
  expect(cacheFolder({ XDG_CACHE_HOME: 'relative' })).toMatch(/[\\/]\.cache[\\/]menshen$/)
})
