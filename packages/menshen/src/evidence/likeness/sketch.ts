/** Small stand-ins for large sets: MinHash for whole programs, the least hashes for single files, bands for looking among many. */
import { hex, mix } from './hash.ts'

export const PERMUTATIONS = 256
/** Bands of four rows: pairs that share half of their shingles meet in one of them nearly always, those that share a tenth hardly ever. */
const ROWS = 4
const EMPTY = 0xffffffff

/** MinHash: for each of many orders, the first member of the set. Written in hexadecimal, so that it can be kept anywhere. */
export const minHash = (set: ReadonlySet<number>): string => {
  const least = new Uint32Array(PERMUTATIONS).fill(EMPTY)
  for (const member of set)
    for (let i = 0; i < PERMUTATIONS; i++) {
      const value = mix(member ^ ORDERS[i]!)
      if (value < least[i]!) least[i] = value
    }
  let out = ''
  for (const value of least) out += hex(value)
  return out
}
const ORDERS = Uint32Array.from({ length: PERMUTATIONS }, (_, i) => mix(Math.imul(i + 1, 0x9e3779b1)))

/** The share of equal places: an estimate of what the two sets have in common, as part of both together. */
export const sameShare = (a: string, b: string): number => {
  if (a.length !== PERMUTATIONS * 8 || b.length !== a.length) return 0
  let same = 0
  for (let i = 0; i < a.length; i += 8) if (a.slice(i, i + 8) === b.slice(i, i + 8)) same++
  return same / PERMUTATIONS
}

/** What part of the smaller set lies in the larger one, from their sizes and the share. */
export const containment = (share: number, sizeA: number, sizeB: number): number => {
  const smaller = Math.min(sizeA, sizeB)
  if (smaller === 0) return 0
  return Math.min(1, (share * (sizeA + sizeB)) / (1 + share) / smaller)
}

/** Keys under which a signature is filed; two that are alike share at least one. */
export const bandsOf = (kind: string, minhash: string): readonly string[] => {
  const out: string[] = []
  for (let band = 0; band * ROWS < PERMUTATIONS; band++) {
    const rows = minhash.slice(band * ROWS * 8, (band + 1) * ROWS * 8)
    if (!rows.startsWith(hex(EMPTY))) out.push(`${kind}.${band}.${rows}`)
  }
  return out
}

const LEAST = 32
/** The least hashes of a file's set, in order: comparable with those of any other file. */
export const leastOf = (set: ReadonlySet<number>): readonly number[] =>
  [...set]
    .map((member) => mix(member))
    .sort((a, b) => a - b)
    .slice(0, LEAST)

/** What two files have in common, from their least hashes. */
export const leastShare = (a: readonly number[], b: readonly number[]): number => {
  const all = [...new Set([...a, ...b])].sort((x, y) => x - y).slice(0, LEAST)
  if (all.length === 0) return 0
  const inA = new Set(a)
  const inB = new Set(b)
  return all.filter((one) => inA.has(one) && inB.has(one)).length / all.length
}
