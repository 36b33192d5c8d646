/** What the strings of a lexicon hit in a text: found once, whoever asks for what. */
import { hits } from './automaton.ts'
import { isDisguised } from './disguise.ts'
import { type Lexicon, ROLES } from './lexicon.ts'
import { Gap, mayPicture, type Normalised, normalise } from './normalise.ts'
import { type Patience, patience, restored } from './restored.ts'
import { type Heard, heardIn } from './sound.ts'

/** A text with what was found in it, whoever asks. */
export interface Reading {
  readonly text: Normalised
  /** What was found, by lexicon; there are three at most. */
  readonly found: Found[]
  /** Found out when somebody asks. */
  ways?: readonly Way[]
}
/** A further way to read a text, or a stretch of it that begins at `from`. */
export interface Way {
  readonly reading: Reading
  readonly lexicon: Lexicon
  readonly from: number
}
/** What a lexicon has in a text: hits of entries all of whose sides stand there. */
export interface Found {
  readonly lexicon: Lexicon
  /** Needle and end of every hit, one pair after the other. */
  readonly hits: Int32Array
  readonly heard: readonly Heard[]
}
/** Rules ask about the same texts, each with lists of its own: how they read is found out once. */
const readings = new Map<string, Reading>()
const folded = new WeakMap<Normalised, Reading>()
const READINGS = 4000
const LONGEST_READING = 400
export const readingOf = (source: string | Normalised): Reading => {
  const had = typeof source === 'string' ? readings.get(source) : folded.get(source)
  if (had) return had
  const text = typeof source === 'string' ? normalise(source) : source
  const reading: Reading = { text, found: [] }
  if (typeof source !== 'string') folded.set(source, reading)
  else if (source.length <= LONGEST_READING) {
    if (readings.size >= READINGS) readings.clear()
    readings.set(source, reading)
  }
  return reading
}
const NO_HITS = new Int32Array(0)
const NONE_HEARD: readonly Heard[] = []

/** By role: which sides of its entry a word makes up; a combination needs both, all others have one. */
const MAKES = Uint8Array.from(ROLES, (role) => ({ term: 3, guard: 3, first: 1, second: 2, shield: 0, pardon: 0 })[role])
const FIRST = 1
const SECOND = 2
const BOTH = FIRST | SECOND
/** What is known of a lexicon's entries and, from text to text, of the sides that stand there. */
interface Sides {
  /** By needle: its entry, and in the two lowest bits which sides of it the needle makes up. */
  readonly makes: Int32Array
  /** By entry: in the two lowest bits which of its sides stand in the text at hand; above them the number of that text. */
  readonly of: Int32Array
  text: number
  /** By entry: how far apart its sides may stand. */
  readonly window: Uint8Array
  /** By entry and side, while a long text is looked at: where the last one ended, and where the next one begins. */
  readonly last: Int32Array
  readonly next: Int32Array
}
const DISTANCE = 12
const sidesFor = new WeakMap<Lexicon, Sides>()
/** Sides of a new text: what is left of earlier ones is below the number that this gives. */
const sidesOf = (lex: Lexicon): Sides => {
  let sides = sidesFor.get(lex)
  if (!sides) {
    const size = lex.entries.length
    sides = {
      makes: Int32Array.from(lex.entryOf, (entry, needle) => (entry << 2) | MAKES[lex.roleOf[needle]!]!),
      of: new Int32Array(size),
      text: 0,
      window: Uint8Array.from(lex.entries, ({ window }) => Math.min(255, window ?? DISTANCE)),
      last: new Int32Array(size * 2),
      next: new Int32Array(size * 2),
    }
    sidesFor.set(lex, sides)
  }
  if (sides.text >= 1 << 30) {
    sides.of.fill(0)
    sides.text = 0
  }
  sides.text += 4
  return sides
}
let keeping: Int32Array = new Int32Array(1024)
/** A list that one long text has made larger than this is given back. */
const LARGE = 1 << 18
export const look = (reading: Reading, lexicon: Lexicon): Found => {
  for (const one of reading.found) if (one.lexicon === lexicon) return one
  const heard = lexicon.sounds ? heardIn(reading.text, lexicon.sounds) : NONE_HEARD
  const count = lexicon.machine.scan(reading.text.text)
  const found =
    count === 0 && heard.length === 0 ? { lexicon, hits: NO_HITS, heard } : complete(lexicon, count, heard, reading.text.text.length)
  if (reading.found.length > 2) reading.found.length = 0
  reading.found.push(found)
  return found
}
/** Texts beyond this length are read in further ways only where there is a reason for it. */
const LONG = 800
/** Such a stretch is so long, and ends with its line or, further on, with a part of a sentence. */
const STRETCH = 200
const NO_WAYS: readonly Way[] = []

/**
 * Further ways to read a text with a lexicon, beside the ordinary one: 莆❤田 as 莆田, nei存 as 内存, and what is visibly disguised
 * with the broad words as well.
 */
export const waysOf = (reading: Reading, lexicon: Lexicon): readonly Way[] => {
  // One lexicon asks, as a rule: the one that ships.
  if (reading.ways && (reading.ways.length === 0 || reading.ways[0]!.lexicon === lexicon || reading.ways[0]!.lexicon === lexicon.veiled))
    return reading.ways
  const ways = reading.text.text.length <= LONG ? waysThrough(reading, lexicon, 0, patience()) : [...waysAlong(reading.text, lexicon)]
  reading.ways = ways.length === 0 ? NO_WAYS : ways
  return reading.ways
}
const waysThrough = (reading: Reading, lexicon: Lexicon, from: number, more: Patience): readonly Way[] => {
  const { text } = reading
  const { veiled } = lexicon
  const ways: Way[] = []
  if (text.pictured) ways.push({ reading: { text: normalise(text.original, true), found: [] }, lexicon, from })
  if (veiled && isDisguised(text)) {
    ways.push({ reading, lexicon: veiled, from })
    const spelt = restored(text, lexicon, more)
    if (spelt) ways.push({ reading: { text: spelt, found: [] }, lexicon, from })
  }
  return ways
}
/** One disguised line does not make a disguise of the article in which it stands. */
function* waysAlong(whole: Normalised, lexicon: Lexicon): Iterable<Way> {
  const { original, text, starts, gaps } = whole
  const more = patience()
  for (let from = 0, to = 0; from < text.length; from = to) {
    to = Math.min(text.length, from + STRETCH)
    const most = Math.min(text.length, to + STRETCH)
    while (to < most && gaps[to] !== Gap.line && (gaps[to]! < Gap.comma || to < from + STRETCH * 1.5)) to++
    const begins = from === 0 ? 0 : starts[from]!
    const ends = to === text.length ? original.length : starts[to]!
    if ((whole.pictured && mayPicture(original, begins, ends)) || (lexicon.veiled && isDisguised(whole, from, to)))
      yield* waysThrough({ text: normalise(original.slice(begins, ends)), found: [] }, lexicon, begins, more)
  }
}

/** In longer texts the sides of a combination mostly stand too far apart to be one. */
const FAR = 160
/** Of everything that was found what can matter: of most combinations only one side stands in a text. */
const complete = (lexicon: Lexicon, count: number, heard: readonly Heard[], length: number): Found => {
  const { list } = hits
  const { needlesOf } = lexicon
  const known = sidesOf(lexicon)
  const { of: sides, text: none, makes } = known
  const all = none | BOTH
  for (let hit = 0; hit < count; hit++) {
    const string = list[2 * hit]!
    for (let n = needlesOf[string]!, end = needlesOf[string + 1]!; n < end; n++) {
      const made = makes[n]!
      const had = sides[made >> 2]!
      sides[made >> 2] = (had > none ? had : none) | (made & BOTH)
    }
  }
  for (const { needle } of heard) {
    const made = makes[needle]!
    const had = sides[made >> 2]!
    sides[made >> 2] = (had > none ? had : none) | (made & BOTH)
  }
  let size = 0
  for (let hit = 0; hit < count; hit++) {
    const string = list[2 * hit]!
    for (let n = needlesOf[string]!, end = needlesOf[string + 1]!; n < end; n++) {
      if (sides[makes[n]! >> 2] !== all) continue
      if (size + 2 > keeping.length) {
        const larger = new Int32Array(keeping.length * 2)
        larger.set(keeping)
        keeping = larger
      }
      keeping[size++] = n
      keeping[size++] = list[2 * hit + 1]!
    }
  }
  if (length > FAR && size > 0) size = withoutDistant(lexicon, known, size, heard)
  const kept = size === 0 ? NO_HITS : keeping.slice(0, size)
  if (keeping.length > LARGE) keeping = new Int32Array(1024)
  const meant = heard.length === 0 ? heard : heard.filter(({ needle }) => sides[makes[needle]! >> 2] === all)
  return { lexicon, hits: kept, heard: meant }
}

/** Takes the sides of combinations out of what was kept whose other side is nowhere near. Gives the size of what is left. */
const withoutDistant = (
  { lengthOf, entries }: Lexicon,
  { makes, window, last, next }: Sides,
  size: number,
  heard: readonly Heard[],
): number => {
  last.fill(-1 << 20)
  next.fill(1 << 28)
  // What is heard stands in a list of its own: it may be near anything.
  for (const { needle } of heard) {
    const entry = makes[needle]! >> 2
    last[2 * entry] = last[2 * entry + 1] = 1 << 28
  }
  const near = new Uint8Array(size >> 1)
  /** Whether something of an entry is left that a longer word could shield. */
  const left = new Uint8Array(entries.length)
  for (let i = 0; i < size; i += 2) {
    const n = keeping[i]!
    const side = makes[n]! & BOTH
    if (side !== FIRST && side !== SECOND) continue
    const entry = makes[n]! >> 2
    const end = keeping[i + 1]!
    if (last[2 * entry + (2 - side)]! >= end - lengthOf[n]! - window[entry]!) near[i >> 1] = 1
    const at = 2 * entry + side - 1
    if (last[at]! < end) last[at] = end
  }
  for (let i = size - 2; i >= 0; i -= 2) {
    const n = keeping[i]!
    const side = makes[n]! & BOTH
    const entry = makes[n]! >> 2
    if (side !== FIRST && side !== SECOND) {
      if (side === BOTH) left[entry] = near[i >> 1] = 1
      continue
    }
    const end = keeping[i + 1]!
    if (next[2 * entry + (2 - side)]! <= end + window[entry]!) near[i >> 1] = 1
    if (near[i >> 1] === 1) left[entry] = 1
    const at = 2 * entry + side - 1
    const start = end - lengthOf[n]!
    if (next[at]! > start) next[at] = start
  }
  let kept = 0
  for (let i = 0; i < size; i += 2) {
    const n = keeping[i]!
    if ((makes[n]! & BOTH) === 0 ? left[makes[n]! >> 2] === 0 : near[i >> 1] === 0) continue
    keeping[kept++] = n
    keeping[kept++] = keeping[i + 1]!
  }
  return kept
}
