/**
 * Source maps that a build left in the package or beside it: where a place of compiled code was written. Only read, never
 * trusted: a map that is too large, broken or for another file gives no answer.
 */
import { linesOf } from './lines.ts'
import { joinPath } from './path.ts'
import type { Files, Span } from './types.ts'

/** Where a piece of compiled code was written. `file` is as near to a path in the project as the map says it. */
export interface Original {
  readonly file: string
  /** 1-based. */
  readonly line: number
  /** 1-based, in UTF-16 code units. */
  readonly column: number
}

/** Maps longer than this are not read (UTF-16 units). */
const LONGEST_MAP = 12_000_000
const MOST_SEGMENTS = 1_500_000
const MOST_SOURCES = 50_000
/** How much of a file's end is searched for the map's address. */
const TAIL = 4000

/** The decoded map of one file: for each line its segments, [column, source, line, column] one after the other. */
interface Decoded {
  readonly sources: readonly string[]
  readonly lines: readonly Int32Array[]
}

const known = new WeakMap<Files, Maps>()

/** Where the start of a span was written; null without a map that says so. `root` is the program's folder in the files. */
export function originalOf(files: Files, root: string, at: Span): Original | null {
  let maps = known.get(files)
  if (!maps) {
    maps = new Maps(files, root)
    known.set(files, maps)
  }
  return maps.original(at)
}

/** The maps of one program, each read when it is first asked for. */
class Maps {
  readonly #files: Files
  readonly #root: string
  readonly #maps = new Map<string, Decoded | null>()

  constructor(files: Files, root: string) {
    this.#files = files
    this.#root = root
  }

  original(at: Span): Original | null {
    let map = this.#maps.get(at.file)
    if (map === undefined) {
      map = this.#read(at.file)
      this.#maps.set(at.file, map)
    }
    if (!map) return null
    const { line, column } = linesOf(this.#files, at.file).position(at.start)
    return find(map, line - 1, column - 1)
  }

  #read(file: string): Decoded | null {
    if (!/\.(?:js|ts)$/.test(file)) return null
    const text = this.#files.text(file)
    if (text === undefined) return null
    const address = /[#@]\s*sourceMappingURL=([^\s'"*]+)\s*(?:\*\/)?\s*;*\s*$/.exec(text.slice(-TAIL))?.[1] ?? inline(text)
    const found = address === null ? null : this.#text(file, address)
    return found === null ? null : decode(found, file, this.#root)
  }
  /** A map's text: in the address itself, at the address, or where builds put it that keep it out of the package. */
  #text(file: string, address: string): string | null {
    const data = /^data:application\/json[^,]*?(;base64)?,(.*)$/s.exec(address)
    if (data) return address.length > LONGEST_MAP ? null : data[1] ? base64(data[2]!) : plain(data[2]!)
    if (/^[a-z][\w+.-]*:/i.test(address)) return null
    const folder = file.slice(0, file.lastIndexOf('/') + 1)
    for (const path of [joinPath('', folder + plain(address.split(/[?#]/)[0]!)), `${file}.map`]) {
      if (path === null || !this.#files.has(path) || this.#files.size(path) > LONGEST_MAP * 2) continue
      const text = this.#files.text(path)
      if (text !== undefined && text.length <= LONGEST_MAP) return text
    }
    return null
  }
}

/** A map in the file itself may be longer than the tail that is searched first. */
function inline(text: string): string | null {
  const at = text.lastIndexOf('sourceMappingURL=data:')
  if (at < 0) return null
  const end = text.slice(at).search(/[\s'"*]/)
  return text.slice(at + 'sourceMappingURL='.length, end < 0 ? undefined : at + end)
}
function plain(s: string): string {
  try {
    return decodeURIComponent(s)
  } catch {
    return s
  }
}
function base64(s: string): string | null {
  try {
    const bytes = Uint8Array.from(atob(s), (c) => c.charCodeAt(0))
    return new TextDecoder().decode(bytes)
  } catch {
    return null
  }
}

// ---- decoding ----------------------------------------------------------------------------------------------------

const isRecord = (v: unknown): v is Record<string, unknown> => v !== null && typeof v === 'object' && !Array.isArray(v)

function decode(text: string, file: string, root: string): Decoded | null {
  let map: unknown
  try {
    // Some servers put a guard against execution in front.
    map = JSON.parse(text.replace(/^\)\]\}'[^\n]*\n/, ''))
  } catch {
    return null
  }
  if (!isRecord(map) || map['version'] !== 3 || typeof map['mappings'] !== 'string' || !Array.isArray(map['sources'])) return null
  const prefix = typeof map['sourceRoot'] === 'string' ? map['sourceRoot'] : ''
  const sources = map['sources'].slice(0, MOST_SOURCES).map((s) => (typeof s === 'string' ? sourceName(prefix, s, file, root) : ''))
  // Some bundlers name a module's own code with underscores for slashes, and its wrapper as it is called.
  const flat = new Map(sources.map((s) => [`._${s.replaceAll('/', '_')}`, s]))
  for (const [i, s] of sources.entries()) if (s.startsWith('._')) sources[i] = flat.get(s) ?? s
  const lines = segments(map['mappings'])
  return lines && { sources, lines }
}

/** What a source is called in the project: without the bundler's scheme, its queries, and the dots of the way there. */
function sourceName(prefix: string, source: string, file: string, root: string): string {
  // uni-app names the virtual module of a page or component by its path in base64
  const unit = /uni(?:Page|Component):\/\/?([\w+/=-]+)/.exec(source)?.[1]
  const named = unit === undefined ? null : base64(unit.replace(/-/g, '+').replace(/_/g, '/'))
  if (named) return named.slice(0, 400)
  const scheme = /^[a-z][\w+.-]*:\/\/(?:[^/]*\/)?(.*)$/i.exec(source)
  let path = (scheme ? scheme[1]! : prefix ? `${prefix.replace(/\/?$/, '/')}${source}` : source).split('?')[0]!.replace(/\\/g, '/')
  path = path.replace(/^(?:\.\/)+/, '')
  if (!scheme && path.startsWith('../')) {
    // Beside the program's folder: what leads out of it is taken off.
    const folder = file.slice(root.length, file.lastIndexOf('/') + 1)
    path = (joinPath('', folder + path) ?? path).replace(/^(?:\.\.\/)+/, '')
  }
  return path.slice(0, 400)
}

const DIGITS = new Int8Array(128).fill(-1)
for (const [i, c] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].entries()) DIGITS[c.charCodeAt(0)] = i

/** Base64 VLQ: lines parted by ';', segments by ','; every number but the column goes on from the one before. */
function segments(mappings: string): Int32Array[] | null {
  const out: Int32Array[] = []
  let line: number[] = []
  const field = [0, 0, 0, 0]
  let count = 0
  let n = 0
  let value = 0
  let shift = 0
  const end = (): void => {
    if (n >= 4) line.push(field[0]!, field[1]!, field[2]!, field[3]!)
    n = 0
  }
  for (let i = 0; i < mappings.length; i++) {
    const c = mappings.charCodeAt(i)
    if (c === 44 || c === 59) {
      end()
      if (c === 59) {
        out.push(Int32Array.from(line))
        line = []
        field[0] = 0
      }
      if (++count > MOST_SEGMENTS) return null
      continue
    }
    const digit = c < 128 ? DIGITS[c]! : -1
    if (digit < 0 || shift > 30) return null
    value |= (digit & 31) << shift
    if (digit & 32) {
      shift += 5
      continue
    }
    if (n < 4) field[n] = (field[n]! + (value & 1 ? -(value >>> 1) : value >>> 1)) | 0
    n++
    value = 0
    shift = 0
  }
  end()
  out.push(Int32Array.from(line))
  return out
}

/** The last segment that starts at or before a column. */
function find(map: Decoded, line: number, column: number): Original | null {
  const at = map.lines[line]
  if (!at || at.length === 0) return null
  let low = 0
  let high = at.length / 4 - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (at[middle * 4]! <= column) low = middle
    else high = middle - 1
  }
  if (at[low * 4]! > column) return null
  const file = map.sources[at[low * 4 + 1]!]
  const [l, c] = [at[low * 4 + 2]!, at[low * 4 + 3]!]
  return file && l >= 0 && c >= 0 ? { file, line: l + 1, column: c + 1 } : null
}
