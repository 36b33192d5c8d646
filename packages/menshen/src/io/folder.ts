/** A folder on disk as Files: walked once, read lazily, never written to. */
import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs'
import { basename, join, resolve, sep } from 'node:path'
import { MAX_TEXT } from '../program/decode.ts'
import { IgnoreList } from '../program/glob.ts'
import { textWithProblems } from '../program/memory.ts'
import type { Files, Problem } from '../program/types.ts'
import { InputError } from './input-error.ts'
import { IGNORE_FILE, type Limits, SKIPPED_FOLDERS } from './limits.ts'

interface Found {
  /** Where it lies on disk, links resolved. */
  readonly where: string
  readonly size: number
  /** Changes whenever the content may have; '' where nobody keeps what was read. */
  readonly stamp: string
  /** What stands in it, as long as it is kept. */
  bytes?: Uint8Array | undefined
}

/** Files are kept that are no larger than this, and no more of them than this together: nearly everything is read twice, once as a text and once for the digest. */
const KEPT_FILE = 1_000_000
const KEPT = 32_000_000
/** Links that appear since the folder was listed are not followed, and nothing is waited for. */
const READ = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/** What was read before, for a process that opens the same folder again: a file that did not change is not read again. */
export class FolderMemory {
  readonly texts = new Map<string, { readonly stamp: string; readonly text: string | undefined; readonly problems: readonly Problem[] }>()
  readonly #bytes = new Map<string, { readonly stamp: string; readonly bytes: Uint8Array }>()
  #room = KEPT

  bytes(path: string, stamp: string): Uint8Array | undefined {
    const had = this.#bytes.get(path)
    return had?.stamp === stamp ? had.bytes : undefined
  }
  keep(path: string, stamp: string, bytes: Uint8Array): void {
    const had = this.#bytes.get(path)
    if (had) {
      this.#room += had.bytes.length
      this.#bytes.delete(path)
    }
    if (bytes.length > KEPT_FILE || bytes.length > this.#room) return
    this.#room -= bytes.length
    this.#bytes.set(path, { stamp, bytes })
  }
}

/** Lists a folder within the limits. Links that lead out of it are reported and never followed. */
export function openFolder(path: string, limits: Limits, memory?: FolderMemory): Files {
  const top = realpathSync(resolve(path))
  const problems: Problem[] = []
  const walk = new Walk(top, path, limits, problems, memory === undefined)
  const found = walk.run()
  const paths = [...found.keys()].sort()
  const texts = new Map<string, string | undefined>()

  const bytes = (file: string): Uint8Array | undefined => {
    const entry = found.get(file)
    if (!entry) return undefined
    const had = entry.bytes ?? memory?.bytes(file, entry.stamp)
    if (had) return had
    try {
      const read = readFileSync(entry.where, { flag: READ })
      memory?.keep(file, entry.stamp, read)
      return read
    } catch (error) {
      problems.push(unreadable(file, codeOf(error) === 'EACCES' || codeOf(error) === 'EPERM' ? 'no-access' : 'no-file'))
      return undefined
    }
  }
  return {
    name: basename(top) || 'program',
    origin: 'folder',
    list: () => paths,
    has: (file) => found.has(file),
    size: (file) => found.get(file)?.size ?? 0,
    bytes,
    text(file) {
      if (texts.has(file)) return texts.get(file)
      const entry = found.get(file)
      const known = memory?.texts.get(file)
      if (entry && known?.stamp === entry.stamp) {
        texts.set(file, known.text)
        problems.push(...known.problems)
        return known.text
      }
      const met = problems.length
      const content = entry && entry.size <= MAX_TEXT ? bytes(file) : undefined
      const text = content && textWithProblems(file, content, problems)
      texts.set(file, text)
      if (entry) memory?.texts.set(file, { stamp: entry.stamp, text, problems: problems.slice(met) })
      return text
    },
    problems: () => problems,
    forget() {
      for (const entry of found.values()) entry.bytes = undefined
    },
    leftOut: () => walk.leftOut,
  }
}

class Walk {
  readonly #top: string
  readonly #shown: string
  readonly #limits: Limits
  readonly #problems: Problem[]
  readonly #found = new Map<string, Found>()
  readonly #ignore: IgnoreList | null
  /** Bytes that may still be read and kept; none where the caller knows most files already. */
  #room: number
  readonly #stamps: boolean
  readonly leftOut = { files: 0, folders: 0 }
  #bytes = 0
  #entries = 0

  constructor(top: string, shown: string, limits: Limits, problems: Problem[], reads: boolean) {
    this.#top = top
    this.#shown = shown
    this.#limits = limits
    this.#problems = problems
    this.#room = reads ? KEPT : 0
    this.#stamps = !reads
    this.#ignore = limits.honourIgnore ? readIgnoreList(join(top, IGNORE_FILE)) : null
  }

  run(): ReadonlyMap<string, Found> {
    const folders: { readonly path: string; readonly depth: number }[] = [{ path: '', depth: 0 }]
    for (let folder = folders.pop(); folder; folder = folders.pop()) {
      for (const entry of this.#entriesOf(folder.path)) {
        const path = folder.path + entry.name
        if (++this.#entries > this.#limits.files * 4) this.#tooMany()
        if (entry.isDirectory()) {
          if (SKIPPED_FOLDERS.has(entry.name)) continue
          if (this.#ignore?.ignores(path, true)) this.leftOut.folders++
          else if (folder.depth + 1 > this.#limits.depth) {
            this.#problems.push({
              kind: 'nested-too-deep',
              at: { file: path, start: 0, end: 0 },
              data: { path, depth: String(this.#limits.depth) },
              hides: true,
            })
          } else folders.push({ path: path + '/', depth: folder.depth + 1 })
        } else if (this.#ignore?.ignores(path, false)) this.leftOut.files++
        else this.#file(path, entry)
      }
    }
    return this.#found
  }

  #entriesOf(folder: string): Dirent[] {
    try {
      return readdirSync(join(this.#top, folder), { withFileTypes: true })
    } catch (error) {
      if (folder === '') throw new InputError('no-access', { path: this.#shown })
      this.#problems.push(unreadable(folder.slice(0, -1), codeOf(error) === 'ENOENT' ? 'no-file' : 'no-access'))
      return []
    }
  }

  #file(path: string, entry: Dirent): void {
    const where = join(this.#top, path)
    if (entry.isSymbolicLink()) {
      const target = this.#linkTarget(path, where)
      if (target !== null) this.#add(path, target, statSync(target))
    } else if (!entry.isFile()) this.#problems.push(unreadable(path, 'special-file'))
    else {
      try {
        const read = this.#room > 0 ? this.#read(where) : undefined
        this.#add(path, where, read?.stats ?? lstatSync(where), read?.bytes)
      } catch (error) {
        if (error instanceof InputError) throw error
        this.#problems.push(unreadable(path, 'no-file'))
      }
    }
  }

  /** Size and content in one go; undefined for what cannot be opened, which whoever wants its content will hear. */
  #read(where: string): { readonly stats: Stats; readonly bytes?: Uint8Array } | undefined {
    let handle: number
    try {
      handle = openSync(where, READ)
    } catch {
      return undefined
    }
    try {
      const stats = fstatSync(handle)
      const { size } = stats
      if (!stats.isFile() || size > KEPT_FILE || size > this.#room) return { stats }
      const bytes = Buffer.allocUnsafe(size)
      let at = 0
      for (let count = -1; at < size && count !== 0; at += count) count = readSync(handle, bytes, at, size - at, null)
      // One that is being written: whoever wants it reads it again.
      if (at < size) return { stats }
      this.#room -= size
      return { stats, bytes }
    } catch {
      return undefined
    } finally {
      closeSync(handle)
    }
  }

  /** Where a link to a file inside the folder leads; null, with a problem, for every other link. */
  #linkTarget(path: string, where: string): string | null {
    try {
      const target = realpathSync(where)
      if (!target.startsWith(this.#top.endsWith(sep) ? this.#top : this.#top + sep)) {
        this.#problems.push({ kind: 'symlink-outside', at: { file: path, start: 0, end: 0 }, data: { path }, hides: true })
        return null
      }
      if (statSync(target).isFile()) return target
      // what a link to a folder shows is listed under the folder's own path already
      this.#problems.push(unreadable(path, 'folder-link'))
    } catch {
      this.#problems.push(unreadable(path, 'broken-link'))
    }
    return null
  }

  #add(path: string, where: string, { size, ino, mtimeMs, ctimeMs }: Stats, bytes?: Uint8Array): void {
    const stamp = this.#stamps ? `${ino} ${size} ${mtimeMs} ${ctimeMs}` : ''
    this.#found.set(path, { where, size, stamp, bytes })
    this.#bytes += size
    if (this.#found.size > this.#limits.files) this.#tooMany()
    if (this.#bytes > this.#limits.bytes) throw new InputError('too-many-bytes', { path: this.#shown, limit: String(this.#limits.bytes) })
  }

  #tooMany(): never {
    throw new InputError('too-many-files', { path: this.#shown, limit: String(this.#limits.files) })
  }
}

function readIgnoreList(path: string): IgnoreList | null {
  try {
    return lstatSync(path).isFile() ? new IgnoreList(readFileSync(path, 'utf8').slice(0, 100_000)) : null
  } catch {
    return null
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

function unreadable(path: string, reason: string): Problem {
  return { kind: 'unreadable', at: { file: path, start: 0, end: 0 }, data: { path, reason }, hides: true }
}
