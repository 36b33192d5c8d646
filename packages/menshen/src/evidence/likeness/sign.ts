/**
 * A program's signature: what can be kept of it to tell later whether another is nearly the same. It holds no code and no
 * copy, only hashes, sizes and paths; it is plain data, so that it can be stored and sent.
 */
import type { ProgramModel } from '../../program/types.ts'
import { digestOf, hash32 } from './hash.ts'
import { libraryOf, ownOf } from './known.ts'
import { leastOf, minHash } from './sketch.ts'
import { copyShingles, scriptShingles, templateShingles } from './words.ts'

export type PartKind = 'scripts' | 'templates' | 'copy' | 'pictures'
export const PARTS: readonly PartKind[] = ['scripts', 'templates', 'copy', 'pictures']

export interface SignedPart {
  /** How many different shingles (for pictures: pictures) it has. */
  readonly size: number
  readonly minhash: string
}
export interface SignedFile {
  readonly path: string
  readonly kind: 'script' | 'template' | 'picture'
  readonly size: number
  /** The least hashes of its shingles; empty for a picture. */
  readonly least: readonly number[]
  /** Of a picture: the digest of its bytes. */
  readonly digest?: string
}
export type LeftOutReason = 'vendored' | 'package' | 'library' | 'too-large'
export interface LeftOut {
  readonly reason: LeftOutReason
  /** The library's id, where one was recognised, or why the script counts as somebody else's. */
  readonly what: string
  readonly files: number
  readonly examples: readonly string[]
}
export interface Signature {
  readonly format: 'menshen-likeness/1'
  readonly name: string
  readonly platform: ProgramModel['platform']
  readonly pages: number
  readonly parts: Readonly<Record<PartKind, SignedPart>>
  /** The larger ones first, at most 1500. */
  readonly files: readonly SignedFile[]
  readonly leftOut: readonly LeftOut[]
}

const PACKAGES = /(?:^|\/)(?:miniprogram_npm|node[-_]modules|uni_modules|bower_components)\//
/** Shingles that one program may have in all: a bound, not a measure. */
const MOST = 400_000
const MOST_FILES = 1500
/** Files with less to say are not compared one by one. */
const SMALL = 6
/** Pictures smaller than this are dots, lines and blanks. */
const SMALL_PICTURE = 200

/**
 * Signs a program. `texts` is what its users read (of the copy evidence). With `everything`, what everybody has is signed as
 * well: templates, demonstrations and component libraries, but never installed packages.
 */
export const signProgram = (program: ProgramModel, texts: Iterable<string>, options: { readonly everything?: boolean } = {}): Signature => {
  const own = options.everything ? (set: ReadonlySet<number>) => set : ownOf
  const { files, root, vendored } = program
  const left = new Map<string, { reason: LeftOutReason; what: string; files: number; examples: string[] }>()
  const leave = (path: string, reason: LeftOutReason, what: string): void => {
    const key = `${reason}:${what}`
    const row = left.get(key) ?? { reason, what, files: 0, examples: [] }
    row.files++
    if (row.examples.length < 3) row.examples.push(path.slice(root.length))
    left.set(key, row)
  }
  const signed: SignedFile[] = []
  const sets: Record<PartKind, Set<number>> = { scripts: new Set(), templates: new Set(), copy: new Set(), pictures: new Set() }
  const take = (part: 'scripts' | 'templates', path: string, all: ReadonlySet<number>): void => {
    if (all.size === 0) return
    const library = options.everything ? null : libraryOf(leastOf(all))
    if (library) {
      leave(path, 'library', library.id)
      return
    }
    const told = own(all)
    const into = sets[part]
    if (into.size < MOST) for (const one of told) into.add(one)
    if (told.size >= SMALL)
      signed.push({
        path: path.slice(root.length),
        kind: part === 'scripts' ? 'script' : 'template',
        size: told.size,
        least: leastOf(told),
      })
  }

  for (const path of program.scripts) {
    const reason = vendored.get(path)
    if (PACKAGES.test(path)) leave(path, 'package', PACKAGES.exec(path)![0].replaceAll('/', ''))
    else if (reason) leave(path, 'vendored', reason)
    else {
      const text = files.text(path) ?? ''
      const shingles = scriptShingles(text)
      if (shingles.size === 0 && text.length > 300_000) leave(path, 'too-large', 'script')
      else take('scripts', path, shingles)
    }
  }
  for (const [path, template] of program.templates) {
    const base = path.replace(/\.[^./]+$/, '')
    if (PACKAGES.test(path)) leave(path, 'package', PACKAGES.exec(path)![0].replaceAll('/', ''))
    else if (vendored.has(`${base}.js`)) leave(path, 'vendored', vendored.get(`${base}.js`)!)
    else take('templates', path, templateShingles(template))
  }
  for (const one of own(copyShingles(texts))) if (sets.copy.size < MOST) sets.copy.add(one)
  for (const { path, media, size } of program.assets) {
    if (media !== 'image' || size < SMALL_PICTURE || PACKAGES.test(path)) continue
    const bytes = files.bytes(path)
    if (!bytes) continue
    const digest = digestOf(bytes)
    const hash = hash32(`p ${digest}`)
    if (own(new Set([hash])).size === 0) {
      leave(path, 'library', 'common')
      continue
    }
    sets.pictures.add(hash)
    signed.push({ path: path.slice(root.length), kind: 'picture', size: 1, least: [], digest })
  }
  const part = (kind: PartKind): SignedPart => ({ size: sets[kind].size, minhash: minHash(sets[kind]) })
  return {
    format: 'menshen-likeness/1',
    name: program.name,
    platform: program.platform,
    pages: program.pages.length,
    parts: { scripts: part('scripts'), templates: part('templates'), copy: part('copy'), pictures: part('pictures') },
    files: signed.sort((a, b) => b.size - a.size || (a.path < b.path ? -1 : 1)).slice(0, MOST_FILES),
    leftOut: [...left.values()].sort((a, b) => b.files - a.files || (a.what < b.what ? -1 : 1)),
  }
}
