/** Pairs of characters that trades' words are made of, as columns: few words are enough to tell a trade by. */
import { fromBytes, toBytes } from '../text/columns.ts'
import type { Offer } from './offers.ts'

/** A pair that more trades than this use says nothing. */
const COMMON = 4
const RUN = /\p{Script=Han}{2,}/gu
export const pairsOf = (text: string): ReadonlySet<string> => {
  const out = new Set<string>()
  for (const [run] of text.matchAll(RUN)) for (let i = 0; i + 1 < run.length; i++) out.add(run.slice(i, i + 2))
  return out
}

type Columns = {
  /** Pairs in order, both code units in one number. */
  readonly pairs: Int32Array
  /** By pair: its first row, and behind the last pair where they end. */
  readonly rowsOf: Int32Array
  /** By row: the trade, and how many of its words have the pair. */
  readonly trades: Uint16Array
  readonly counts: Uint16Array
}
const keyOf = (pair: string): number => (pair.charCodeAt(0) << 16) | pair.charCodeAt(1)

export const packPairs = (offers: readonly Offer[]): Uint8Array => {
  const counts = new Map<string, Map<number, number>>()
  for (const [trade, { strong, weak, title }] of offers.entries())
    for (const word of [...strong, ...weak, title.zh])
      for (const pair of pairsOf(word)) {
        let row = counts.get(pair)
        if (!row) counts.set(pair, (row = new Map()))
        row.set(trade, (row.get(trade) ?? 0) + 1)
      }
  // Characters beyond the first plane are no pair that anybody writes.
  const kept = [...counts].filter(([pair, row]) => pair.length === 2 && row.size <= COMMON).sort(([a], [b]) => keyOf(a) - keyOf(b))
  const rowsOf = new Int32Array(kept.length + 1)
  for (const [i, [, row]] of kept.entries()) rowsOf[i + 1] = rowsOf[i]! + row.size
  const rows = kept.flatMap(([, row]) => [...row])
  return toBytes({
    plain: null,
    columns: {
      pairs: Int32Array.from(kept, ([pair]) => keyOf(pair)),
      rowsOf,
      trades: Uint16Array.from(rows, ([trade]) => trade),
      counts: Uint16Array.from(rows, ([, count]) => count),
    } satisfies Columns,
  })
}

/** The trades that use a pair, by number, each with what the pair says of it. */
export type Pairs = (pair: string) => readonly { readonly trade: number; readonly weight: number }[]
const NONE: ReturnType<Pairs> = []
export const unpackPairs = (packed: Uint8Array): Pairs => {
  const { pairs, rowsOf, trades, counts } = fromBytes<null, Columns>(packed).columns
  return (pair) => {
    const key = keyOf(pair)
    let low = 0
    let high = pairs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[middle]! < key) low = middle + 1
      else high = middle
    }
    if (pairs[low] !== key) return NONE
    const [from, to] = [rowsOf[low]!, rowsOf[low + 1]!]
    // Half a point for a pair of one word, a whole one for a pair of several, shared among the trades that use it.
    return Array.from(trades.subarray(from, to), (trade, i) => ({
      trade,
      weight: Math.min(2, 1 + Math.log2(counts[from + i]!)) / 2 / (to - from),
    }))
  }
}
