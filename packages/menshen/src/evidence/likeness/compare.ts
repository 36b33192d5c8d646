/** How alike two signed programs are, part by part and file by file. */

import { PARTS, type PartKind, type Signature, type SignedFile } from './sign.ts'
import { bandsOf, containment, leastShare, sameShare } from './sketch.ts'

export type Grade = 'same' | 'alike' | 'related' | 'unrelated' | 'too-little'
export interface PartLikeness {
  readonly kind: PartKind
  /** What both have, as part of both together. */
  readonly share: number
  /** What part of the smaller one lies in the larger one. */
  readonly contained: number
  /** What it adds to the score: between 0 and 1. */
  readonly value: number
  /** Its weight in the score; 0 when there is too little of it. */
  readonly weight: number
  readonly sizes: readonly [number, number]
}
export interface AlikeFiles {
  readonly kind: SignedFile['kind']
  readonly a: string
  readonly b: string
  readonly share: number
}
export interface Likeness {
  readonly score: number
  readonly grade: Grade
  readonly parts: readonly PartLikeness[]
  /** Code before pictures, best first: each file with the one that it is most like. */
  readonly files: readonly AlikeFiles[]
  /** Files that were compared one by one. */
  readonly compared: readonly [number, number]
}

const WEIGHTS: Readonly<Record<PartKind, number>> = { scripts: 0.4, templates: 0.3, copy: 0.2, pictures: 0.1 }
/** Below this a part says nothing. */
const ENOUGH: Readonly<Record<PartKind, number>> = { scripts: 40, templates: 25, copy: 60, pictures: 4 }
/** A small program inside a large one counts as alike, though never as the same. */
const CONTAINED = 0.85
/** Beyond this ratio of sizes containment is chance, or a shared corner. */
const RATIO = 15
/** New words and pictures on the same skeleton do not make another program. */
const SKELETON = 0.92
const GRADES: readonly (readonly [Grade, number])[] = [
  ['same', 0.8],
  ['alike', 0.5],
  ['related', 0.25],
]
const ALIKE_FILE = 0.4
const MOST_PAIRS = 500

/** Holds two signatures against each other. The answer is the same whichever comes first, but for the sides. */
export const compareSignatures = (a: Signature, b: Signature): Likeness => {
  const parts = PARTS.map((kind) => partLikeness(kind, a, b))
  const mean = (kinds: readonly PartKind[]): { readonly value: number; readonly weight: number } => {
    let sum = 0
    let weight = 0
    for (const part of parts)
      if (kinds.includes(part.kind)) {
        sum += part.value * part.weight
        weight += part.weight
      }
    return { value: weight > 0 ? sum / weight : 0, weight }
  }
  const all = mean(PARTS)
  const skeleton = mean(['scripts', 'templates'])
  const score = Math.round(Math.max(all.value, skeleton.value * SKELETON) * 1000) / 1000
  // Words or pictures alone do not make two programs alike.
  const grade = skeleton.weight === 0 ? 'too-little' : (GRADES.find(([, least]) => score >= least)?.[0] ?? 'unrelated')
  return { score, grade, parts, files: alikeFiles(a.files, b.files), compared: [a.files.length, b.files.length] }
}

const partLikeness = (kind: PartKind, a: Signature, b: Signature): PartLikeness => {
  const sizes = [a.parts[kind].size, b.parts[kind].size] as const
  const [smaller, larger] = [Math.min(...sizes), Math.max(...sizes)]
  const enough = smaller >= ENOUGH[kind]
  const share = enough ? sameShare(a.parts[kind].minhash, b.parts[kind].minhash) : 0
  const contained = enough ? containment(share, ...sizes) : 0
  const inside = larger <= smaller * RATIO ? contained * CONTAINED : 0
  return { kind, share, contained, value: Math.max(share, inside), weight: enough ? WEIGHTS[kind] : 0, sizes }
}

/** Each file of one with the most alike of the other; every file in one pair at most. */
const alikeFiles = (as: readonly SignedFile[], bs: readonly SignedFile[]): readonly AlikeFiles[] => {
  const byHash = new Map<number, number[]>()
  const byDigest = new Map<string, number>()
  for (const [i, file] of bs.entries()) {
    if (file.digest !== undefined && !byDigest.has(file.digest)) byDigest.set(file.digest, i)
    for (const one of file.least) {
      const list = byHash.get(one)
      // A hash of very many files tells none from another.
      if (!list) byHash.set(one, [i])
      else if (list.length < 60) list.push(i)
    }
  }
  const pairs: { a: number; b: number; share: number }[] = []
  for (const [i, file] of as.entries()) {
    if (file.digest !== undefined) {
      const same = byDigest.get(file.digest)
      if (same !== undefined) pairs.push({ a: i, b: same, share: 1 })
      continue
    }
    const hits = new Map<number, number>()
    for (const one of file.least) for (const j of byHash.get(one) ?? []) hits.set(j, (hits.get(j) ?? 0) + 1)
    const best = [...hits].sort((x, y) => y[1] - x[1]).slice(0, 6)
    for (const [j] of best) {
      if (bs[j]!.kind !== file.kind) continue
      const share = leastShare(file.least, bs[j]!.least)
      if (share >= ALIKE_FILE) pairs.push({ a: i, b: j, share })
    }
  }
  pairs.sort((x, y) => y.share - x.share || samePath(y) - samePath(x) || x.a - y.a || x.b - y.b)
  function samePath({ a, b }: { a: number; b: number }): number {
    return as[a]!.path.replace(/\.\w+$/, '') === bs[b]!.path.replace(/\.\w+$/, '') ? 1 : 0
  }
  const usedA = new Set<number>()
  const usedB = new Set<number>()
  const out: AlikeFiles[] = []
  for (const { a, b, share } of pairs) {
    if (usedA.has(a) || usedB.has(b) || out.length >= MOST_PAIRS) continue
    usedA.add(a)
    usedB.add(b)
    out.push({ kind: as[a]!.kind, a: as[a]!.path, b: bs[b]!.path, share: Math.round(share * 1000) / 1000 })
  }
  return out.sort((x, y) => KINDS.indexOf(x.kind) - KINDS.indexOf(y.kind) || y.share - x.share)
}
/** Code tells more than pictures, and comes first. */
const KINDS: readonly SignedFile['kind'][] = ['script', 'template', 'picture']

/** Keys under which a signature is filed so that those like it are found without comparing all: two alike share at least one. */
export const bandKeys = (signature: Signature): readonly string[] =>
  PARTS.flatMap((kind) => (signature.parts[kind].size >= ENOUGH[kind] ? bandsOf(kind, signature.parts[kind].minhash) : []))

/** What is wrong with a signature that came from elsewhere, or null. */
export const signatureProblem = (value: unknown): string | null => {
  const one = value as Partial<Signature> | null
  if (typeof one !== 'object' || one === null || one.format !== 'menshen-likeness/1') return 'format'
  for (const kind of PARTS) {
    const part = one.parts?.[kind]
    if (!part || !Number.isSafeInteger(part.size) || part.size < 0 || !/^[\da-f]{2048}$/.test(part.minhash)) return `parts.${kind}`
  }
  if (!Array.isArray(one.files) || one.files.length > 5000) return 'files'
  for (const file of one.files)
    if (typeof file?.path !== 'string' || !Array.isArray(file.least) || file.least.length > 64 || !file.least.every(Number.isSafeInteger))
      return 'files'
  return Array.isArray(one.leftOut) ? null : 'leftOut'
}
