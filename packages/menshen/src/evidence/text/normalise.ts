/**
 * Text as a reader sees it, whatever characters it was typed with: compatibility forms, width, case, traditional
 * characters, split characters and letter look-alikes are folded; spaces, symbols, zero-width and direction marks between
 * letters are taken out but remembered. Every folded character knows where it came from.
 */
import alike from '../../../data/look-alikes.json' with { type: 'json' }
import traditional from '../../../data/traditional.json' with { type: 'json' }

/** What stood between a folded character and the one before it. The strongest kind wins. */
export const Gap = { none: 0, hidden: 1, space: 2, symbol: 3, comma: 4, line: 5, stop: 6 } as const
export type GapKind = (typeof Gap)[keyof typeof Gap]

export interface Normalised {
  readonly original: string
  /** Letters, digits and Han characters only, lower case, simplified. */
  readonly text: string
  /** Offset in `original` where the folded character begins, one per UTF-16 unit of `text`. */
  readonly starts: Int32Array
  /** Offset in `original` where it ends. */
  readonly ends: Int32Array
  /** What stood before it. */
  readonly gaps: Uint8Array
  /** True when there is nothing but folded characters and width, case or script were all that changed. */
  readonly plain: boolean
  /** True when a symbol was read as the word it stands for: it may as well be mere decoration. */
  readonly pictured: boolean
}

/** Texts beyond this length are read up to it. */
export const LONGEST = 1 << 22

const HIDDEN = 0xfffe
const SPACE = 0xfffd
const SYMBOL = 0xfffc
const COMMA = 0xfffb
const LINE = 0xfffa
const STOP = 0xfff9
/** Code units from here on are gap classes in the fold table. */
const CLASSES = 0xfff0

const COMMAS = new Set('，、；：;,'.split('').map((c) => c.charCodeAt(0)))
const STOPS = new Set('。！？!?｡'.split('').map((c) => c.charCodeAt(0)))

const MARKS = [...'“”‘’…—–·•【】《》〈〉「」『』〔〕（）￥¥～'].map((c) => c.charCodeAt(0))

/** Cyrillic, Greek and small-capital letters that are taken for Latin ones. */
const LETTERS = new Map<number, number>()
for (const [from, to] of [
  'аa',
  'еe',
  'оo',
  'сc',
  'рp',
  'хx',
  'уy',
  'іi',
  'ѕs',
  'јj',
  'тt',
  'кk',
  'мm',
  'вb',
  'нh',
  'αa',
  'οo',
  'ρp',
  'νv',
  'τt',
  'κk',
  'ιi',
  'χx',
  'ԛq',
  'ԝw',
  'ɡg',
  'ᴡw',
  'ᴇe',
  'ᴄc',
  'ʜh',
  'ᴀa',
  'ᴛt',
  'ᴏo',
  'ɴn',
  'ⅴv',
  'ⅹx',
])
  LETTERS.set(from!.charCodeAt(0), to!.charCodeAt(0))

/** Fold of one UTF-16 unit: itself, another unit, a gap class, or 0 for "look it up the long way". */
let table: Uint16Array | undefined
const long = new Map<number, string>()
const pairs = new Map<string, string>()
/** Set for units that may end a pair. */
const pairEnds = new Uint8Array(0x10000)
/** And for those that may begin one: rarer, most of them are no characters by themselves. */
const pairStarts = new Uint8Array(0x10000)
const symbols = new Map<number, string>()
/** Set for units with which a symbol begins that stands for a word. */
const symbolStarts = new Uint8Array(0x10000)

const build = (): Uint16Array => {
  const fold = new Uint16Array(0x10000)
  for (let c = 0; c < 128; c++) {
    if ((c >= 48 && c <= 57) || (c >= 97 && c <= 122)) fold[c] = c
    else if (c >= 65 && c <= 90) fold[c] = c + 32
    else if (c === 10 || c === 13) fold[c] = LINE
    else if (c === 32 || c === 9) fold[c] = SPACE
    else if (COMMAS.has(c)) fold[c] = COMMA
    else if (STOPS.has(c)) fold[c] = STOP
    else fold[c] = c < 32 || c === 127 ? HIDDEN : SYMBOL
  }
  for (let c = 0x3400; c <= 0x9fff; c++) fold[c] = c
  for (let i = 0; i < traditional.from.length; i++) fold[traditional.from.charCodeAt(i)] = traditional.to.charCodeAt(i)
  for (const c of COMMAS) fold[c] = COMMA
  for (const c of STOPS) fold[c] = STOP
  fold[0x3000] = SPACE
  fold[0xa0] = SPACE
  fold[0x2028] = LINE
  fold[0x2029] = LINE
  for (const row of alike.characters) {
    if (row.kind === 'split') {
      pairs.set(row.from, row.to)
      pairStarts[row.from.charCodeAt(0)] = 1
      pairEnds[row.from.charCodeAt(1)] = 1
    } else if (row.kind === 'same') fold[row.from.charCodeAt(0)] = row.to.charCodeAt(0)
    else {
      symbols.set(row.from.codePointAt(0)!, row.to)
      symbolStarts[row.from.charCodeAt(0)] = 1
    }
  }
  // What the long way would say of the marks that stand in every other text.
  for (const c of MARKS) if (!symbols.has(c)) fold[c] = SYMBOL
  return fold
}

/** Fold of one code point that the table does not answer: compatibility form without its marks, symbols that stand for words. */
const foldLong = (point: number): string => {
  const known = long.get(point)
  if (known !== undefined) return known
  let out = symbols.get(point)
  if (out === undefined) {
    // Enclosed and squared Latin letters without a compatibility form.
    if (point >= 0x1f150 && point <= 0x1f169) out = String.fromCharCode(97 + point - 0x1f150)
    else if (point >= 0x1f170 && point <= 0x1f189) out = String.fromCharCode(97 + point - 0x1f170)
    // Digits in black circles: 小❸.
    else if (point >= 0x2776 && point <= 0x277e) out = String.fromCharCode(49 + point - 0x2776)
    else if (point >= 0x1f1e6 && point <= 0x1f1ff) out = String.fromCharCode(97 + point - 0x1f1e6)
    else {
      const source = String.fromCodePoint(point)
      if (/^[\p{Cf}\p{Cc}\p{Mn}\p{Me}\p{Cs}\p{Co}\p{Cn}\u115f\u1160\u3164\uffa0\u2800]$/u.test(source)) out = String.fromCharCode(HIDDEN)
      else {
        out = ''
        for (const part of source.normalize('NFKD')) {
          const c = part.codePointAt(0)!
          if (/^\p{M}$/u.test(part)) continue
          const lower = part.toLowerCase().codePointAt(0)!
          const latin = LETTERS.get(lower)
          if (latin !== undefined) out += String.fromCharCode(latin)
          else if (c < 0x10000 && table![c] !== 0) out += String.fromCharCode(table![c]!)
          else if (/^[\p{L}\p{N}]$/u.test(part)) out += part.toLowerCase()
          else out += String.fromCharCode(/^\p{Z}$/u.test(part) ? SPACE : SYMBOL)
        }
        if (out === '') out = String.fromCharCode(HIDDEN)
      }
    }
  }
  // The memory is bounded by the code points of Unicode; keep it small all the same.
  if (long.size > 20_000) long.clear()
  long.set(point, out)
  return out
}

const gapOf = (unit: number): GapKind => {
  switch (unit) {
    case HIDDEN:
      return Gap.hidden
    case SPACE:
      return Gap.space
    case COMMA:
      return Gap.comma
    case LINE:
      return Gap.line
    case STOP:
      return Gap.stop
    default:
      return Gap.symbol
  }
}

/** Places of a text whose characters all stay where they are; shared, for nobody writes into them. */
const SHORT = 1024
const PLACES = Int32Array.from({ length: SHORT + 1 }, (_, i) => i)
const NO_GAPS = new Uint8Array(SHORT)

/** A short text of which every character folds to one character; null for all others. */
const foldShort = (text: string, fold: Uint16Array): Normalised | null => {
  const { length } = text
  if (length > SHORT) return null
  let same = true
  let paired = false
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i)
    const to = fold[unit]!
    if (to === 0 || to >= CLASSES || (pairEnds[to] === 1 && paired)) return null
    paired = pairStarts[to] === 1
    if (to !== unit) same = false
  }
  let folded = text
  if (!same) {
    folded = ''
    for (let i = 0; i < length; i++) folded += String.fromCharCode(fold[text.charCodeAt(i)]!)
  }
  return {
    original: text,
    text: folded,
    starts: PLACES.subarray(0, length),
    ends: PLACES.subarray(1, length + 1),
    gaps: NO_GAPS.subarray(0, length),
    plain: true,
    pictured: false,
  }
}

/** Whether a stretch of a text may hold a symbol that stands for a word. */
export const mayPicture = (text: string, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (symbolStarts[text.charCodeAt(i)] === 1) return true
  return false
}

const ADD = '加'.charCodeAt(0)
/** +V, + 薇: a plus before what one adds to one's contacts. */
const ADDED = /^\s?(?:[vVＶ薇徽溦微威扣企裙](?![a-zA-Z]{2})|[qQ]{1,2}(?![a-zA-Z])|卫星|wx|WX)/
const adds = (text: string, at: number): boolean => !/[0-9a-zA-Z+]/.test(text[at - 1] ?? '') && ADDED.test(text.slice(at + 1, at + 6))

const DECORATION = String.fromCharCode(SYMBOL)

/** Where a text is folded; what comes out is copied from here in its size. A text that needs more gets room of its own. */
const ROOM = 4096
interface Room {
  units: Uint16Array
  starts: Int32Array
  ends: Int32Array
  gaps: Uint8Array
}
const roomOf = (size: number): Room => ({
  units: new Uint16Array(size),
  starts: new Int32Array(size),
  ends: new Int32Array(size),
  gaps: new Uint8Array(size),
})
const room = roomOf(ROOM)
const grown = (from: Room): Room => {
  const to = roomOf(from.units.length * 2)
  for (const key of ['units', 'starts', 'ends', 'gaps'] as const) to[key].set(from[key])
  return to
}
/** What texts have in common that are short: making arrays of their own for each takes longer than folding it. */
const SHARED = 4096
const SHARER = 512
let shared = roomOf(0)
let used = SHARED
/** The places and gaps of a text, out of the room where it was folded. */
const keep = ({ starts, ends, gaps }: Room, size: number): Pick<Normalised, 'starts' | 'ends' | 'gaps'> => {
  if (size > SHARER) return { starts: starts.slice(0, size), ends: ends.slice(0, size), gaps: gaps.slice(0, size) }
  if (used + size > SHARED) {
    shared = roomOf(SHARED)
    used = 0
  }
  const from = used
  used += size
  for (let i = 0; i < size; i++) {
    shared.starts[from + i] = starts[i]!
    shared.ends[from + i] = ends[i]!
    shared.gaps[from + i] = gaps[i]!
  }
  return { starts: shared.starts.subarray(from, used), ends: shared.ends.subarray(from, used), gaps: shared.gaps.subarray(from, used) }
}
const PIECE = 8192
/** The text of so many code units, in one piece. */
export const textOf = (units: Uint16Array, size: number): string => {
  if (size <= PIECE) return String.fromCharCode.apply(null, units.subarray(0, size) as never)
  const pieces: string[] = []
  for (let i = 0; i < size; i += PIECE) pieces.push(textOf(units.subarray(i, size), Math.min(PIECE, size - i)))
  return pieces.join('')
}

/**
 * Folds a text for matching. Linear in its length; never throws. `bare` takes pictures for decoration: 莆❤田 is 莆田 there,
 * while 献❤ is 献心 otherwise.
 */
export const normalise = (text: string, bare = false): Normalised => {
  if (!table) table = build()
  const fold = table
  const short = foldShort(text, fold)
  if (short) return short
  const length = Math.min(text.length, LONGEST)
  // A symbol may stand for a word of up to three characters, a ligature for four letters.
  let to = length + 16 <= ROOM ? room : roomOf(length + 16)
  let { units, starts, ends, gaps } = to
  let size = 0
  let gap: GapKind = Gap.none
  let plain = true
  let pictured = false
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i)
    let one = fold[unit]!
    let from = ''
    let till = i + 1
    if (one === 0 || one >= CLASSES) {
      plain = false
      if ((unit === 0x2b || unit === 0xff0b) && adds(text, i)) one = ADD
      else if (one >= CLASSES) {
        const kind = gapOf(one)
        if (kind > gap) gap = kind
        continue
      } else {
        const point = text.codePointAt(i)!
        const picture = symbols.has(point)
        if (picture) pictured = true
        from = picture && bare ? DECORATION : foldLong(point)
        if (from === '') continue
        one = from.charCodeAt(0)
        till = Math.min(i + (point > 0xffff ? 2 : 1), text.length)
      }
    }
    for (let k = 0; ; ) {
      if (one >= CLASSES) {
        const kind = gapOf(one)
        if (kind > gap) gap = kind
      } else {
        const whole =
          size > 0 && pairEnds[one] === 1 && pairStarts[units[size - 1]!] === 1
            ? pairs.get(String.fromCharCode(units[size - 1]!, one))
            : undefined
        if (whole !== undefined) {
          units[size - 1] = whole.charCodeAt(0)
          ends[size - 1] = till
          plain = false
        } else {
          if (size === units.length) {
            to = grown(to)
            units = to.units
            starts = to.starts
            ends = to.ends
            gaps = to.gaps
          }
          units[size] = one
          starts[size] = i
          ends[size] = till
          gaps[size] = gap
          size++
        }
        gap = Gap.none
      }
      if (++k >= from.length) break
      one = from.charCodeAt(k)
    }
    i = till - 1
  }
  return {
    original: text,
    text: textOf(units, size),
    ...keep(to, size),
    plain,
    pictured,
  }
}

/** The folded form of a term: what a text must contain for the term to be found. */
export const foldTerm = (term: string): string => {
  if (!table) table = build()
  for (let i = 0; i < term.length; i++) {
    const unit = term.charCodeAt(i)
    if (table[unit] !== unit || pairEnds[unit] === 1) return normalise(term).text
  }
  return term
}
