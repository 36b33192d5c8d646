/**
 * Word borders for short terms without a segmenter: among ordinary words and the term itself, the cheapest way to cut the
 * few characters around a hit. 方面|相关 beats 方|面相|关, so 面相 is not there; 看|面相 stays.
 */
import common from '../../../data/common-words.json' with { type: 'json' }

/**
 * A list of words, asked about places of texts without cutting anything out of them. Nearly all ordinary words have two
 * characters: those lie in a table by both of them.
 */
class Words {
  readonly #pairs: Int32Array
  readonly #mask: number
  readonly #longer: ReadonlySet<string>
  constructor(list: readonly string[]) {
    let size = 64
    while (size < list.length * 4) size *= 2
    this.#pairs = new Int32Array(size)
    this.#mask = size - 1
    this.#longer = new Set(list.filter((word) => word.length !== 2))
    for (const word of list) {
      if (word.length !== 2) continue
      const pair = (word.charCodeAt(0) << 16) | word.charCodeAt(1)
      this.#pairs[this.#slot(pair)] = pair
    }
  }
  #slot(pair: number): number {
    let at = (Math.imul(pair, 0x9e3779b1) >>> 15) & this.#mask
    while (this.#pairs[at] !== 0 && this.#pairs[at] !== pair) at = (at + 1) & this.#mask
    return at
  }
  /** Whether the stretch [start, end), which lies inside the text, is one of the words. */
  has(text: string, start: number, end: number): boolean {
    if (end - start !== 2) return this.#longer.size > 0 && this.#longer.has(text.slice(start, end))
    const pair = (text.charCodeAt(start) << 16) | text.charCodeAt(start + 1)
    return pair !== 0 && this.#pairs[this.#slot(pair)] === pair
  }
}

let words: Words | undefined
const known = (): Words => {
  words ??= new Words(common.words.split(' '))
  return words
}

let wider: Words | undefined
/** True when a stretch of a text is an ordinary word, one of those included that a segmenter does not know. */
export const isWord = (text: string, start: number, end: number): boolean => {
  wider ??= new Words([...common.words.split(' '), ...common.modern.split(' ')])
  return wider.has(text, start, end)
}

const LOOSE = 1
const WORD = 0.6
const TERM = 0.7
const REACH = 3
/** Terms longer than this hardly straddle anything. */
const SHORT = 3

const cost = new Float64Array(2 * REACH + SHORT + 1)

/** True when an ordinary word reaches across either end of the term; without one there is nothing to weigh. */
const straddled = (list: Words, text: string, from: number, to: number, start: number, end: number): boolean => {
  for (const border of [start, end])
    for (let length = 2; length <= 3; length++)
      for (let a = Math.max(from, border - length + 1); a < border && a + length <= to; a++) if (list.has(text, a, a + length)) return true
  return false
}

/** The last answer: a word that stands in several lists is hit several times in a row. */
let last = { text: '', start: -1, end: -1, alone: true }
/** True when the hit [start, end) of a folded text reads as a word, false when its characters belong to their neighbours. */
export const standsAlone = (text: string, start: number, end: number): boolean => {
  if (end - start > SHORT) return true
  if (last.start !== start || last.end !== end || last.text !== text) last = { text, start, end, alone: alone(text, start, end) }
  return last.alone
}
const alone = (text: string, start: number, end: number): boolean => {
  const list = known()
  const from = Math.max(0, start - REACH)
  const to = Math.min(text.length, end + REACH)
  if (!straddled(list, text, from, to, start, end)) return true
  const size = to - from
  // Cheapest cut that keeps the term whole, and cheapest cut that does not use it.
  const best = (withTerm: boolean): number => {
    cost.fill(Infinity, 0, size + 1)
    cost[0] = 0
    for (let i = 0; i < size; i++) {
      if (cost[i] === Infinity) continue
      const step = (length: number, price: number): void => {
        if (i + length <= size && cost[i]! + price < cost[i + length]!) cost[i + length] = cost[i]! + price
      }
      const inside = from + i >= start && from + i < end
      if (withTerm) {
        if (from + i === start) {
          step(end - start, TERM)
          continue
        }
        if (inside) continue
      }
      step(1, LOOSE)
      for (let length = 2; length <= 3; length++) {
        const a = from + i
        const b = a + length
        if (b > to) break
        if (withTerm && a < start && b > start) break
        // Whether the term itself is an ordinary word does not matter here.
        if (!withTerm && a === start && b === end) continue
        if (list.has(text, a, b)) step(length, WORD)
      }
    }
    return cost[size]!
  }
  return best(true) <= best(false)
}

/** True when the characters on either side of a gap belong to a known word there: a blank between two words, not inside one. */
export const partsWords = (text: string, gap: number): boolean => {
  const list = known()
  for (let length = 2; length <= 3; length++) {
    if (gap - length >= 0 && list.has(text, gap - length, gap)) return true
    if (gap + length <= text.length && list.has(text, gap, gap + length)) return true
  }
  return false
}
