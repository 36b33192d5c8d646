/**
 * Texts that are visibly written to hide: syllables in letters among their characters, or nearly all of their characters
 * parted by blanks. Nobody writes so by chance, and words that say little otherwise say something there.
 */
import { Gap, type Normalised } from './normalise.ts'
import { isSyllable } from './sound.ts'

/** Letters that may be syllables and yet stand beside Han characters in any text. */
const ORDINARY = new Set(
  'ta min can me he she you men man fan ha de la le pan pin song long ai bi bang die lie tie sun tan ran pen bin ping run gen ban lan po na mi pai ge wei bao ma an en hai nan mo ben gang pang kan kang wang chen li lin liu zhang chan huang yang feng peng er ci'.split(
    ' ',
  ),
)
/** Characters one by one between blanks, from here on: the lettering of a title ends sooner. */
const SPACED = 5
const LONGEST_SYLLABLE = 6

const han = (unit: number): boolean => unit >= 0x3400 && unit <= 0x9fff
const digit = (unit: number): boolean => unit >= 48 && unit <= 57
const letter = (unit: number): boolean => unit >= 97 && unit <= 122

/** Whether a text is visibly disguised. Linear; most texts end at their lack of blanks and letters. */
export const isDisguised = (source: Normalised): boolean => {
  const { text, gaps } = source
  let spaced = 0
  let inside = false
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (letter(unit)) {
      if ((!inside || gaps[i]! > Gap.hidden) && spells(source, i)) return true
      inside = true
      continue
    }
    inside = false
    if (i > 0 && gaps[i] === Gap.space && han(unit) && han(text.charCodeAt(i - 1)) && (i + 1 === text.length || gaps[i + 1]! >= Gap.space))
      if (++spaced >= SPACED) return true
  }
  return false
}

/** Whether the run of letters from here on is a syllable in small letters that stands for a character. */
const spells = ({ text, original, starts, gaps }: Normalised, from: number): boolean => {
  let end = from + 1
  while (end < text.length && letter(text.charCodeAt(end)) && gaps[end]! <= Gap.hidden) end++
  if (end - from < 2 || end - from > LONGEST_SYLLABLE) return false
  for (let i = from; i < end; i++) if (/\p{Lu}/u.test(original[starts[i]!]!)) return false
  const run = text.slice(from, end)
  if (ORDINARY.has(run)) return false
  const before = from > 0 && gaps[from]! <= Gap.symbol ? text.charCodeAt(from - 1) : 0
  const after = end < text.length && gaps[end]! <= Gap.symbol ? text.charCodeAt(end) : 0
  if (letter(before) || digit(before) || letter(after) || digit(after)) return false
  return ((han(before) && gaps[from]! <= Gap.space) || (han(after) && gaps[end]! <= Gap.space)) && isSyllable(run)
}
