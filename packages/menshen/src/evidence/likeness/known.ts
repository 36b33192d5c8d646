/** What everybody has: component libraries, starter templates and phrases of code that unrelated programs share. */
import file from '../../../data/likeness.json' with { type: 'json' }
import type { Text } from '../text/lexicon.ts'

export interface KnownLibrary {
  readonly id: string
  readonly title: Text
  /** The least hashes of each of its files, eight hexadecimal digits each, a space between files. */
  readonly files: string
  readonly source: string
  readonly date: string
}
interface KnownFile {
  readonly format: 'menshen-known/1'
  readonly libraries: readonly KnownLibrary[]
  /** Shingles that stand in programs of many people. */
  readonly common: { readonly hashes: string; readonly source: string; readonly date: string }
}
const KNOWN = file as unknown as KnownFile

const numbersOf = (hashes: string): readonly number[] => {
  const out: number[] = []
  for (let i = 0; i + 8 <= hashes.length; i += 8) out.push(Number.parseInt(hashes.slice(i, i + 8), 16))
  return out
}
interface Known {
  /** Files of libraries by each of their hashes. */
  readonly byHash: ReadonlyMap<number, readonly number[]>
  readonly libraryOfFile: readonly KnownLibrary[]
  readonly common: ReadonlySet<number>
}
let read: Known | undefined
const known = (): Known => {
  if (read) return read
  const byHash = new Map<number, number[]>()
  const libraryOfFile: KnownLibrary[] = []
  for (const library of KNOWN.libraries)
    for (const hashes of library.files.split(' ')) {
      for (const one of numbersOf(hashes)) byHash.set(one, [...(byHash.get(one) ?? []), libraryOfFile.length])
      libraryOfFile.push(library)
    }
  read = { byHash, libraryOfFile, common: new Set(numbersOf(KNOWN.common.hashes)) }
  return read
}

/** Of each file of a library so many hashes are kept; a file with fewer is like many others by chance. */
export const PER_FILE = 8
/** So many of them must be those of one file of the library. */
const ENOUGH = 5

/** The library that a file is from, by its least hashes. */
export const libraryOf = (least: readonly number[]): KnownLibrary | null => {
  if (least.length < PER_FILE) return null
  const { byHash, libraryOfFile } = known()
  const hits = new Map<number, number>()
  for (const one of least.slice(0, PER_FILE))
    for (const file of byHash.get(one) ?? []) {
      const count = (hits.get(file) ?? 0) + 1
      if (count >= ENOUGH) return libraryOfFile[file] ?? null
      hits.set(file, count)
    }
  return null
}

/** The shingles that are a program's own. */
export const ownOf = (set: ReadonlySet<number>): ReadonlySet<number> => {
  const { common } = known()
  if (common.size === 0) return set
  const out = new Set<number>()
  for (const one of set) if (!common.has(one)) out.add(one)
  return out
}
