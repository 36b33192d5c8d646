/**
 * Syllables in letters as the characters that they stand for: nei存 is 内存, 未du is 未读, for of all characters that sound so
 * only one makes a word of its neighbours. What is heard finds the words of a list by itself; patterns and what stands around
 * a word read this.
 */
import pinyin from '../../../data/pinyin.json' with { type: 'json' }
import { hits } from './automaton.ts'
import { isWord } from './borders.ts'
import type { Lexicon } from './lexicon.ts'
import { Gap, type Normalised, textOf } from './normalise.ts'

const READINGS: Readonly<Record<string, string>> = pinyin.readings
const LONGEST_SYLLABLE = 6
const letter = (unit: number): boolean => unit >= 97 && unit <= 122
const han = (unit: number): boolean => unit >= 0x3400 && unit <= 0x9fff

/** How many characters the listed words have that reach over a place. */
const listedAt = ({ machine, needlesOf, lengthOf }: Lexicon, text: string, at: number): number => {
  let most = 0
  const count = machine.scan(text)
  for (let hit = 0; hit < count; hit++) {
    const length = lengthOf[needlesOf[hits.list[2 * hit]!]!]!
    const end = hits.list[2 * hit + 1]!
    if (length > most && length > 1 && end > at && end - length <= at) most = length
  }
  return most
}

/** The character that makes a word of what stands on either side, one of the dictionary or a listed one, or 0. */
const fitting = (lexicon: Lexicon, syllable: string, before: string, after: string): number => {
  let best = 0
  let most = 0
  for (const one of READINGS[syllable] ?? '') {
    const text = before + one + after
    const at = before.length
    let words = listedAt(lexicon, text, at)
    for (let length = 2; length <= 3; length++)
      for (let start = Math.max(0, at - length + 1); start <= at && start + length <= text.length; start++)
        if (isWord(text, start, start + length)) words += length - 1
    if (words > most) {
      most = words
      best = one.charCodeAt(0)
    }
  }
  return best
}

/** How many syllables of one text are tried at most: a text of nothing else is written to be slow, not to be read. */
export interface Patience {
  left: number
}
export const patience = (): Patience => ({ left: 160 })

/** The text with such syllables written out; null when there are none. Every character keeps its place in the text as written. */
export const restored = (source: Normalised, lexicon: Lexicon, more: Patience = patience()): Normalised | null => {
  if (more.left <= 0) return null
  const { text, starts, ends, gaps } = source
  const size = text.length
  const units = new Uint16Array(size)
  const froms = new Int32Array(size)
  const tills = new Int32Array(size)
  const between = new Uint8Array(size)
  let count = 0
  let found = false
  const put = (unit: number, from: number, till: number, gap: number): void => {
    units[count] = unit
    froms[count] = from
    tills[count] = till
    between[count++] = gap
  }
  for (let i = 0; i < size; ) {
    const unit = text.charCodeAt(i)
    if (!letter(unit)) {
      put(unit, starts[i]!, ends[i]!, gaps[i]!)
      i++
      continue
    }
    let end = i + 1
    while (end < size && letter(text.charCodeAt(end)) && gaps[end]! <= Gap.hidden) end++
    let one = 0
    if (end - i > 1 && end - i <= LONGEST_SYLLABLE) {
      const left = i > 0 && gaps[i]! <= Gap.space && han(text.charCodeAt(i - 1))
      const right = end < size && gaps[end]! <= Gap.space && han(text.charCodeAt(end))
      if ((left || right) && more.left-- > 0)
        one = fitting(lexicon, text.slice(i, end), left ? text.slice(Math.max(0, i - 2), i) : '', right ? text.slice(end, end + 2) : '')
    }
    if (one !== 0) {
      found = true
      // Blanks around the letters are part of the disguise.
      put(one, starts[i]!, ends[end - 1]!, gaps[i]! <= Gap.space ? Gap.none : gaps[i]!)
      if (end < size && gaps[end]! <= Gap.space) {
        put(text.charCodeAt(end), starts[end]!, ends[end]!, Gap.none)
        end++
      }
    } else for (let at = i; at < end; at++) put(text.charCodeAt(at), starts[at]!, ends[at]!, gaps[at]!)
    i = end
  }
  if (!found) return null
  return {
    original: source.original,
    text: textOf(units, count),
    starts: froms.slice(0, count),
    ends: tills.slice(0, count),
    gaps: between.slice(0, count),
    plain: false,
    pictured: false,
  }
}
