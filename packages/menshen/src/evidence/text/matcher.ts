/**
 * Finds the terms of a lexicon in a text, in one pass, however they are written, and weighs them by what the text does
 * with them.
 */
import { elsewhere } from '../reading/elsewhere.ts'
import { choose, type FindOptions } from './choice.ts'
import type { Context } from './context.ts'
import { look, type Reading, readingOf, waysOf } from './hits.ts'
import type { Entry, Lexicon, Strength } from './lexicon.ts'
import type { Normalised } from './normalise.ts'
import { lexicon } from './shipped.ts'
import { weigh } from './weigh.ts'

export type { FindOptions } from './choice.ts'
export interface TermMatch {
  readonly entry: Entry
  /** Offsets into the text as given. */
  readonly start: number
  readonly end: number
  /** The text as written there. */
  readonly matched: string
  /** The listed term; both parts of a combination, joined by ' … '. */
  readonly term: string
  /** After context: undefined when the text does not mean it. */
  readonly strength: Strength | null
  readonly context: readonly Context[]
  /** Written so that a plain search would miss it. */
  readonly evasive: boolean
  /** The entry's clauses for the platform asked for. */
  readonly clauses: readonly string[]
}

/**
 * Every term of the lexicon in a text, with place, weight and context, in the order of the text. Terms whose context
 * clears them are returned with strength null, so that a rule can say what it looked at.
 */
export const findTerms = (source: string | Normalised, options: FindOptions): readonly TermMatch[] => {
  if (typeof source === 'string' && options.lexicon === undefined) {
    const known = elsewhere()?.words(source, options)
    if (known) return known
  }
  const reading = readingOf(source)
  if (reading.text.text.length < 2) return NOTHING
  const first = search(reading, options)
  let all: Joining | undefined
  for (const { reading: other, lexicon: words, from } of waysOf(reading, options.lexicon ?? lexicon())) {
    const more = search(other, words === options.lexicon ? options : { ...options, lexicon: words })
    if (more.length === 0) continue
    all ??= new Joining(first)
    all.add(from === 0 ? more : more.map((one) => ({ ...one, start: one.start + from, end: one.end + from })))
  }
  const out = all?.matches ?? first
  return out.length < 2 ? out : out.toSorted((a, b) => a.start - b.start || b.end - a.end)
}

/** Matches of several readings; where two of them found a row at one place, the first speaks. */
class Joining {
  readonly matches: TermMatch[] = []
  readonly #byEntry = new Map<Entry, TermMatch[]>()
  constructor(first: readonly TermMatch[]) {
    for (const one of first) this.#put(one)
  }
  #put(one: TermMatch): void {
    this.matches.push(one)
    const list = this.#byEntry.get(one.entry)
    if (list) list.push(one)
    else this.#byEntry.set(one.entry, [one])
  }
  add(more: readonly TermMatch[]): void {
    const speaksFor = (a: TermMatch, b: TermMatch): boolean => a.start < b.end && b.start < a.end && !(a.strength === 'weak' && b.evasive)
    for (const b of more.filter((one) => !this.#byEntry.get(one.entry)?.some((a) => speaksFor(a, one)))) this.#put(b)
  }
}

/** The numbers of the entries of the lexicons that ship of which a text may have words, whatever is asked. */
export const entriesIn = (source: string): readonly number[] => {
  const lex = lexicon()
  const reading = readingOf(source)
  let entries: Set<number> | undefined
  const read = (one: Reading, words: Lexicon): void => {
    const { hits, heard } = look(one, words)
    if (hits.length === 0 && heard.length === 0) return
    entries ??= new Set()
    for (let i = 0; i < hits.length; i += 2) entries.add(words.entryOf[hits[i]!]!)
    for (const { needle } of heard) entries.add(words.entryOf[needle]!)
  }
  read(reading, lex)
  for (const way of waysOf(reading, lex)) read(way.reading, way.lexicon)
  return entries ? [...entries] : []
}

const NOTHING: readonly TermMatch[] = []

/** One reading of the text. */
const search = (reading: Reading, options: FindOptions): readonly TermMatch[] => {
  const lex = options.lexicon ?? lexicon()
  const { hits, heard } = look(reading, lex)
  if (hits.length === 0 && heard.length === 0) return NOTHING
  const chosen = choose(lex, options)
  const { entryOf } = lex
  for (let i = 0; i < hits.length; i += 2)
    if (chosen[entryOf[hits[i]!]!] === 1) return weigh(reading.text, lex, hits, heard, chosen, options)
  for (const { needle } of heard) if (chosen[entryOf[needle]!] === 1) return weigh(reading.text, lex, hits, heard, chosen, options)
  return NOTHING
}
