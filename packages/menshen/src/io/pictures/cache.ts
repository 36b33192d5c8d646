/** What was seen in pictures, by their content, kept in the user's cache folder: the same picture is not looked at twice. */
import { hash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import manifest from '../../../package.json' with { type: 'json' }
import type { Look } from '../../evidence/pictures/types.ts'

/** Set by the build: a digest of the sources that look at pictures. */
declare const MENSHEN_PICTURES_DIGEST: string | undefined

const SOURCES = ['../../evidence/pictures', '.', '../../../data/picture-codes.json'] as const
/** A digest of everything that decides what is seen in a picture. */
export const picturesDigest = (here: string): string =>
  hash(
    'sha256',
    SOURCES.flatMap((place) => {
      const path = join(here, place)
      if (path.endsWith('.json')) return [readFileSync(path, 'utf8')]
      return readdirSync(path)
        .filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
        .sort()
        .map((name) => `${name}\0${readFileSync(join(path, name), 'utf8')}`)
    }).join('\0'),
  ).slice(0, 16)

const version = (): string => {
  const { dependencies, optionalDependencies } = manifest
  const parts = ['pngjs', 'jpeg-js', 'omggif', '@jsquash/webp', 'zxing-wasm'].map((name) => dependencies[name as keyof typeof dependencies])
  const digest =
    typeof MENSHEN_PICTURES_DIGEST === 'string' ? MENSHEN_PICTURES_DIGEST : picturesDigest(fileURLToPath(new URL('.', import.meta.url)))
  return hash('sha256', JSON.stringify([digest, parts, optionalDependencies])).slice(0, 16)
}

/** Looks at pictures by their sha256. */
export interface PictureCache {
  get(sha256: string): Look | undefined
  set(sha256: string, look: Look): void
  save(): void
}
const MOST_ENTRIES = 4000
const MOST_BYTES = 16_000_000
const MOST_PACKS = 200

const looksRight = (value: unknown): value is Look => {
  const look = value as Partial<Look> | null
  return typeof look === 'object' && look !== null && Array.isArray(look.codes) && (look.lines === null || Array.isArray(look.lines))
}

/** Opens what is known of one program's pictures. Whatever is wrong with it, it counts as empty; a folder that cannot be written is no error. */
export const openPictureCache = (program: string, folder: string): PictureCache => {
  const known = new Map<string, Look>()
  const used = new Set<string>()
  let learnt = false
  let path: string | undefined
  try {
    const real = realpathSync(program)
    // Nothing is kept inside of what is reviewed.
    if (folder !== real && !folder.startsWith(real + sep)) path = join(folder, `${hash('sha256', real).slice(0, 32)}.pictures`)
  } catch {
    path = undefined
  }
  const key = version()
  try {
    if (path !== undefined && statSync(path).size <= MOST_BYTES) {
      const saved = JSON.parse(readFileSync(path, 'utf8')) as { readonly key?: string; readonly looks?: Readonly<Record<string, unknown>> }
      if (saved.key === key) for (const [sha256, look] of Object.entries(saved.looks ?? {})) if (looksRight(look)) known.set(sha256, look)
    }
  } catch {
    known.clear()
  }
  return {
    get(sha256) {
      const look = known.get(sha256)
      if (look) used.add(sha256)
      return look
    },
    set(sha256, look) {
      // What was too slow may only have met a busy machine.
      if (look.unseen === 'too-slow' || look.unread === 'too-slow' || look.unread === 'no-reader') return
      known.set(sha256, look)
      used.add(sha256)
      learnt = true
    },
    save() {
      if (path === undefined || !learnt) return
      try {
        const looks = Object.fromEntries([...known].filter(([sha256]) => used.has(sha256)).slice(0, MOST_ENTRIES))
        mkdirSync(folder, { recursive: true, mode: 0o700 })
        const beside = `${path}.${process.pid}`
        rmSync(beside, { force: true })
        writeFileSync(beside, JSON.stringify({ key, looks }), { flag: 'wx', mode: 0o600 })
        renameSync(beside, path)
        const packs = readdirSync(folder)
          .filter((name) => name.endsWith('.pictures'))
          .map((name) => ({ name, at: statSync(join(folder, name)).mtimeMs }))
          .sort((a, b) => b.at - a.at)
        for (const { name } of packs.slice(MOST_PACKS)) rmSync(join(folder, name), { force: true })
      } catch {
        // Somebody else's folder, a full disk: the next run looks again.
      }
    },
  }
}
