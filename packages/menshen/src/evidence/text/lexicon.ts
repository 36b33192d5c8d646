/**
 * Lexicons: what may not stand in copy. A file holds rows; a row holds terms, patterns or pairs that share their clauses,
 * strength, scope and source. Here rows become needles for one automaton, with the spellings that people use to evade it.
 */
import alike from '../../../data/look-alikes.json' with { type: 'json' }
import type { Platform } from '../../program/types.ts'
import { type Automaton, automatonOf, type Named, named, tablesIn, tablesOf } from './automaton.ts'
import { fromBytes, lettersOf, toBytes } from './columns.ts'
import { isLinear } from './linear.ts'
import { foldTerm } from './normalise.ts'
import { type Clue, type Sieve, sieveOf } from './sieve.ts'
import { packSounds, type SoundColumns, type Sounds, soundsOf, soundsOfTerm } from './sound.ts'
import { spelledOut, unknownClass } from './word-classes.ts'

/** Said in both languages. The shape of the check room's Text, which this room may not import. */
export interface Text {
  readonly zh: string
  readonly en: string
}
export type Strength = 'strong' | 'medium' | 'weak'
/** Where a text stands: a program's name or introduction, a page, or a narrower place on a page. */
export type Scope = 'name' | 'intro' | 'page' | 'button' | 'phone-button' | 'contact-button' | 'share' | 'purpose' | 'label'
export type EntryScope = Scope | 'listing' | 'any'
export type EntryKind = 'term' | 'pattern' | 'combo' | 'replace'

export interface LexiconRow {
  readonly list: string
  readonly kind: EntryKind
  readonly clauses: readonly string[]
  readonly platforms: readonly Platform[]
  readonly strength: Strength
  readonly scope: readonly EntryScope[]
  /** term, replace */
  readonly terms?: readonly string[]
  /** Only as the whole text. */
  readonly exact?: boolean
  /** Only as written: the row holds disguises itself. */
  readonly literal?: boolean
  /** Broad words of the theme: looked for only in texts that are visibly disguised. */
  readonly veiled?: boolean
  /** pattern: on the folded text unless `on` says otherwise; tried only near one of `guard`. */
  readonly patterns?: readonly string[]
  readonly guard?: readonly string[]
  readonly on?: 'original'
  /** combo: one of each within `window` folded characters. */
  readonly first?: readonly string[]
  readonly second?: readonly string[]
  readonly window?: number
  readonly order?: 'then' | 'either'
  /** Longer words inside which a hit does not count. */
  readonly not?: readonly string[]
  /** Words that tell what else a sentence is about: where one stands near, no hit counts. 树木 beside 认养. */
  readonly unless?: readonly string[]
  /** The wording to use instead. */
  readonly right?: string
  readonly note?: Text
  readonly source: string
  readonly date: string
}

export interface LexiconFile {
  readonly format: 'menshen-lexicon/1'
  readonly theme: string
  readonly title: Text
  readonly sources: Readonly<Record<string, { readonly what: Text; readonly date: string }>>
  readonly entries: readonly LexiconRow[]
}

/** A row with its theme and number, without its words: what a match points to. */
export interface Entry extends Omit<LexiconRow, 'terms' | 'first' | 'second' | 'guard' | 'not' | 'unless'> {
  readonly id: string
  readonly theme: string
}

export type Role = 'term' | 'guard' | 'first' | 'second' | 'shield' | 'pardon'
export const ROLES: readonly Role[] = ['term', 'guard', 'first', 'second', 'shield', 'pardon']
export const ROLE = { term: 0, guard: 1, first: 2, second: 3, shield: 4, pardon: 5 } as const satisfies Readonly<Record<Role, number>>
/** What else is known of a needle, a bit each. */
export const MARK = {
  /** Another spelling of the word. */
  evasive: 1,
  /** Latin letters or digits at an end must not run on into more of them. */
  latinStart: 2,
  latinEnd: 4,
  /** A spelling with characters that only look alike: none of them may be part of an ordinary word. */
  shape: 8,
} as const

/** A lexicon that can be searched. Its needles are columns, those of one string side by side. */
export interface Lexicon {
  readonly entries: readonly Entry[]
  readonly machine: Automaton
  /** By string of the machine: its first needle, and behind the last string where they end. */
  readonly needlesOf: Int32Array
  /** By needle: its entry and what it is to it, the number of a role; its length, its marks. */
  readonly entryOf: Int32Array
  readonly roleOf: Uint8Array
  readonly lengthOf: Uint16Array
  readonly marksOf: Uint8Array
  /** The listed word of a needle, as written. */
  wordOf(needle: number): string
  /** The patterns of an entry, and which of all of them can match where. */
  patternsOf(entry: number): readonly Clue[]
  readonly sieve: Sieve
  /** By ear: the listed words that are Han all through; null when there are none. */
  readonly sounds: Sounds | null
  /** What is looked for in disguised texts beside the rest: broad words, and the weak ones by ear; null when there are none. */
  readonly veiled: Lexicon | null
  /** Rows of an operator's lists that were left out, with the reason. */
  readonly problems: readonly { readonly theme: string; readonly row: number; readonly what: Text }[]
}

/** Most other spellings that one term may have. */
const SPELLINGS = 48
/** Most needles in all: an operator's list beyond it is cut, and the cut is reported. */
const NEEDLES = 200_000
const NUMERAL = /[零〇一二三四五六七八九]/
const NUMERALS = new Map([...'零〇一二三四五六七八九'].map((c) => [c, c === '〇' ? '0' : String('零一二三四五六七八九'.indexOf(c))]))

interface Alike {
  readonly from: string
  readonly to: readonly string[]
  /** Spellings that are words of their own: used inside longer terms only. */
  readonly inside: readonly string[]
}
/** By the first character of the word that is written otherwise. */
let alikes: ReadonlyMap<string, readonly Alike[]> | undefined
const alikeRows = (): ReadonlyMap<string, readonly Alike[]> => {
  if (alikes) return alikes
  const map = new Map<string, Alike[]>()
  for (const row of alike.rows) {
    const from = foldTerm(row.canonical)
    const one = {
      from,
      to: row.variants.map(foldTerm).filter((v) => v.length > 1),
      inside: ((row as { words?: readonly string[] }).words ?? []).map(foldTerm),
    }
    map.set(from[0]!, [...(map.get(from[0]!) ?? []), one])
  }
  alikes = map
  return map
}

/** Digits that are taken for Latin letters inside a word of some length: r00t, iph0ne. */
const AS_DIGITS: readonly (readonly [string, string])[] = [
  ['o', '0'],
  ['i', '1'],
  ['l', '1'],
  ['e', '3'],
]
const LATIN_WORD = /[a-z]{4}/

/** Other spellings of a folded term: look-alikes of a word in it, numerals as digits, digits as letters. */
export const spellings = (folded: string): readonly string[] => {
  const out = new Set<string>()
  const rows = alikeRows()
  for (let at = 0; at < folded.length; at++)
    for (const { from, to, inside } of rows.get(folded[at]!) ?? []) {
      if (!folded.startsWith(from, at)) continue
      const rest = folded.length > from.length
      for (const other of rest ? [...to, ...inside] : to) out.add(folded.slice(0, at) + other + folded.slice(at + from.length))
    }
  if (NUMERAL.test(folded)) {
    const digits = [...folded].map((c) => NUMERALS.get(c) ?? c).join('')
    if (!/^\d+$/.test(digits)) out.add(digits)
  }
  if (LATIN_WORD.test(folded))
    for (const [letter, digit] of AS_DIGITS) if (folded.includes(letter)) out.add(folded.replaceAll(letter, digit))
  out.delete(folded)
  return [...out].slice(0, SPELLINGS)
}

const SHAPES: Readonly<Record<string, string>> = alike.shapes
/** A folded term with one character exchanged for one that looks like it. */
const shapesOf = (folded: string): readonly string[] => {
  if (folded.length < 2) return []
  const out: string[] = []
  for (let i = 0; i < folded.length; i++)
    if (Object.hasOwn(SHAPES, folded[i]!))
      for (const other of SHAPES[folded[i]!]!) out.push(folded.slice(0, i) + other + folded.slice(i + 1))
  return out
}

const HEARD: ReadonlySet<Role> = new Set(['term', 'first', 'second'])
const alnum = (unit: number): boolean => (unit >= 48 && unit <= 57) || (unit >= 97 && unit <= 122)

const wordsOf = (row: LexiconRow): readonly (readonly [Role, readonly string[] | undefined])[] => [
  ['term', row.kind === 'term' || row.kind === 'replace' ? row.terms : undefined],
  ['guard', row.guard],
  ['first', row.first],
  ['second', row.second],
  ['shield', row.not],
  ['pardon', row.unless],
]

const problem = (zh: string, en: string): Text => ({ zh, en })
const isStrings = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((v) => typeof v === 'string')

/** What is wrong with a row that somebody else wrote, or null. */
export const rowProblem = (row: LexiconRow): Text | null => {
  if (typeof row !== 'object' || row === null) return problem('不是对象', 'not an object')
  if (!['term', 'pattern', 'combo', 'replace'].includes(row.kind)) return problem('kind 不认识', 'unknown kind')
  if (!['strong', 'medium', 'weak'].includes(row.strength)) return problem('strength 不认识', 'unknown strength')
  if (!isStrings(row.clauses) || !isStrings(row.scope) || !isStrings(row.platforms))
    return problem('clauses、scope、platforms 须是字符串数组', 'clauses, scope and platforms must be arrays of strings')
  for (const [, list] of wordsOf(row))
    if (list !== undefined && !isStrings(list)) return problem('词须是字符串数组', 'words must be an array of strings')
  const stranger = unknownClass(row)
  if (stranger !== null) return problem(`没有“${stranger}”这个词类`, `no class of words ${stranger}`)
  if ((row.kind === 'term' || row.kind === 'replace') && !row.terms?.length) return problem('缺 terms', 'no terms')
  if (row.kind === 'combo' && (!row.first?.length || !row.second?.length)) return problem('缺 first 或 second', 'no first or second')
  if (row.kind === 'pattern') {
    if (!isStrings(row.patterns) || row.patterns.length === 0 || !row.guard?.length)
      return problem('缺 patterns 或 guard', 'no patterns or no guard')
    for (const pattern of spelledOut(row).patterns ?? []) {
      const why = isLinear(pattern)
      if (why) return problem(`正则不可用：${why.zh}`, `pattern refused: ${why.en}`)
    }
  }
  return null
}

interface Plain {
  readonly entries: readonly Entry[]
  readonly problems: Lexicon['problems']
}
/** What a lexicon is in a file. Words are one long string, with the place where each begins. */
type Columns = {
  readonly needlesOf: Int32Array
  readonly entryOf: Int32Array
  readonly roleOf: Uint8Array
  readonly lengthOf: Uint16Array
  readonly marksOf: Uint8Array
  readonly wordOf: Int32Array
  readonly letters: Uint16Array
  readonly words: Int32Array
  /** The lexicon of disguised texts, packed; empty when there is none. */
  readonly veiled: Uint8Array
} & Named<'machine'> &
  SoundColumns

/** A lexicon as bytes, compiled as far as that goes without running it. */
export type PackedLexicon = Uint8Array

export const unpack = (packed: PackedLexicon, of?: readonly Entry[]): Lexicon => {
  const { plain, columns } = fromBytes<Plain, Columns>(packed)
  const { problems } = plain
  // The lexicon of disguised texts has words of the same rows.
  const entries = of ?? plain.entries
  const { letters, words, wordOf } = columns
  const patterns = new Map<number, readonly Clue[]>()
  /** By entry the number of its first pattern. */
  const firstPattern: number[] = []
  let sieve: Sieve | undefined
  const sieveOfAll = (): Sieve => {
    if (sieve) return sieve
    const sources: string[] = []
    for (const [number, entry] of entries.entries()) {
      firstPattern[number] = sources.length
      sources.push(...(entry.patterns ?? []))
    }
    sieve = sieveOf(sources)
    return sieve
  }
  const written = new Map<number, string>()
  let sounds: Sounds | null | undefined
  let veiled: Lexicon | null | undefined
  return {
    entries,
    problems,
    machine: automatonOf(tablesIn(columns, 'machine')),
    needlesOf: columns.needlesOf,
    entryOf: columns.entryOf,
    roleOf: columns.roleOf,
    lengthOf: columns.lengthOf,
    marksOf: columns.marksOf,
    wordOf(needle) {
      const word = wordOf[needle]!
      let known = written.get(word)
      if (known === undefined) written.set(word, (known = String.fromCharCode(...letters.subarray(words[word], words[word + 1]))))
      return known
    },
    patternsOf(entry) {
      let known = patterns.get(entry)
      if (known) return known
      sieveOfAll()
      const number = firstPattern[entry]!
      known = (entries[entry]!.patterns ?? []).map((source, i) => ({ number: number + i, expression: new RegExp(source, 'giu') }))
      patterns.set(entry, known)
      return known
    },
    get sieve() {
      return sieveOfAll()
    },
    get sounds() {
      if (sounds === undefined) sounds = soundsOf(columns)
      return sounds
    },
    get veiled() {
      if (veiled === undefined) veiled = columns.veiled.length === 0 ? null : unpack(columns.veiled, entries)
      return veiled
    },
  }
}

/** Files to a lexicon that can be searched. */
export const compile = (files: readonly LexiconFile[]): Lexicon => unpack(pack(files))

/** Longest words that are looked for: longer ones are cut off in their column anyhow. */
const LONGEST_WORD = 0xffff

/** Whether a row is looked for in disguised texts only, or there by ear as well. */
const isVeiled = (row: LexiconRow): boolean => row.veiled === true
const isFaint = (row: LexiconRow): boolean => row.veiled === true || (row.strength === 'weak' && !row.exact && !row.literal)

/** The greater part of the work, which the build does for the lexicons that ship. */
export const pack = (files: readonly LexiconFile[]): PackedLexicon => packed(files, false)

const packed = (files: readonly LexiconFile[], disguised: boolean): PackedLexicon => {
  let faint = false
  const entries: Entry[] = []
  const needles: { readonly entry: number; readonly role: Role; readonly word: string; readonly folded: string; readonly marks: number }[] =
    []
  const problems: { theme: string; row: number; what: Text }[] = []
  const heard = new Map<string, number[]>()
  const add = (entry: number, role: Role, word: string, folded: string, marks: number): void => {
    const [first, last] = [folded.charCodeAt(0), folded.charCodeAt(folded.length - 1)]
    const latin = (alnum(first) ? MARK.latinStart : 0) | (alnum(last) ? MARK.latinEnd : 0)
    needles.push({ entry, role, word, folded, marks: marks | latin })
  }
  for (const file of files) {
    const rows: readonly LexiconRow[] = Array.isArray(file?.entries) ? file.entries : []
    for (const [number, written] of rows.entries()) {
      const wrong =
        rowProblem(written) ??
        (needles.length > NEEDLES ? problem('词太多，这一行没有用上', 'too many terms: this row was left out') : null)
      if (wrong) {
        problems.push({ theme: String(file.theme), row: number, what: wrong })
        continue
      }
      const row = spelledOut(written)
      if (isFaint(row)) faint = true
      const entry = entries.length
      const { terms: _terms, first: _first, second: _second, guard: _guard, not: _not, unless: _unless, ...rest } = row
      entries.push({ ...rest, id: `${file.theme}/${number}`, theme: file.theme })
      if (disguised ? !isFaint(row) : isVeiled(row)) continue
      for (const [role, list] of wordsOf(row)) {
        const listed = new Set<string>()
        if (!list) continue
        const own = new Map(list.map((word) => [foldTerm(word), word]))
        for (const [folded, word] of own) {
          if (folded === '' || folded.length > LONGEST_WORD) continue
          listed.add(folded)
          add(entry, role, word, folded, 0)
        }
        // 面相 sounds like half of all sentences: weak words are listened for in disguised texts only; exact ones would no longer be exact.
        if (HEARD.has(role) && (disguised || row.strength !== 'weak') && !row.exact && !row.literal)
          for (let n = needles.length - listed.size; n < needles.length; n++) {
            for (const sound of soundsOfTerm(needles[n]!.folded)) {
              const list = heard.get(sound)
              if (list) list.push(n)
              else heard.set(sound, [n])
            }
          }
        // Weak words are too common to look for their disguises; exact ones would no longer be exact.
        if ((role !== 'term' && role !== 'first' && role !== 'second') || row.strength === 'weak' || row.exact || row.literal) continue
        for (const [folded, word] of own)
          for (const other of spellings(folded)) {
            if (listed.has(other)) continue
            listed.add(other)
            add(entry, role, word, other, MARK.evasive)
          }
        for (const [folded, word] of own)
          for (const other of shapesOf(folded)) {
            if (listed.has(other)) continue
            listed.add(other)
            add(entry, role, word, other, MARK.evasive | MARK.shape)
          }
      }
    }
  }
  const { strings, order, needlesOf } = byString(needles)
  const place = new Int32Array(needles.length)
  for (const [at, n] of order.entries()) place[n] = at
  const column = (of: (needle: (typeof needles)[number]) => number): number[] => order.map((n) => of(needles[n]!))
  const words = [...new Set(needles.map(({ word }) => word))]
  const wordNumbers = new Map(words.map((word, i) => [word, i]))
  return toBytes({
    plain: (disguised ? { entries: [], problems: [] } : { entries, problems }) satisfies Plain,
    columns: {
      needlesOf,
      entryOf: Int32Array.from(column(({ entry }) => entry)),
      roleOf: Uint8Array.from(column(({ role }) => ROLE[role])),
      lengthOf: Uint16Array.from(column(({ folded }) => folded.length)),
      marksOf: Uint8Array.from(column(({ marks }) => marks)),
      wordOf: Int32Array.from(column(({ word }) => wordNumbers.get(word)!)),
      ...lettersOf(words),
      veiled: !disguised && faint ? packed(files, true) : new Uint8Array(0),
      ...named('machine', tablesOf(strings)),
      ...packSounds(
        [...heard].map(([sound, list]) => ({
          sound,
          words: [...new Set(list.map((n) => needles[n]!.folded))].map((word) => ({
            word,
            needles: list.flatMap((n) => (needles[n]!.folded === word ? [place[n]!] : [])),
          })),
        })),
      ),
    } satisfies Columns,
  })
}

/** The different strings of the needles, and the needles in their order: of one string the last one first. */
const byString = (needles: readonly { readonly folded: string }[]) => {
  const lists = new Map<string, number[]>()
  for (const [n, { folded }] of needles.entries()) {
    const list = lists.get(folded)
    if (list) list.push(n)
    else lists.set(folded, [n])
  }
  const order: number[] = []
  const needlesOf = new Int32Array(lists.size + 1)
  const strings = [...lists.keys()]
  for (const [i, list] of [...lists.values()].entries()) {
    needlesOf[i] = order.length
    order.push(...list.reverse())
  }
  needlesOf[strings.length] = order.length
  return { strings, order, needlesOf }
}
