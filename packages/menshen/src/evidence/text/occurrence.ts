/** Whether a needle that stands in a text is that word, and whether it was written to hide. */
import { partsWords, standsAlone } from './borders.ts'
import { type Lexicon, MARK } from './lexicon.ts'
import { Gap, type Normalised } from './normalise.ts'
import { outOfPlace } from './sound.ts'
import type { Stretch } from './stretches.ts'

export interface Hit extends Stretch {
  /** Numbers of the lexicon. */
  readonly needle: number
  readonly entry: number
  readonly evasive: boolean
  /** The hit may only be the meeting of two words. */
  readonly doubtful: boolean
  /** Other characters that sound or look so: never more than a hint for a human. */
  readonly heard: boolean
  /** So short and so little of it written as listed that it is weak by itself. */
  readonly thin?: boolean
  /** A weak word with letters for some of its characters: nobody writes so by chance. */
  readonly spelt?: boolean
}

const alnum = (unit: number): boolean => (unit >= 48 && unit <= 57) || (unit >= 97 && unit <= 122)
const latin = (unit: number): boolean => unit >= 97 && unit <= 122

/** Whether a needle's occurrence is that word, and whether it was written to hide. */
export const occurrence = (text: Normalised, lex: Lexicon, needle: number, end: number): Hit | null => {
  const length = lex.lengthOf[needle]!
  const entry = lex.entryOf[needle]!
  const marks = lex.marksOf[needle]!
  const spelt = (marks & MARK.evasive) !== 0
  const shape = (marks & MARK.shape) !== 0
  const start = end - length
  const units = text.text
  const gaps = text.gaps
  // A Latin word ends where its letters end; a blank or a symbol ends it too.
  if ((marks & MARK.latinStart) !== 0 && start > 0 && gaps[start] === Gap.none && alnum(units.charCodeAt(start - 1))) return null
  if ((marks & MARK.latinEnd) !== 0 && end < units.length && gaps[end] === Gap.none && alnum(units.charCodeAt(end))) return null
  let most: number = Gap.none
  let count = 0
  for (let i = start + 1; i < end; i++) {
    const gap = gaps[i]!
    if (gap === Gap.none) continue
    if (gap > most) most = gap
    if (gap !== Gap.hidden) count++
  }
  const hidden = most === Gap.hidden
  if (shape) {
    const word = lex.wordOf(needle)
    if (!outOfPlace(text, start, end, (at) => units[at] !== word[at - start])) return null
  }
  if (count === 0)
    return {
      needle,
      entry,
      start,
      end,
      evasive: spelt || hidden,
      doubtful: !spelt && !aloneIn(text, start, end),
      heard: shape,
    }
  if (most === Gap.stop) return null
  const inner = length - 1
  const uniform = count === inner
  const long = length >= 4
  if (most === Gap.line) {
    if (!uniform && !(long && count === 1)) return null
  } else if (most === Gap.comma) {
    // 黑、白 is a list; three characters each behind a mark are not.
    if (!(uniform && inner >= 2)) return null
  }
  // Between Latin letters only one blank or symbol after every letter is a disguise: two words otherwise.
  for (let i = start + 1; i < end; i++)
    if (
      gaps[i]! > Gap.hidden &&
      latin(units.charCodeAt(i)) &&
      latin(units.charCodeAt(i - 1)) &&
      !(uniform && (inner >= 2 || most === Gap.symbol))
    )
      return null
  // 首页 | 博客, 更改 运费: a blank between words is no blank inside one.
  const attached = (start > 0 && gaps[start] === Gap.none) || (end < units.length && gaps[end] === Gap.none)
  if (attached && count === 1 && !spelt) {
    let at = start + 1
    while (gaps[at]! <= Gap.hidden) at++
    const left = gaps[start] === Gap.none && start > 0
    const right = end < units.length && gaps[end] === Gap.none
    if (left && right && length <= 3 && (most === Gap.space || partsWords(units, at))) return null
    if (partsWords(units, at) && length <= 3) return null
  }
  // CJK typography puts a blank between Han and Latin: no disguise.
  let typographic = most === Gap.space
  for (let i = start + 1; i < end && typographic; i++)
    if (gaps[i]! > Gap.hidden && alnum(units.charCodeAt(i)) === alnum(units.charCodeAt(i - 1))) typographic = false
  return {
    needle,
    entry,
    start,
    end,
    evasive: spelt || (!typographic && most !== Gap.line) || (most === Gap.line && uniform),
    doubtful: false,
    heard: shape,
  }
}

/** How far the words of a text reach over the ends of a stretch. */
const WORDS_REACH = 3
/** Whether a stretch is a word among its neighbours; words do not reach over marks: 代打，包三十星. */
const aloneIn = ({ text, gaps }: Normalised, start: number, end: number): boolean => {
  let from = start
  while (from > 0 && start - from < WORDS_REACH && gaps[from]! < Gap.comma) from--
  let to = end
  while (to < text.length && to - end < WORDS_REACH && gaps[to]! < Gap.comma) to++
  const parts = (from > 0 && start - from < WORDS_REACH) || (to < text.length && to - end < WORDS_REACH)
  return parts ? standsAlone(text.slice(from, to), start - from, end - from) : standsAlone(text, start, end)
}

/** True when a mark stands inside a stretch. */
export const parted = ({ gaps }: Normalised, start: number, end: number): boolean => {
  for (let i = start + 1; i < end; i++) if (gaps[i]! >= Gap.comma) return true
  return false
}
