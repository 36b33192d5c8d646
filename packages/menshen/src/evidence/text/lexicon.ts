/**
 * Lexicons: what may not stand in copy. A file holds rows; a row holds terms, patterns or pairs that share their clauses,
 * strength, scope and source. Here rows become needles for one automaton, with the spellings that people use to evade it.
 */
import alike from '../../../data/look-alikes.json' with { type: 'json' }
import type { Platform } from '../../program/types.ts'
import { type Automaton, automatonOf, type Tables, tablesOf } from './automaton.ts'
import { isLinear } from './linear.ts'
import { foldTerm } from './normalise.ts'
import { type Sounds, soundOfTerm, voicesOf } from './sound.ts'

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

/** A row with its theme and number: what a match points to. */
export interface Entry extends LexiconRow {
  readonly id: string
  readonly theme: string
}

export type Role = 'term' | 'guard' | 'first' | 'second' | 'shield'
export interface Needle {
  readonly entry: number
  readonly role: Role
  readonly length: number
  /** The listed word, as written. */
  readonly word: string
  /** Set when the needle is another spelling of the word. */
  readonly evasive: boolean
  /** A spelling with characters that only look alike: none of them may be part of an ordinary word. */
  readonly shape: boolean
  /** Latin letters or digits at an end must not run on into more of them. */
  readonly latinStart: boolean
  readonly latinEnd: boolean
}

export interface Lexicon {
  readonly entries: readonly Entry[]
  readonly needles: readonly Needle[]
  readonly patterns: ReadonlyMap<number, readonly RegExp[]>
  readonly machine: Automaton
  /** By ear: the listed words that are Han all through. */
  readonly sounds: Sounds
  /** By needle: its entry and what it is to it, the number of a role. */
  readonly entryOf: Int32Array
  readonly roleOf: Uint8Array
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

/** Other spellings of a folded term: look-alikes of a word in it, numerals as digits. */
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
  if ((row.kind === 'term' || row.kind === 'replace') && !row.terms?.length) return problem('缺 terms', 'no terms')
  if (row.kind === 'combo' && (!row.first?.length || !row.second?.length)) return problem('缺 first 或 second', 'no first or second')
  if (row.kind === 'pattern') {
    if (!isStrings(row.patterns) || row.patterns.length === 0 || !row.guard?.length)
      return problem('缺 patterns 或 guard', 'no patterns or no guard')
    for (const pattern of row.patterns) {
      const why = isLinear(pattern)
      if (why) return problem(`正则不可用：${why.zh}`, `pattern refused: ${why.en}`)
    }
  }
  return null
}

/** A lexicon as plain data, compiled and not yet searchable. */
export interface PackedLexicon {
  readonly entries: readonly Entry[]
  /** Columns of the needles; `marks` has a bit each for evasive, Latin at its start, Latin at its end, characters that look alike. */
  readonly needles: {
    readonly entry: readonly number[]
    readonly role: readonly number[]
    readonly length: readonly number[]
    readonly word: readonly number[]
    readonly marks: readonly number[]
  }
  readonly words: readonly string[]
  readonly tables: Tables
  readonly sounds: { readonly tables: Tables; readonly words: Sounds['words'] }
  readonly problems: Lexicon['problems']
}
export const ROLES: readonly Role[] = ['term', 'guard', 'first', 'second', 'shield']

export const unpack = ({ entries, needles, words, tables, sounds, problems }: PackedLexicon): Lexicon => ({
  entries,
  needles: needles.entry.map((entry, i) => ({
    entry,
    role: ROLES[needles.role[i]!]!,
    length: needles.length[i]!,
    word: words[needles.word[i]!]!,
    evasive: (needles.marks[i]! & 1) !== 0,
    latinStart: (needles.marks[i]! & 2) !== 0,
    latinEnd: (needles.marks[i]! & 4) !== 0,
    shape: (needles.marks[i]! & 8) !== 0,
  })),
  patterns: new Map(entries.flatMap(({ patterns }, i) => (patterns ? [[i, patterns.map((source) => new RegExp(source, 'giu'))]] : []))),
  machine: automatonOf(tables),
  sounds: { machine: automatonOf(sounds.tables, voicesOf()), words: sounds.words },
  entryOf: Int32Array.from(needles.entry),
  roleOf: Uint8Array.from(needles.role),
  problems,
})

/** Files to a lexicon that can be searched. */
export const compile = (files: readonly LexiconFile[]): Lexicon => unpack(pack(files))

/** The greater part of the work, which the build does for the lexicons that ship. */
export const pack = (files: readonly LexiconFile[]): PackedLexicon => {
  const entries: Entry[] = []
  const needles = { entry: [] as number[], role: [] as number[], length: [] as number[], word: [] as number[], marks: [] as number[] }
  const words: string[] = []
  const numbers = new Map<string, number>()
  const strings: string[] = []
  const problems: { theme: string; row: number; what: Text }[] = []
  const numberOf = (word: string): number => {
    const had = numbers.get(word)
    if (had !== undefined) return had
    numbers.set(word, words.length)
    return words.push(word) - 1
  }
  const heard = new Map<string, number[]>()
  const add = (entry: number, role: Role, word: string, folded: string, evasive: boolean, shape = false): void => {
    needles.entry.push(entry)
    needles.role.push(ROLES.indexOf(role))
    needles.length.push(folded.length)
    needles.word.push(numberOf(word))
    const [first, last] = [folded.charCodeAt(0), folded.charCodeAt(folded.length - 1)]
    needles.marks.push((evasive ? 1 : 0) | (alnum(first) ? 2 : 0) | (alnum(last) ? 4 : 0) | (shape ? 8 : 0))
    strings.push(folded)
  }
  for (const file of files) {
    const rows: readonly LexiconRow[] = Array.isArray(file?.entries) ? file.entries : []
    for (const [number, row] of rows.entries()) {
      const wrong =
        rowProblem(row) ?? (strings.length > NEEDLES ? problem('词太多，这一行没有用上', 'too many terms: this row was left out') : null)
      if (wrong) {
        problems.push({ theme: String(file.theme), row: number, what: wrong })
        continue
      }
      const entry = entries.length
      entries.push({ ...row, id: `${file.theme}/${number}`, theme: file.theme })
      for (const [role, list] of wordsOf(row)) {
        const listed = new Set<string>()
        if (!list) continue
        const own = new Map(list.map((word) => [foldTerm(word), word]))
        for (const [folded, word] of own) {
          if (folded === '') continue
          listed.add(folded)
          add(entry, role, word, folded, false)
        }
        // 面相 sounds like half of all sentences: weak words are not listened for, exact ones would no longer be exact.
        if (HEARD.has(role) && row.strength !== 'weak' && !row.exact && !row.literal)
          for (let n = needles.entry.length - listed.size; n < needles.entry.length; n++) {
            const sound = soundOfTerm(strings[n]!)
            if (sound === null) continue
            const list = heard.get(sound)
            if (list) list.push(n)
            else heard.set(sound, [n])
          }
        // Weak words are too common to look for their disguises; exact ones would no longer be exact.
        if ((role !== 'term' && role !== 'first' && role !== 'second') || row.strength === 'weak' || row.exact || row.literal) continue
        for (const [folded, word] of own)
          for (const other of spellings(folded)) {
            if (listed.has(other)) continue
            listed.add(other)
            add(entry, role, word, other, true)
          }
        for (const [folded, word] of own)
          for (const other of shapesOf(folded)) {
            if (listed.has(other)) continue
            listed.add(other)
            add(entry, role, word, other, true, true)
          }
      }
    }
  }
  return {
    entries,
    needles,
    words,
    tables: tablesOf(strings),
    sounds: {
      tables: tablesOf([...heard.keys()]),
      words: [...heard.values()].map((list) =>
        [...new Set(list.map((n) => strings[n]!))].map((word) => ({ word, needles: list.filter((n) => strings[n] === word) })),
      ),
    },
    problems,
  }
}
