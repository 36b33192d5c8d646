/**
 * Texts that are visibly written to hide: syllables in letters among their characters, nearly all of their characters
 * parted by blanks, single characters of the other script or old variants among simplified ones (脫髪十年的我), pictures in the
 * place of a word (抱个矮脚🐈回家). Nobody writes so by chance, and words that say little otherwise say something there.
 */
import traditional from '../../../data/traditional.json' with { type: 'json' }
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

/** Different simplified characters that make a text one of that script, beside one or beside several of the other. */
const OWN = 2
/** One character of the other script among so many: a rare one in an article hides nothing. */
const AMONG = 60
const VARIANT = 1
const SIMPLIFIED = 2
let scripts: Uint8Array | undefined
const scriptsOf = (): Uint8Array => {
  if (scripts) return scripts
  scripts = new Uint8Array(0x10000)
  for (const one of traditional.from) scripts[one.charCodeAt(0)] = VARIANT
  // 瞭望, 乾隆: written so in simplified text as well.
  for (const one of traditional.shared) scripts[one.charCodeAt(0)] = 0
  for (const one of traditional.simplified) scripts[one.charCodeAt(0)] = SIMPLIFIED
  return scripts
}
/** Whether characters of both scripts stand side by side. Only asked of texts that do not read as they are written. */
const isMixed = ({ original, starts }: Normalised, from: number, to: number): boolean => {
  const of = scriptsOf()
  let variants = 0
  const own = new Set<number>()
  for (let i = from; i < to; i++) {
    const unit = original.charCodeAt(starts[i]!)
    if (of[unit] === VARIANT) variants++
    else if (of[unit] === SIMPLIFIED && own.size < OWN) own.add(unit)
  }
  return (own.size >= OWN || (own.size > 0 && variants >= OWN)) && variants * AMONG >= to - from
}

/** Pictures that decorate any sentence. */
const DECORATIONS = new Set(
  [...'👍☕🔥⭐🌟🎁💯👑👀🏆🎖💰💬📱✉💌🔗🎬🎮🛒🎤📷📸🧧💓💗💖💙💛💜🖤🤍🤎💕💞💘💝💟'].map((one) => one.codePointAt(0)),
)
/** Whether a picture stands between two characters as one of them. */
const isPictured = ({ text, original, starts, ends, gaps }: Normalised, from: number, to: number): boolean => {
  for (let i = from + 1; i + 1 < to; i++) {
    const point = original.codePointAt(starts[i]!)!
    if (point < 0x1f000 || DECORATIONS.has(point) || !han(text.charCodeAt(i))) continue
    let last = i
    while (last + 1 < text.length && starts[last + 1] === starts[i]) last++
    const word = text.slice(i, last + 1)
    if (
      last + 1 < text.length &&
      // 有🐶狗狗: beside its own word it only decorates.
      !text.startsWith(word, last + 1) &&
      text.slice(Math.max(0, i - word.length), i) !== word &&
      ends[i - 1] === starts[i] &&
      gaps[last + 1]! <= Gap.hidden &&
      han(text.charCodeAt(i - 1)) &&
      han(text.charCodeAt(last + 1)) &&
      original.codePointAt(starts[i - 1]!)! < 0x1f000 &&
      original.codePointAt(starts[last + 1]!)! < 0x1f000
    )
      return true
    i = last
  }
  return false
}

/** Whether a text, or the stretch [from, to) of one, is visibly disguised. Linear; most texts end at their lack of blanks and letters. */
export const isDisguised = (source: Normalised, from = 0, to = source.text.length): boolean =>
  isParted(source, from, to) ||
  (source.text !== source.original && isMixed(source, from, to)) ||
  (source.pictured && isPictured(source, from, to))

const isParted = (source: Normalised, from: number, to: number): boolean => {
  const { text, gaps } = source
  let spaced = 0
  let inside = false
  for (let i = from; i < to; i++) {
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
  let toned = false
  for (let i = from; i < end; i++) {
    const written = original[starts[i]!]!
    if (/\p{Lu}/u.test(written)) return false
    // lā: nobody sets the tone but who spells a character.
    if (/[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/.test(written)) toned = true
  }
  const run = text.slice(from, end)
  if (!toned && ORDINARY.has(run)) return false
  const before = from > 0 && gaps[from]! <= Gap.symbol ? text.charCodeAt(from - 1) : 0
  const after = end < text.length && gaps[end]! <= Gap.symbol ? text.charCodeAt(end) : 0
  if (letter(before) || digit(before) || letter(after) || digit(after)) return false
  return ((han(before) && gaps[from]! <= Gap.space) || (han(after) && gaps[end]! <= Gap.space)) && isSyllable(run)
}
