/** What the strings of a lexicon hit in a text: found once, whoever asks for what. */
import { hits } from './automaton.ts'
import { isDisguised } from './disguise.ts'
import { type Lexicon, ROLES } from './lexicon.ts'
import { type Normalised, normalise } from './normalise.ts'
import { type Heard, heardIn } from './sound.ts'

/** A text with what was found in it, whoever asks. */
export interface Reading {
  readonly text: Normalised
  /** What was found, by lexicon; there are three at most. */
  readonly found: Found[]
  /** The same text with its pictures taken for decoration, when it has any. */
  bare?: Reading
  /** Found out when somebody asks. */
  disguised?: boolean
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
const MAKES = Uint8Array.from(ROLES, (role) => ({ term: 3, guard: 3, first: 1, second: 2, shield: 0 })[role])
/** By entry: which sides of it stand in the text at hand, in the two lowest bits; above them the number of that text. */
interface Sides {
  readonly of: Int32Array
  text: number
}
const sidesFor = new WeakMap<Lexicon, Sides>()
/** Sides of a new text: what is left of earlier ones is below the number that this gives. */
const sidesOf = (lex: Lexicon): Sides => {
  let sides = sidesFor.get(lex)
  if (!sides) sidesFor.set(lex, (sides = { of: new Int32Array(lex.entries.length), text: 0 }))
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
  const found = count === 0 && heard.length === 0 ? { lexicon, hits: NO_HITS, heard } : complete(lexicon, count, heard)
  if (reading.found.length > 2) reading.found.length = 0
  reading.found.push(found)
  return found
}
/**
 * Further ways to read a text with a lexicon, beside the ordinary one: 莆❤田 as 莆田, and what is visibly disguised with the
 * broad words as well.
 */
export const waysOf = (reading: Reading, lexicon: Lexicon): readonly (readonly [Reading, Lexicon])[] => {
  const { text } = reading
  const { veiled } = lexicon
  if (veiled) reading.disguised ??= isDisguised(text)
  if (!text.pictured && !reading.disguised) return []
  if (text.pictured) reading.bare ??= { text: normalise(text.original, true), found: [] }
  const ways: (readonly [Reading, Lexicon])[] = []
  if (reading.bare) ways.push([reading.bare, lexicon])
  if (veiled && reading.disguised) ways.push([reading, veiled])
  return ways
}

/** Of everything that was found what can matter: of most combinations only one side stands in a text. */
const complete = (lexicon: Lexicon, count: number, heard: readonly Heard[]): Found => {
  const { list } = hits
  const { needlesOf, entryOf, roleOf } = lexicon
  const { of: sides, text: none } = sidesOf(lexicon)
  const all = none | 3
  for (let hit = 0; hit < count; hit++) {
    const string = list[2 * hit]!
    for (let n = needlesOf[string]!, end = needlesOf[string + 1]!; n < end; n++) {
      const entry = entryOf[n]!
      const had = sides[entry]!
      sides[entry] = (had > none ? had : none) | MAKES[roleOf[n]!]!
    }
  }
  for (const { needle } of heard) {
    const entry = entryOf[needle]!
    const had = sides[entry]!
    sides[entry] = (had > none ? had : none) | MAKES[roleOf[needle]!]!
  }
  let size = 0
  for (let hit = 0; hit < count; hit++) {
    const string = list[2 * hit]!
    for (let n = needlesOf[string]!, end = needlesOf[string + 1]!; n < end; n++) {
      if (sides[entryOf[n]!] !== all) continue
      if (size + 2 > keeping.length) {
        const larger = new Int32Array(keeping.length * 2)
        larger.set(keeping)
        keeping = larger
      }
      keeping[size++] = n
      keeping[size++] = list[2 * hit + 1]!
    }
  }
  const kept = size === 0 ? NO_HITS : keeping.slice(0, size)
  if (keeping.length > LARGE) keeping = new Int32Array(1024)
  const meant = heard.length === 0 ? heard : heard.filter(({ needle }) => sides[entryOf[needle]!] === all)
  return { lexicon, hits: kept, heard: meant }
}
