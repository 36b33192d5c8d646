/**
 * What is known of scripts by their content, kept in the user's cache folder between runs: an unchanged script is not parsed again.
 * One packed file for each program; entries are read when they are asked for. Whatever is wrong with a pack, it counts as empty.
 */
import { hash } from 'node:crypto'
import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import manifest from '../../package.json' with { type: 'json' }
import type { FactsCache } from '../program/interpret/modules.ts'
import { fold, unfold } from '../program/script/folded.ts'
import { FACTS_VERSION, type ScriptFacts } from '../program/script/ir.ts'
import { packFile } from './facts-place.ts'

/** Set by the build: a digest of the sources that make the facts. */
declare const MENSHEN_FACTS_DIGEST: string | undefined

/** A digest of everything that decides what the facts of a text are. Sources that changed must not meet facts made by older ones. */
export const factsDigest = (folder: string): string =>
  hash(
    'sha256',
    readdirSync(folder)
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .sort()
      .map((name) => `${name}\0${readFileSync(join(folder, name), 'utf8')}`)
      .join('\0'),
  ).slice(0, 16)

const keyOfPacks = (): string => {
  const sources =
    typeof MENSHEN_FACTS_DIGEST === 'string'
      ? MENSHEN_FACTS_DIGEST
      : factsDigest(fileURLToPath(new URL('../program/script', import.meta.url)))
  return `menshen-facts/2 ${FACTS_VERSION} oxc-parser@${manifest.dependencies['oxc-parser']} ${sources}`
}

export interface CacheBounds {
  /** Bytes of one program's pack. */
  readonly pack: number
  /** Bytes of all packs together; the ones not used for longest go first. */
  readonly all: number
}
export const CACHE_BOUNDS: CacheBounds = { pack: 64_000_000, all: 256_000_000 }

/** Facts by content: `.ts` files are read as TypeScript, all others alike. */
const nameOf = (file: string, text: string): string => `${file.endsWith('.ts') ? 'ts' : 'js'}-${hash('sha256', text).slice(0, 40)}`

interface Entry {
  readonly bytes: Buffer
  readonly sum: string
}
/** Of the bytes of an entry: what was altered since it was written is not taken. */
const sumOf = (bytes: Buffer): string => hash('sha1', bytes, 'base64').slice(0, 12)

/** The entries of a pack, unread; empty for anything but a whole pack of this very key. */
const readPack = (path: string, key: string, most: number): ReadonlyMap<string, Entry> => {
  const empty = new Map<string, Entry>()
  let handle: number | undefined
  try {
    handle = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
    const stat = fstatSync(handle)
    if (!stat.isFile() || stat.size > most) return empty
    const bytes = readFileSync(handle)
    const first = bytes.indexOf(10)
    if (first < 0 || bytes.toString('utf8', 0, first) !== key) return empty
    const second = bytes.indexOf(10, first + 1)
    const index = JSON.parse(bytes.toString('utf8', first + 1, second)) as readonly (readonly [string, number, string])[]
    const found = new Map<string, Entry>()
    let at = second + 1
    for (const [name, length, sum] of index) {
      if (!Number.isInteger(length) || length < 0) return empty
      found.set(String(name), { bytes: bytes.subarray(at, at + length), sum })
      at += length
    }
    return at === bytes.length ? found : empty
  } catch {
    return empty
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}

/** Takes the packs that were not used for longest out of the folder until the rest fits, and what broken-off writes left. */
const prune = (folder: string, most: number): void => {
  const found = readdirSync(folder).flatMap((name) => {
    if (!/^[0-9a-f]{32}\.facts(?:\.\d+)?$/.test(name)) return []
    const path = join(folder, name)
    const stat = statSync(path, { throwIfNoEntry: false })
    return stat ? [{ path, size: stat.size, used: stat.mtimeMs, unfinished: !name.endsWith('.facts') }] : []
  })
  const day = 86_400_000
  let sum = 0
  for (const { path, size, used, unfinished } of found.sort((a, b) => b.used - a.used)) {
    sum += size
    if (sum > most || (unfinished && Date.now() - used > day)) rmSync(path, { force: true })
  }
}

/** A cache that lasts: `save` writes what was learnt, when anything was. */
export interface LastingFacts extends FactsCache {
  /** True when there is nothing in it. */
  readonly empty: boolean
  save(): void
}

/**
 * Opens the cache of one program (a folder or an archive). Undefined where nothing may be kept: when the cache folder would lie inside
 * the program. Never throws, and a folder that cannot be written is no error: a cache may be absent.
 */
export const openFactsCache = (program: string, folder: string, bounds: CacheBounds = CACHE_BOUNDS): LastingFacts | undefined => {
  let real: string
  try {
    real = realpathSync(program)
    const inside = (path: string) => path === real || path.startsWith(real.endsWith(sep) ? real : real + sep)
    if (inside(folder) || inside(realOf(folder))) return undefined
  } catch {
    return undefined
  }
  const key = keyOfPacks()
  const path = packFile(folder, real)
  const had = readPack(path, key, bounds.pack)
  const used = new Map<string, Entry>()
  let learnt = false
  return {
    empty: had.size === 0,
    get(file, text) {
      const name = nameOf(file, text)
      const entry = had.get(name)
      if (!entry || sumOf(entry.bytes) !== entry.sum) return undefined
      // Bytes that are as they were written: what is read out of them later will be whole as well.
      const facts = unfold(entry.bytes.toString('latin1'))
      if (facts) used.set(name, entry)
      return facts
    },
    set(file, text, facts) {
      // Written out at once: the interpreter keeps values of its own in the nodes later.
      const bytes = Buffer.from(fold(facts), 'latin1')
      used.set(nameOf(file, text), { bytes, sum: sumOf(bytes) })
      learnt = true
    },
    save() {
      try {
        if (!learnt && used.size === had.size) {
          if (had.size > 0) utimesSync(path, new Date(), new Date())
          return
        }
        let sum = 0
        const kept = [...used].filter(([, { bytes }]) => (sum += bytes.length) < bounds.pack * 0.9)
        const index = kept.map(([name, entry]) => [name, entry.bytes.length, entry.sum])
        mkdirSync(folder, { recursive: true, mode: 0o700 })
        const beside = `${path}.${process.pid}`
        rmSync(beside, { force: true })
        const pack = Buffer.concat([Buffer.from(`${key}\n${JSON.stringify(index)}\n`), ...kept.map(([, entry]) => entry.bytes)])
        writeFileSync(beside, pack, { flag: 'wx', mode: 0o600 })
        renameSync(beside, path)
        prune(folder, bounds.all)
      } catch {
        // Somebody else's folder, a full disk: the next run parses again.
      }
    },
  }
}

/** Links resolved as far as the path exists. */
function realOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    const parent = resolve(path, '..')
    return parent === path ? path : join(realOf(parent), path.slice(parent.length))
  }
}

/** Facts kept in memory for a process that checks again and again; what it does not have it asks of the cache behind it. */
export const warmFacts = (behind: FactsCache | undefined): FactsCache => {
  // By file, for the interpreter keeps places in the nodes: two files with the same text must not share them.
  const known = new Map<string, { readonly text: string; readonly facts: ScriptFacts }>()
  return {
    get(file, text) {
      const had = known.get(file)
      if (had?.text === text) return had.facts
      const facts = behind?.get(file, text)
      if (facts) known.set(file, { text, facts })
      return facts
    },
    set(file, text, facts) {
      behind?.set(file, text, facts)
      known.set(file, { text, facts })
    },
  }
}
