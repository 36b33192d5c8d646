/**
 * Finds the terms of a lexicon in a text, in one pass, however they are written, and weighs them by what the text does
 * with them.
 */
import type { Platform } from '../../program/types.ts'
import { partsWords, standsAlone } from './borders.ts'
import { type Context, contextOf } from './context.ts'
import { type Entry, type EntryScope, type Lexicon, type Needle, ROLES, type Scope, type Strength } from './lexicon.ts'
import { Gap, type Normalised, normalise } from './normalise.ts'
import { lexicon } from './shipped.ts'
import { type Heard, heardIn, outOfPlace } from './sound.ts'

export interface FindOptions {
  readonly platform: Platform
  /** Where the text stands; default 'page'. */
  readonly scope?: Scope
  /** Only entries of these clauses. */
  readonly clauses?: readonly string[]
  /** Only entries of these lists ('share.reward', 'purpose.vague'). */
  readonly lists?: readonly string[]
  /** The whole visible sentence, or what stands around a short text. */
  readonly around?: string
  /** Tag or API that carries the text. */
  readonly carrier?: string
  /** Default: the lexicons that ship. */
  readonly lexicon?: Lexicon
}

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

/** Most matches of one text. */
const MOST = 2000
/** How far around a guard word a pattern is tried, in characters. */
const NEAR = 80

interface Hit {
  readonly needle: Needle
  readonly start: number
  readonly end: number
  readonly evasive: boolean
  /** The hit may only be the meeting of two words. */
  readonly doubtful: boolean
  /** Other characters that sound or look so: never more than a hint for a human. */
  readonly heard: boolean
}

const wider: Readonly<Record<Scope, readonly EntryScope[]>> = {
  name: ['any', 'listing', 'name'],
  intro: ['any', 'listing', 'intro'],
  page: ['any', 'page'],
  button: ['any', 'page', 'button'],
  'phone-button': ['any', 'page', 'button', 'phone-button'],
  'contact-button': ['any', 'page', 'button', 'contact-button'],
  share: ['any', 'page', 'share'],
  purpose: ['any', 'page', 'purpose'],
  label: ['any', 'page', 'label'],
}

const prefixOf: Readonly<Record<Platform, string>> = { wechat: 'wx-', douyin: 'dy-' }
const clausesFor = (entry: Entry, platform: Platform): readonly string[] =>
  entry.clauses.filter((c) => c.startsWith(prefixOf[platform]) || c.startsWith('later/') || !/^(?:wx|dy)-/.test(c))

/** Which entries count, per lexicon and question; questions repeat for every text of a program. */
const choices = new WeakMap<Lexicon, Map<string, Uint8Array>>()
const choose = (lex: Lexicon, options: FindOptions): Uint8Array => {
  const scope = options.scope ?? 'page'
  const key = `${options.platform}|${scope}|${options.clauses?.join(' ') ?? '*'}|${options.lists?.join(' ') ?? '*'}`
  let known = choices.get(lex)
  if (!known) choices.set(lex, (known = new Map()))
  let chosen = known.get(key)
  if (!chosen) {
    const scopes = wider[scope]
    chosen = new Uint8Array(lex.entries.length)
    for (const [i, entry] of lex.entries.entries())
      chosen[i] =
        entry.platforms.includes(options.platform) &&
        entry.scope.some((s) => scopes.includes(s)) &&
        (!options.clauses || entry.clauses.some((c) => options.clauses!.includes(c))) &&
        (!options.lists || options.lists.includes(entry.list))
          ? 1
          : 0
    if (known.size > 500) known.clear()
    known.set(key, chosen)
  }
  return chosen
}

const alnum = (unit: number): boolean => (unit >= 48 && unit <= 57) || (unit >= 97 && unit <= 122)
const latin = (unit: number): boolean => unit >= 97 && unit <= 122

/** Whether a needle's occurrence is that word, and whether it was written to hide. */
const occurrence = (text: Normalised, needle: Needle, end: number): Hit | null => {
  const start = end - needle.length
  const units = text.text
  const gaps = text.gaps
  // A Latin word ends where its letters end; a blank or a symbol ends it too.
  if (needle.latinStart && start > 0 && gaps[start] === Gap.none && alnum(units.charCodeAt(start - 1))) return null
  if (needle.latinEnd && end < units.length && gaps[end] === Gap.none && alnum(units.charCodeAt(end))) return null
  let most: number = Gap.none
  let count = 0
  for (let i = start + 1; i < end; i++) {
    const gap = gaps[i]!
    if (gap === Gap.none) continue
    if (gap > most) most = gap
    if (gap !== Gap.hidden) count++
  }
  const hidden = most === Gap.hidden
  if (needle.shape && !outOfPlace(text, start, end, (at) => units[at] !== needle.word[at - start])) return null
  if (count === 0)
    return {
      needle,
      start,
      end,
      evasive: needle.evasive || hidden,
      doubtful: !needle.evasive && !standsAlone(units, start, end),
      heard: needle.shape,
    }
  if (most === Gap.stop) return null
  const inner = needle.length - 1
  const uniform = count === inner
  const long = needle.length >= 4
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
  if (attached && count === 1 && !needle.evasive) {
    let at = start + 1
    while (gaps[at]! <= Gap.hidden) at++
    const left = gaps[start] === Gap.none && start > 0
    const right = end < units.length && gaps[end] === Gap.none
    if (left && right && needle.length <= 3 && (most === Gap.space || partsWords(units, at))) return null
    if (partsWords(units, at) && needle.length <= 3) return null
  }
  // CJK typography puts a blank between Han and Latin: no disguise.
  let typographic = most === Gap.space
  for (let i = start + 1; i < end && typographic; i++)
    if (gaps[i]! > Gap.hidden && alnum(units.charCodeAt(i)) === alnum(units.charCodeAt(i - 1))) typographic = false
  return {
    needle,
    start,
    end,
    evasive: needle.evasive || (!typographic && most !== Gap.line) || (most === Gap.line && uniform),
    doubtful: false,
    heard: needle.shape,
  }
}

const DENIED_WITHIN =
  /.(?:不收|不售|不卖|不提供|不需要?|不用|不做|不买卖|不得|无需|免收|免费(?![领送拿看得下解进])|无合作|无关|请勿|禁止|不会(?:有|获得|得到))./
const LOWER: Readonly<Record<Strength, Strength | null>> = { strong: 'medium', medium: 'weak', weak: null }

/** True when a full stop stands between two folded offsets: 想看答案？发到群里 goes on, and so does what is called out. */
const stopBetween = (text: Normalised, from: number, to: number): boolean => {
  for (let i = from; i <= to && i < text.gaps.length; i++)
    if (text.gaps[i] === Gap.stop && /[。｡]/.test(text.original.slice(i > 0 ? text.ends[i - 1] : 0, text.starts[i]))) return true
  return false
}

/**
 * Every term of the lexicon in a text, with place, weight and context, in the order of the text. Terms whose context
 * clears them are returned with strength null, so that a rule can say what it looked at.
 */
export const findTerms = (source: string | Normalised, options: FindOptions): readonly TermMatch[] => {
  const reading = readingOf(source)
  if (reading.text.text.length < 2) return NOTHING
  const out = search(reading, options)
  return out.length < 2 ? out : out.toSorted((a, b) => a.start - b.start || b.end - a.end)
}

/** A text with what was found in it, whoever asks. */
interface Reading {
  readonly text: Normalised
  lexicon: Lexicon | null
  /** Needle and end of every hit, one pair after the other. */
  hits: readonly number[]
  heard: readonly Heard[]
}
/** Rules ask about the same texts, each with lists of its own: how they read is found out once. */
const readings = new Map<string, Reading>()
const folded = new WeakMap<Normalised, Reading>()
const READINGS = 4000
const LONGEST_READING = 400
const readingOf = (source: string | Normalised): Reading => {
  const had = typeof source === 'string' ? readings.get(source) : folded.get(source)
  if (had) return had
  const text = typeof source === 'string' ? normalise(source) : source
  const reading: Reading = { text, lexicon: null, hits: NO_HITS, heard: NONE_HEARD }
  if (typeof source !== 'string') folded.set(source, reading)
  else if (source.length <= LONGEST_READING) {
    if (readings.size >= READINGS) readings.clear()
    readings.set(source, reading)
  }
  return reading
}
const look = (reading: Reading, lex: Lexicon): void => {
  if (reading.lexicon === lex) return
  const found: number[] = []
  lex.machine.scan(reading.text.text, (number, end) => {
    found.push(number, end)
  })
  reading.lexicon = lex
  reading.hits = found.length === 0 ? NO_HITS : found
  reading.heard = heardIn(reading.text, lex.sounds)
}
const NO_HITS: readonly number[] = []
const NONE_HEARD: readonly Heard[] = []
const NOTHING: readonly TermMatch[] = []

/** One reading of the text. */
const search = (reading: Reading, options: FindOptions): readonly TermMatch[] => {
  const lex = options.lexicon ?? lexicon()
  look(reading, lex)
  const { text, hits, heard } = reading
  if (hits.length === 0 && heard.length === 0) return NOTHING
  const chosen = choose(lex, options)
  // A combination of which only one side stands in the text, the usual case, needs no closer look.
  const sides = sidesOf(lex)
  const { entryOf, roleOf } = lex
  let any = false
  const side = (number: number): void => {
    const entry = entryOf[number]!
    if (chosen[entry] === 0) return
    const found = sides[entry]! | MAKES[roleOf[number]!]!
    sides[entry] = found
    if (found === 3) any = true
  }
  for (let i = 0; i < hits.length; i += 2) side(hits[i]!)
  for (let i = 0; i < heard.length; i++) side(heard[i]!.needle)
  try {
    return any ? weigh(text, lex, hits, heard, sides, options) : NOTHING
  } finally {
    for (let i = 0; i < hits.length; i += 2) sides[entryOf[hits[i]!]!] = 0
    for (let i = 0; i < heard.length; i++) sides[entryOf[heard[i]!.needle]!] = 0
  }
}
/** By role: which sides of its entry a word makes up; a combination needs both, all others have one. */
const MAKES = Uint8Array.from(ROLES, (role) => ({ term: 3, guard: 3, first: 1, second: 2, shield: 0 })[role])
/** By entry: which sides of it stand in the text at hand; all zero between two texts. */
const sidesFor = new WeakMap<Lexicon, Uint8Array>()
const sidesOf = (lex: Lexicon): Uint8Array => {
  let sides = sidesFor.get(lex)
  if (!sides) sidesFor.set(lex, (sides = new Uint8Array(lex.entries.length)))
  return sides
}

const weigh = (
  text: Normalised,
  lex: Lexicon,
  hits: readonly number[],
  heard: readonly Heard[],
  sides: Uint8Array,
  options: FindOptions,
): readonly TermMatch[] => {
  const terms: Hit[] = []
  const firsts = new Map<number, Hit[]>()
  const seconds = new Map<number, Hit[]>()
  const shields = new Map<number, [number, number][]>()
  const guards = new Map<number, number[]>()
  const put = <T>(map: Map<number, T[]>, key: number, value: T): void => {
    const list = map.get(key)
    if (!list) map.set(key, [value])
    else if (list.length < MOST) list.push(value)
  }
  let last: Needle | null = null
  let lastEnd = -1
  let lastHit: Hit | null = null
  for (let i = 0; i < hits.length; i += 2) {
    if (sides[lex.entryOf[hits[i]!]!] !== 3) continue
    const end = hits[i + 1]!
    const needle = lex.needles[hits[i]!]!
    if (needle.role === 'shield') {
      put(shields, needle.entry, [end - needle.length, end])
      continue
    }
    if (needle.role === 'guard') {
      put(guards, needle.entry, end)
      continue
    }
    if (lex.entries[needle.entry]!.exact && needle.length !== text.text.length) continue
    // A word of several rows is hit once for each.
    const again =
      last !== null && lastEnd === end && last.length === needle.length && last.evasive === needle.evasive && last.shape === needle.shape
    if (!again) lastHit = occurrence(text, needle, end)
    last = needle
    lastEnd = end
    if (!lastHit) continue
    const hit: Hit = lastHit.needle === needle ? lastHit : { ...lastHit, needle }
    if (needle.role === 'term') {
      if (terms.length < MOST) terms.push(hit)
    } else if (!hit.doubtful) put(needle.role === 'first' ? firsts : seconds, needle.entry, hit)
  }
  for (const { needle: number, start, end, exchanged } of heard) {
    const needle = lex.needles[number]!
    if (sides[needle.entry] !== 3) continue
    const hit: Hit = { needle, start, end, evasive: true, doubtful: false, heard: exchanged }
    if (needle.role === 'term') {
      if (terms.length < MOST) terms.push(hit)
    } else put(needle.role === 'first' ? firsts : seconds, needle.entry, hit)
  }

  const out: TermMatch[] = []
  const shielded = (entry: number, start: number, end: number): boolean =>
    shields.get(entry)?.some(([s, e]) => s <= start && e >= end) ?? false
  const emit = (number: number, start: number, end: number, term: string, evasive: boolean, heard = false, later = start): void => {
    if (out.length >= MOST) return
    const entry = lex.entries[number]!
    const found = [...contextOf(text, start, end, options)]
    // 小学生请勿去网吧: what is denied may be the second part of a combination.
    if (later > start && !found.some((f) => f.kind === 'negation'))
      found.push(...contextOf(text, later, end, options).filter((f) => f.kind === 'negation'))
    // 领养，不收押金: a stretch that holds its own denial; 不分享就不会有奖励 denies twice.
    if (entry.kind !== 'term' && end - start > 4 && text.text[start - 1] !== '不' && DENIED_WITHIN.test(text.text.slice(start, end)))
      found.push({ kind: 'negation', effect: 'clear' })
    // A combination in an option is what can be chosen: 猫咪空运到机场.
    if (entry.kind === 'combo')
      for (let i = found.length - 1; i >= 0; i--) if (found[i]!.kind === 'form-option' && found[i]!.effect === 'lower') found.splice(i, 1)
    let strength: Strength | null = heard ? 'medium' : entry.strength
    if (found.some((f) => f.effect === 'clear')) strength = null
    else for (const f of found) if (strength && f.effect === 'lower') strength = LOWER[strength]
    const from = text.starts[start]!
    const to = text.ends[end - 1]!
    out.push({
      entry,
      start: from,
      end: to,
      matched: text.original.slice(from, to),
      term,
      strength,
      context: found.map((f) => f.kind),
      evasive,
      clauses: clausesFor(entry, options.platform),
    })
  }

  // Of hits of one entry that cover the same stretch, the longest speaks.
  const byEntry = new Map<number, Hit[]>()
  // Two doubtful words of one list that touch vouch for each other: 风水面相.
  const vouched = (hit: Hit): boolean =>
    terms.some((t) => t.needle.entry === hit.needle.entry && (t.end === hit.start || t.start === hit.end))
  for (const hit of terms)
    if (!shielded(hit.needle.entry, hit.start, hit.end) && (!hit.doubtful || (terms.length <= 200 && vouched(hit))))
      put(byEntry, hit.needle.entry, hit)
  for (const [number, hits] of byEntry) {
    hits.sort((a, b) => a.start - b.start || b.end - a.end)
    let last = -1
    for (const hit of hits) {
      if (hit.end <= last) continue
      last = hit.end
      emit(number, hit.start, hit.end, hit.needle.word, hit.evasive, hit.heard)
    }
  }
  for (const [number, ones] of firsts) {
    const others = seconds.get(number)
    if (!others) continue
    const entry = lex.entries[number]!
    const window = entry.window ?? 12
    let last = -1
    for (const a of ones.sort((x, y) => x.start - y.start || y.end - x.end)) {
      if (shielded(number, a.start, a.end) || a.start < last) continue
      let best: Hit | null = null
      let distance = Infinity
      for (const b of others) {
        const between = b.start >= a.end ? b.start - a.end : b.end <= a.start && entry.order !== 'then' ? a.start - b.end : Infinity
        if (between > window || between >= distance || shielded(number, b.start, b.end)) continue
        if (stopBetween(text, Math.min(a.end, b.end), Math.max(a.start, b.start))) continue
        best = b
        distance = between
      }
      if (!best) continue
      const start = Math.min(a.start, best.start)
      const end = Math.max(a.end, best.end)
      last = end
      const term = `${a.needle.word} … ${best.needle.word}`
      emit(number, start, end, term, a.evasive || best.evasive, a.heard || best.heard, Math.max(a.start, best.start))
    }
  }
  for (const [number, ends] of guards) {
    const entry = lex.entries[number]!
    const original = entry.on === 'original'
    const subject = original ? text.original : text.text
    const seen = new Set<number>()
    let done = -1
    for (const end of ends) {
      const place = original ? (text.ends[end - 1] ?? 0) : end
      const from = Math.max(0, place - NEAR, done)
      const to = Math.min(subject.length, place + NEAR)
      done = place
      const slice = subject.slice(Math.max(0, from - NEAR), to)
      const base = Math.max(0, from - NEAR)
      for (const pattern of lex.patterns.get(number) ?? []) {
        pattern.lastIndex = 0
        for (let m = pattern.exec(slice); m; m = pattern.exec(slice)) {
          if (m[0] === '') {
            pattern.lastIndex++
            continue
          }
          const at = base + m.index
          if (seen.has(at)) continue
          seen.add(at)
          let s = at
          let e = at + m[0].length
          if (original) {
            s = foldedAt(text, at)
            e = Math.max(s + 1, foldedAt(text, at + m[0].length))
          }
          if (s >= text.text.length || shielded(number, s, e) || stopBetween(text, s + 1, e - 1)) continue
          emit(number, s, Math.min(e, text.text.length), m[0], false)
        }
      }
    }
  }
  return out
}

/** First folded offset at or after an original one. */
const foldedAt = (text: Normalised, offset: number): number => {
  let low = 0
  let high = text.starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (text.starts[middle]! < offset) low = middle + 1
    else high = middle
  }
  return low
}
