/**
 * Matching by ear: 薇芯, 兼织, 返li, jianzhi. Terms and texts are turned into syllables without tones; where a term is heard
 * but not written, the characters that stand for others have to be out of place: an ordinary word that merely sounds like a
 * term is no disguise. Characters set between letters or digits (刷1单1兼1职) and doubled ones (加加微微) are read through as well.
 */
import pinyin from '../../../data/pinyin.json' with { type: 'json' }
import { type Automaton, automatonOf, hits, type Named, named, tablesIn, tablesOf } from './automaton.ts'
import { isWord } from './borders.ts'
import { lettersOf } from './columns.ts'
import { Gap, type Normalised, textOf } from './normalise.ts'
import { cutOf, isLittle } from './words.ts'

/** What needles sound like: a search machine over syllables, and for each of its strings the words that sound so. */
export interface Sounds {
  readonly machine: Automaton
  /** By string: its first word, and behind the last string where they end. */
  readonly wordsOf: Int32Array
  /** The characters of all words, and by word where they begin. */
  readonly letters: Uint16Array
  readonly words: Int32Array
  /** The needles of all words, and by word where they begin. */
  readonly needles: Int32Array
  readonly needlesOf: Int32Array
}
export type SoundColumns = Named<'sounds'> & { readonly [K in keyof Omit<Sounds, 'machine'> as `heard.${K}`]: Sounds[K] }
export interface Sounding {
  readonly sound: string
  readonly words: readonly { readonly word: string; readonly needles: readonly number[] }[]
}
export const packSounds = (list: readonly Sounding[]): SoundColumns => {
  const all = list.flatMap(({ words }) => words)
  const starts = (sizes: readonly number[]): Int32Array => {
    const out = new Int32Array(sizes.length + 1)
    for (const [i, size] of sizes.entries()) out[i + 1] = out[i]! + size
    return out
  }
  const { letters, words } = lettersOf(all.map(({ word }) => word))
  return {
    ...named('sounds', tablesOf(list.map(({ sound }) => sound))),
    'heard.wordsOf': starts(list.map((one) => one.words.length)),
    'heard.letters': letters,
    'heard.words': words,
    'heard.needles': Int32Array.from(all.flatMap(({ needles }) => needles)),
    'heard.needlesOf': starts(all.map(({ needles }) => needles.length)),
  }
}
/** Ready to be listened for; null when there is nothing. */
export const soundsOf = (columns: SoundColumns): Sounds | null =>
  columns['heard.words'].length < 2
    ? null
    : {
        machine: automatonOf(tablesIn(columns, 'sounds'), voicesOf()),
        wordsOf: columns['heard.wordsOf'],
        letters: columns['heard.letters'],
        words: columns['heard.words'],
        needles: columns['heard.needles'],
        needlesOf: columns['heard.needlesOf'],
      }

/** A needle that is heard: folded offsets, and whether characters were exchanged or only others put between. */
export interface Heard {
  readonly needle: number
  readonly start: number
  readonly end: number
  readonly exchanged: boolean
  /** Two characters of which one is exchanged: says little without company. */
  readonly thin: boolean
  /** A syllable is but guessed, by its initial: 点z. */
  readonly initial: boolean
}

/** Longest term that is listened for, and longest run of letters that is read as syllables. */
const LONGEST = 10
const LETTERS = 24
const MOST = 400
/** Lone initials of one text that are tried with every syllable they may begin. */
const INITIALS = 12
/** Words from here on are known by all of their characters but one. */
const LONG_WORD = 4
/** Stands for letters that are no syllable. */
const SILENT = 32
/** Longer texts are read aloud once for all who listen. */
const LONG = 200

/** By syllable: the character that stands for it. */
let syllables: ReadonlyMap<string, string> | undefined
/** By character: the one that stands for its syllable, or 0. */
let voices: Uint16Array
const ready = (): ReadonlyMap<string, string> => {
  if (syllables) return syllables
  const map = new Map<string, string>()
  voices = new Uint16Array(0x10000)
  for (const [syllable, characters] of Object.entries(pinyin.readings)) {
    map.set(syllable, characters[0]!)
    for (let k = 0; k < characters.length; k++) voices[characters.charCodeAt(k)] = characters.charCodeAt(0)
  }
  for (const [digit, numeral] of [...'零一二三四五六七八九'].entries()) voices[48 + digit] = voices[numeral.charCodeAt(0)]!
  map.set('lv', map.get('lu')!)
  map.set('nv', map.get('nu')!)
  syllables = map
  return map
}
/** By character: the one that stands for its syllable. Machines over syllables read every text through it. */
export const voicesOf = (): Uint16Array => {
  ready()
  return voices
}
/** Whether letters are one syllable of pinyin. */
export const isSyllable = (letters: string): boolean => ready().has(letters)
const han = (unit: number): boolean => unit >= 0x3400 && unit <= 0x9fff
const digit = (unit: number): boolean => unit >= 48 && unit <= 57
const letter = (unit: number): boolean => unit >= 97 && unit <= 122

const ALSO: Readonly<Record<string, string>> = pinyin.also
/** What a folded term sounds like, once more for each other reading of a character; nothing when it is not all Han or too short or long to be told by ear. */
export const soundsOfTerm = (folded: string): readonly string[] => {
  if (folded.length < 2 || folded.length > LONGEST) return []
  const known = ready()
  let out = ''
  for (let i = 0; i < folded.length; i++) {
    const unit = folded.charCodeAt(i)
    if (!han(unit) || voices[unit] === 0) return []
    out += String.fromCharCode(voices[unit]!)
  }
  const all = [out]
  for (let i = 0; i < folded.length; i++)
    if (Object.hasOwn(ALSO, folded[i]!)) all.push(out.slice(0, i) + known.get(ALSO[folded[i]!]!)! + out.slice(i + 1))
  return all
}

/** A text with a character for each syllable. */
interface Read {
  readonly text: string
  /** Folded offsets; undefined where each character is a syllable. */
  readonly starts?: Int32Array
  readonly ends?: Int32Array
  /** Units that are a lone initial beside Han characters: 点z, 增g膏. */
  readonly initials?: readonly number[]
  /** All letters of the text are pinyin: it holds no words of another language. */
  readonly pinyin?: boolean
}

/** A run of letters cut into syllables, the longest first; null when it is no pinyin. */
const spelt = (run: string): readonly string[] | null => {
  const known = ready()
  if (run.length > LETTERS) return null
  // Fewest syllables that make up the run from each place on.
  const next = new Int8Array(run.length)
  const count = new Int8Array(run.length + 1).fill(100)
  count[run.length] = 0
  for (let i = run.length - 1; i >= 0; i--)
    for (let length = Math.min(6, run.length - i); length >= 1; length--)
      if (count[i + length]! + 1 < count[i]! && known.has(run.slice(i, i + length))) {
        count[i] = count[i + length]! + 1
        next[i] = length
      }
  if (count[0]! >= 100) return null
  const out: string[] = []
  for (let i = 0; i < run.length; i += next[i]!) out.push(run.slice(i, i + next[i]!))
  return out
}

const MIXED = /[a-z0-9]/
const LETTERED = /[a-z]/
/** Single letters or digits set between Han characters, two or more in turn. */
const FILLED = /[\u3400-\u9fff][a-z0-9][\u3400-\u9fff][a-z0-9][\u3400-\u9fff]/
const doubled = (text: string): boolean => {
  let before = false
  for (let i = 1, unit = text.charCodeAt(0), last = false; i < text.length; i++) {
    const next = text.charCodeAt(i)
    const twice = next === unit
    // 加加微微: two pairs, one behind the other.
    if (twice && before) return true
    before = last
    last = twice
    unit = next
  }
  return false
}
const ONE_HAN = 1
const ONE_OTHER = 2
const FILLER = 1
const DOUBLE = 2
const readAloud = ({ text, gaps }: Normalised): Read => {
  const known = ready()
  const padded = doubled(text) || (MIXED.test(text) && FILLED.test(text))
  // Without letters each character is a syllable: digits read as numerals by themselves.
  if (!padded && !LETTERED.test(text)) return { text }
  const size = text.length
  const units = new Uint16Array(size)
  const starts = new Int32Array(size)
  const ends = new Int32Array(size)
  let count = 0
  const initials: number[] = []
  let pinyin = true
  for (let i = 0; i < size; ) {
    const unit = text.charCodeAt(i)
    if (!letter(unit)) {
      units[count] = unit
      starts[count] = i
      ends[count++] = ++i
      continue
    }
    let end = i + 1
    while (end < size && letter(text.charCodeAt(end)) && gaps[end]! <= Gap.hidden) end++
    const parts = end - i > 1 ? spelt(text.slice(i, end)) : null
    for (const part of parts ?? []) {
      units[count] = known.get(part)!.charCodeAt(0)
      starts[count] = i
      ends[count++] = i += part.length
    }
    if (!parts) {
      if (end - i === 1 || (end - i === 2 && text[i + 1] === 'h' && /[zcs]/.test(text[i]!))) {
        if (initials.length < INITIALS && besideHan(text, gaps, i, end)) initials.push(count)
      } else pinyin = false
      units[count] = SILENT
      starts[count] = i
      ends[count++] = end
    }
    i = end
  }
  if (padded) {
    initials.length = 0
    // By unit, with two empty ones at either end: a lone character, Han or not; then which are between Han ones or like the one before.
    const kinds = new Uint8Array(count + 4)
    for (let u = 0; u < count; u++) if (ends[u]! - starts[u]! === 1) kinds[u + 2] = han(text.charCodeAt(starts[u]!)) ? ONE_HAN : ONE_OTHER
    const spare = new Uint8Array(count + 4)
    for (let u = 0; u < count; u++) {
      const kind = kinds[u + 2]!
      if (kind === 0 || kinds[u + 1] !== ONE_HAN) continue
      if (kind === ONE_OTHER) {
        if (kinds[u + 3] === ONE_HAN) spare[u + 2] = FILLER
      } else if (text.charCodeAt(starts[u]!) === text.charCodeAt(starts[u - 1]!)) spare[u + 2] = DOUBLE
    }
    let kept = 0
    for (let u = 0; u < count; u++) {
      if ((spare[u + 2]! & (spare[u]! | spare[u + 4]!)) !== 0) continue
      units[kept] = units[u]!
      starts[kept] = starts[u]!
      ends[kept++] = ends[u]!
    }
    count = kept
  }
  return { text: textOf(units, count), starts, ends, initials, pinyin }
}
const besideHan = (text: string, gaps: Uint8Array, start: number, end: number): boolean =>
  (start > 0 && gaps[start]! <= Gap.symbol && han(text.charCodeAt(start - 1))) ||
  (end < text.length && gaps[end]! <= Gap.symbol && han(text.charCodeAt(end)))

/** By initial: the characters that stand for its syllables. */
const initialsOf = new Map<string, readonly string[]>()
const beginning = (initial: string): readonly string[] => {
  let list = initialsOf.get(initial)
  if (!list) {
    list = [...ready()].filter(([syllable]) => syllable.startsWith(initial)).map(([, voice]) => voice)
    initialsOf.set(initial, list)
  }
  return list
}

/** True when the characters of a heard stretch are not where the words of the text would put them. */
export const outOfPlace = (source: Normalised, start: number, end: number, exchanged: (at: number) => boolean): boolean => {
  const { text } = source
  const length = end - start
  for (let i = start; i < end; i++) {
    if (!exchanged(i)) continue
    const before = i > 0 && isWord(text, i - 1, i + 1)
    const after = i + 1 < text.length && isWord(text, i, i + 2)
    if ((before && (i === start || length < 5)) || (after && (i + 1 === end || length < 5))) return false
  }
  const words = cutOf(source, start, end)
  for (let i = start; i < end; i++) {
    if (!han(text.charCodeAt(i))) continue
    const first = words[i - start]!
    const last = words[length + i - start]!
    if (last - first < 2) continue
    const crosses = first < start || last > end
    if (exchanged(i)) {
      // 威信 in 加老师威信 is no word there; 威信 by itself is one.
      if (crosses || length < 5) return false
    } else if (crosses && length < 4) return false
  }
  return true
}

const reads = new WeakMap<Normalised, Read>()
const NO_INITIALS: readonly number[] = []
const NOTHING: readonly Heard[] = []
/** The terms that a text lets one hear without writing them. */
export const heardIn = (source: Normalised, sounds: Sounds): readonly Heard[] => {
  // A long text that is disguised is listened to once more, for other words.
  const long = source.text.length > LONG
  const read = (long && reads.get(source)) || readAloud(source)
  if (long && read.starts) reads.set(source, read)
  const { text: heard, initials = NO_INITIALS } = read
  let out = listen(source, read, sounds, heard, 0, -1, undefined)
  for (const at of initials) {
    const from = Math.max(0, at - LONGEST + 1)
    const before = heard.slice(from, at)
    const after = heard.slice(at + 1, at + LONGEST)
    for (const voice of beginning(source.text.slice(read.starts![at], read.ends![at])))
      out = listen(source, read, sounds, before + voice + after, from, at, out)
  }
  return out ?? NOTHING
}

/** How many characters of a word have to be right when others stand for the rest. */
const leastRight = (size: number): number => (size <= 3 ? 1 : (size + 1) >> 1)

/** Listens to a stretch of a text that begins at unit `base`; with an initial, only to what holds that unit. */
const listen = (
  source: Normalised,
  read: Read,
  sounds: Sounds,
  heard: string,
  base: number,
  initial: number,
  found: Heard[] | undefined,
): Heard[] | undefined => {
  let out = found
  const count = sounds.machine.scan(heard)
  if (count === 0) return out
  const { text } = source
  const { starts, ends } = read
  const { wordsOf, letters, words, needles, needlesOf } = sounds
  const { list } = hits
  for (let hit = 0; hit < count; hit++) {
    const string = list[2 * hit]!
    const stop = base + list[2 * hit + 1]!
    for (let number = wordsOf[string]!; number < wordsOf[string + 1]!; number++) {
      const from = words[number]!
      const size = words[number + 1]! - from
      const first = stop - size
      if (initial >= 0 && (initial < first || initial >= stop)) continue
      const start = starts ? starts[first]! : first
      const end = ends ? ends[stop - 1]! : stop
      let same = 0
      if (end - start === size) {
        while (same < size && text.charCodeAt(start + same) === letters[from + same]) same++
        // Written as it is: no disguise.
        if (same === size) continue
        // Where no letters stand for anything, too few right characters are seen at once.
        if (!starts && initial < 0) {
          for (let u = same + 1; u < size; u++) if (text.charCodeAt(start + u) === letters[from + u]) same++
          if (same < leastRight(size)) continue
        }
      }
      const exchanged = weigh(source, read, sounds, number, first, start, end, initial)
      if (exchanged === null) continue
      const thin = size === 2 && exchanged && (initial >= 0 || !MIXED.test(text.slice(start, end)))
      out ??= []
      for (let n = needlesOf[number]!; n < needlesOf[number + 1]!; n++)
        if (out.length < MOST) out.push({ needle: needles[n]!, start, end, exchanged, thin, initial: initial >= 0 })
    }
    if (out && out.length >= MOST) break
  }
  return out
}

/** Whether a stretch that sounds like a word is meant to be it: null when not, else whether characters were exchanged. */
const weigh = (
  source: Normalised,
  { starts, ends, pinyin }: Read,
  { letters, words }: Sounds,
  number: number,
  first: number,
  start: number,
  end: number,
  initial: number,
): boolean | null => {
  const { text, gaps } = source
  const from = words[number]!
  const size = words[number + 1]! - from
  let same = 0
  let spelled = 0
  let little = 0
  for (let u = 0; u < size; u++) {
    const at = starts ? starts[first + u]! : first + u
    const till = ends ? ends[first + u]! : at + 1
    const unit = text.charCodeAt(at)
    if (till - at === 1 && unit === letters[from + u]) same++
    else if (letter(unit)) spelled++
    else if (digit(unit)) {
      if (size < 3) return null
    } else if (isLittle[unit] === 1) little++
  }
  const others = size - same - spelled
  // 有偿排对: of a long word all but one character are right, and nothing else reads so.
  const nearly = size >= LONG_WORD && others === 1 && spelled === 0
  if (little > 0 && !nearly) return null
  // A guessed syllable has to stand among the right ones.
  if (initial >= 0 && (others > 0 || same === 0)) return null
  // Nothing but letters is a word of some language, unless there are three syllables, a Han character beside them or no other language.
  if (spelled === size && size < 3 && !touches(source, start, end) && !(pinyin && text.length > end - start)) return null
  if (spelled > 0 && spelled < size && same === 0) return null
  if (others > 0 && same + spelled < leastRight(size)) return null
  // Blanks and marks inside: after each character or not at all. One between a character and letters is only typography.
  let most: number = Gap.none
  let inner = 0
  for (let i = start + 1; i < end; i++) {
    const gap = gaps[i]!
    if (gap <= Gap.hidden || (gap <= Gap.symbol && letter(text.charCodeAt(i)) !== letter(text.charCodeAt(i - 1)))) continue
    inner++
    if (gap > most) most = gap
  }
  if (most === Gap.stop || (most >= Gap.comma && size < 3)) return null
  if (inner > 0 && inner < size - 1 && (most >= Gap.comma || others > 0 || (size < 4 && spelled === 0))) return null
  if (initial >= 0) return true
  if (others === 0) return spelled === size
  const exchanged = (at: number): boolean => {
    let u = starts ? 0 : at - first
    if (starts) while (u < size && starts[first + u] !== at) u++
    return u >= size || text.charCodeAt(at) !== letters[from + u]
  }
  if (nearly && inner === 0 && end - start === size) {
    let at = start
    while (!exchanged(at)) at++
    // 税后收入 is no 睡后收入.
    const word = (at > 0 && isWord(text, at - 1, at + 1)) || (at + 1 < text.length && isWord(text, at, at + 2))
    if (!word) return true
  }
  if (little > 0) return null
  return outOfPlace(source, start, end, exchanged) ? true : null
}

/** A run of letters that a Han character touches. */
const touches = (source: Normalised, start: number, end: number): boolean => {
  const { text, gaps } = source
  return (
    (start > 0 && gaps[start]! <= Gap.space && han(text.charCodeAt(start - 1))) ||
    (end < text.length && gaps[end]! <= Gap.space && han(text.charCodeAt(end)))
  )
}
