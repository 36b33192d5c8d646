/**
 * What has changed between two texts: by lines first, then by characters inside of what changed. A search by characters alone
 * gives up on long files with many changes and shows everything as one; lines that stand once in both hold it together.
 */
import { Change, presentableDiff } from '@codemirror/merge'

/** Longer pieces are shown as changed whole: nobody looks for single characters in them. */
const FINE = 6_000
/** Time for characters, in milliseconds, over the whole file. */
const PATIENCE = 150
/** How many lines two pieces without a line of their own may differ in before they count as different whole. */
const DEPTH = 400

type Pair = readonly [a: number, b: number]

/** The longest row of pairs that rises on both sides; they come ordered by `a`. */
const rising = (pairs: readonly Pair[]): readonly Pair[] => {
  const ends: number[] = []
  const before = new Int32Array(pairs.length).fill(-1)
  for (const [i, [, b]] of pairs.entries()) {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[ends[middle]!]![1] < b) low = middle + 1
      else high = middle
    }
    if (low > 0) before[i] = ends[low - 1]!
    ends[low] = i
  }
  const row: Pair[] = []
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i]!) row.push(pairs[i]!)
  return row.reverse()
}
/** Lines that stand exactly once on either side of a piece. */
const anchors = (a: Int32Array, b: Int32Array, [fromA, toA, fromB, toB]: Piece): readonly Pair[] => {
  const count = new Map<number, [inA: number, inB: number, atB: number]>()
  for (let i = fromA; i < toA; i++) {
    const seen = count.get(a[i]!)
    if (seen === undefined) count.set(a[i]!, [1, 0, 0])
    else seen[0]++
  }
  for (let i = fromB; i < toB; i++) {
    const seen = count.get(b[i]!)
    if (seen === undefined) continue
    seen[1]++
    seen[2] = i
  }
  const pairs: Pair[] = []
  for (let i = fromA; i < toA; i++) {
    const [inA, inB, atB] = count.get(a[i]!)!
    if (inA === 1 && inB === 1) pairs.push([i, atB])
  }
  return rising(pairs)
}
type Piece = readonly [fromA: number, toA: number, fromB: number, toB: number]

/** Lines that stay, of a piece in which none stands alone (Myers); none when they differ in too many. */
const staying = (a: Int32Array, b: Int32Array, [fromA, toA, fromB, toB]: Piece): readonly Pair[] => {
  const [lengthA, lengthB] = [toA - fromA, toB - fromB]
  const most = Math.min(DEPTH, lengthA + lengthB)
  const trail: Int32Array[] = []
  // By diagonal, from -most - 1 to most + 1: how far along `a` one comes on it.
  const far = new Int32Array(2 * most + 3)
  const middle = most + 1
  const down = (was: Int32Array, k: number, depth: number): boolean =>
    k === -depth || (k !== depth && was[middle + k - 1]! < was[middle + k + 1]!)
  for (let depth = 0; depth <= most; depth++) {
    trail.push(far.slice())
    for (let k = -depth; k <= depth; k += 2) {
      let x = down(far, k, depth) ? far[middle + k + 1]! : far[middle + k - 1]! + 1
      while (x < lengthA && x - k < lengthB && a[fromA + x] === b[fromB + x - k]) x++
      far[middle + k] = x
      if (x >= lengthA && x - k >= lengthB) return back(trail, down, middle, lengthA, lengthB).map(([x, y]) => [fromA + x, fromB + y])
    }
  }
  return []
}
/** The lines that the way there left as they are. */
const back = (
  trail: readonly Int32Array[],
  down: (was: Int32Array, k: number, depth: number) => boolean,
  middle: number,
  lengthA: number,
  lengthB: number,
): readonly Pair[] => {
  const pairs: Pair[] = []
  let [x, y] = [lengthA, lengthB]
  for (let depth = trail.length - 1; depth >= 0; depth--) {
    const was = trail[depth]!
    const from = down(was, x - y, depth) ? x - y + 1 : x - y - 1
    const [toX, toY] = depth === 0 ? [0, 0] : [was[middle + from]!, was[middle + from]! - from]
    while (x > toX && y > toY) pairs.push([--x, --y])
    ;[x, y] = [toX, toY]
  }
  return pairs.reverse()
}

/** Pieces of lines that differ, in their order. */
const pieces = (a: Int32Array, b: Int32Array): readonly Piece[] => {
  const found: Piece[] = []
  const open: Piece[] = [[0, a.length, 0, b.length]]
  for (let piece = open.pop(); piece !== undefined; piece = open.pop()) {
    let [fromA, toA, fromB, toB] = piece
    while (fromA < toA && fromB < toB && a[fromA] === b[fromB]) {
      fromA++
      fromB++
    }
    while (fromA < toA && fromB < toB && a[toA - 1] === b[toB - 1]) {
      toA--
      toB--
    }
    if (fromA === toA && fromB === toB) continue
    const rest: Piece = [fromA, toA, fromB, toB]
    if (fromA === toA || fromB === toB) {
      found.push(rest)
      continue
    }
    const alone = anchors(a, b, rest)
    const same = alone.length > 0 ? alone : staying(a, b, rest)
    if (same.length === 0) {
      found.push(rest)
      continue
    }
    let [x, y] = [fromA, fromB]
    for (const [atA, atB] of [...same, [toA, toB] as const]) {
      if (atA > x || atB > y) open.push([x, atA, y, atB])
      x = atA + 1
      y = atB + 1
    }
  }
  return found.sort((one, other) => one[0] - other[0] || one[2] - other[2])
}

/** Where each line begins, and one place more: the end. */
const begins = (text: string): number[] => {
  const at = [0]
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) at.push(i + 1)
  at.push(text.length)
  return at
}

/** The changes that lead from one text to the other, in order and apart from each other. */
export const changesOf = (a: string, b: string, now: () => number = () => performance.now()): readonly Change[] => {
  const [startsA, startsB] = [begins(a), begins(b)]
  const ids = new Map<string, number>()
  const lines = (text: string, starts: readonly number[]): Int32Array =>
    Int32Array.from({ length: starts.length - 1 }, (_, i) => {
      // With its end: a last line without one is another.
      const line = text.slice(starts[i], starts[i + 1])
      const id = ids.get(line) ?? ids.size
      ids.set(line, id)
      return id
    })
  const until = now() + PATIENCE
  return pieces(lines(a, startsA), lines(b, startsB)).flatMap(([lineA, endA, lineB, endB]) => {
    const [fromA, toA, fromB, toB] = [startsA[lineA]!, startsA[endA]!, startsB[lineB]!, startsB[endB]!]
    if (Math.max(toA - fromA, toB - fromB) > FINE || now() > until) return [new Change(fromA, toA, fromB, toB)]
    return presentableDiff(a.slice(fromA, toA), b.slice(fromB, toB), { scanLimit: 500, timeout: 20 }).map(
      (one) => new Change(one.fromA + fromA, one.toA + fromA, one.fromB + fromB, one.toB + fromB),
    )
  })
}
