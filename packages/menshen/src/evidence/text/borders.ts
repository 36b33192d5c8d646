/**
 * Word borders for short terms without a segmenter: among ordinary words and the term itself, the cheapest way to cut the
 * few characters around a hit. 方面|相关 beats 方|面相|关, so 面相 is not there; 看|面相 stays.
 */
import common from '../../../data/common-words.json' with { type: 'json' }

let words: ReadonlySet<string> | undefined
const known = (): ReadonlySet<string> => {
  words ??= new Set(common.words.split(' '))
  return words
}

let wider: ReadonlySet<string> | undefined
/** True for an ordinary word, one of those included that a segmenter does not know. */
export const isWord = (text: string): boolean => {
  wider ??= new Set([...known(), ...common.modern.split(' ')])
  return wider.has(text)
}

const LOOSE = 1
const WORD = 0.6
const TERM = 0.7
const REACH = 3
/** Terms longer than this hardly straddle anything. */
const SHORT = 3

const cost = new Float64Array(2 * REACH + SHORT + 1)

/** True when an ordinary word reaches across either end of the term; without one there is nothing to weigh. */
const straddled = (list: ReadonlySet<string>, text: string, from: number, to: number, start: number, end: number): boolean => {
  for (const border of [start, end])
    for (let length = 2; length <= 3; length++)
      for (let a = Math.max(from, border - length + 1); a < border && a + length <= to; a++)
        if (list.has(text.slice(a, a + length))) return true
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
        if (list.has(text.slice(a, b))) step(length, WORD)
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
    if (gap - length >= 0 && list.has(text.slice(gap - length, gap))) return true
    if (gap + length <= text.length && list.has(text.slice(gap, gap + length))) return true
  }
  return false
}
