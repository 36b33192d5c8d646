/**
 * Finds the terms of a lexicon in a text, in one pass, however they are written, and weighs them by what the text does
 * with them.
 */
import type { Platform } from '../../program/types.ts'
import { elsewhere } from '../reading/elsewhere.ts'
import { partsWords, standsAlone } from './borders.ts'
import { type Context, surroundingsOf } from './context.ts'
import { look, type Reading, readingOf, waysOf } from './hits.ts'
import { type Entry, type EntryScope, type Lexicon, MARK, ROLE, type Scope, type Strength } from './lexicon.ts'
import { Gap, type Normalised } from './normalise.ts'
import { lexicon } from './shipped.ts'
import { type Heard, outOfPlace } from './sound.ts'
import { A_FEW, firstFrom, longestOf, type Stretch } from './stretches.ts'

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

interface Hit extends Stretch {
  /** Numbers of the lexicon. */
  readonly needle: number
  readonly entry: number
  readonly evasive: boolean
  /** The hit may only be the meeting of two words. */
  readonly doubtful: boolean
  /** Other characters that sound or look so: never more than a hint for a human. */
  readonly heard: boolean
  /** So short and so little of it written as listed that it is weak by itself. */
  readonly thin?: boolean
  /** A weak word with letters for some of its characters: nobody writes so by chance. */
  readonly spelt?: boolean
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
/** What was found out of an entry by the platforms asked for. */
const clausesOf: Readonly<Record<Platform, WeakMap<Entry, readonly string[]>>> = { wechat: new WeakMap(), douyin: new WeakMap() }
const clausesFor = (entry: Entry, platform: Platform): readonly string[] => {
  let known = clausesOf[platform].get(entry)
  if (!known) {
    known = entry.clauses.filter((c) => c.startsWith(prefixOf[platform]) || c.startsWith('later/') || !/^(?:wx|dy)-/.test(c))
    clausesOf[platform].set(entry, known)
  }
  return known
}

/** Which entries count, per lexicon and question; questions repeat for every text of a program. */
const choices = new WeakMap<Lexicon, Map<string, Uint8Array>>()
let asked: { readonly lex: Lexicon; readonly options: FindOptions; readonly chosen: Uint8Array } | undefined
const choose = (lex: Lexicon, options: FindOptions): Uint8Array => {
  // The same question for text after text.
  if (
    asked?.lex === lex &&
    asked.options.platform === options.platform &&
    asked.options.scope === options.scope &&
    asked.options.clauses === options.clauses &&
    asked.options.lists === options.lists
  )
    return asked.chosen
  const chosen = chosenBy(lex, options)
  asked = { lex, options, chosen }
  return chosen
}
const chosenBy = (lex: Lexicon, options: FindOptions): Uint8Array => {
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
const occurrence = (text: Normalised, lex: Lexicon, needle: number, end: number): Hit | null => {
  const length = lex.lengthOf[needle]!
  const entry = lex.entryOf[needle]!
  const marks = lex.marksOf[needle]!
  const spelt = (marks & MARK.evasive) !== 0
  const shape = (marks & MARK.shape) !== 0
  const start = end - length
  const units = text.text
  const gaps = text.gaps
  // A Latin word ends where its letters end; a blank or a symbol ends it too.
  if ((marks & MARK.latinStart) !== 0 && start > 0 && gaps[start] === Gap.none && alnum(units.charCodeAt(start - 1))) return null
  if ((marks & MARK.latinEnd) !== 0 && end < units.length && gaps[end] === Gap.none && alnum(units.charCodeAt(end))) return null
  let most: number = Gap.none
  let count = 0
  for (let i = start + 1; i < end; i++) {
    const gap = gaps[i]!
    if (gap === Gap.none) continue
    if (gap > most) most = gap
    if (gap !== Gap.hidden) count++
  }
  const hidden = most === Gap.hidden
  if (shape) {
    const word = lex.wordOf(needle)
    if (!outOfPlace(text, start, end, (at) => units[at] !== word[at - start])) return null
  }
  if (count === 0)
    return {
      needle,
      entry,
      start,
      end,
      evasive: spelt || hidden,
      doubtful: !spelt && !aloneIn(text, start, end),
      heard: shape,
    }
  if (most === Gap.stop) return null
  const inner = length - 1
  const uniform = count === inner
  const long = length >= 4
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
  if (attached && count === 1 && !spelt) {
    let at = start + 1
    while (gaps[at]! <= Gap.hidden) at++
    const left = gaps[start] === Gap.none && start > 0
    const right = end < units.length && gaps[end] === Gap.none
    if (left && right && length <= 3 && (most === Gap.space || partsWords(units, at))) return null
    if (partsWords(units, at) && length <= 3) return null
  }
  // CJK typography puts a blank between Han and Latin: no disguise.
  let typographic = most === Gap.space
  for (let i = start + 1; i < end && typographic; i++)
    if (gaps[i]! > Gap.hidden && alnum(units.charCodeAt(i)) === alnum(units.charCodeAt(i - 1))) typographic = false
  return {
    needle,
    entry,
    start,
    end,
    evasive: spelt || (!typographic && most !== Gap.line) || (most === Gap.line && uniform),
    doubtful: false,
    heard: shape,
  }
}

const DENIED_WITHIN =
  /.(?:不收|不售|不卖|不提供|不需要?|不用|不做|不买卖|不得|无需|免收|免费(?![领送拿看得下解进])|无合作|无任何|没有任何|不发(?!货)|不推送|(?<!是)不是(?![梦事问难])|并非|不影响|不妨碍|无关|请勿|禁止|不会(?:有|获得|得到))./
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
  if (typeof source === 'string' && options.lexicon === undefined) {
    const known = elsewhere()?.words(source, options)
    if (known) return known
  }
  const reading = readingOf(source)
  if (reading.text.text.length < 2) return NOTHING
  let out = search(reading, options)
  for (const [other, words] of waysOf(reading, options.lexicon ?? lexicon()))
    out = joined(out, search(other, words === options.lexicon ? options : { ...options, lexicon: words }))
  return out.length < 2 ? out : out.toSorted((a, b) => a.start - b.start || b.end - a.end)
}

/** Matches of two readings; where both found a row at one place, the first speaks. */
const joined = (known: readonly TermMatch[], more: readonly TermMatch[]): readonly TermMatch[] => {
  if (known.length === 0 || more.length === 0) return known.length === 0 ? more : known
  const byEntry = new Map<Entry, TermMatch[]>()
  for (const one of known) {
    const list = byEntry.get(one.entry)
    if (list) list.push(one)
    else byEntry.set(one.entry, [one])
  }
  const speaksFor = (a: TermMatch, b: TermMatch): boolean => a.start < b.end && b.start < a.end && !(a.strength === 'weak' && b.evasive)
  return known.concat(more.filter((b) => !byEntry.get(b.entry)?.some((a) => speaksFor(a, b))))
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
  for (const [other, words] of waysOf(reading, lex)) read(other, words)
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

/** How far the words of a text reach over the ends of a stretch. */
const WORDS_REACH = 3
/** Whether a stretch is a word among its neighbours; words do not reach over marks: 代打，包三十星. */
const aloneIn = ({ text, gaps }: Normalised, start: number, end: number): boolean => {
  let from = start
  while (from > 0 && start - from < WORDS_REACH && gaps[from]! < Gap.comma) from--
  let to = end
  while (to < text.length && to - end < WORDS_REACH && gaps[to]! < Gap.comma) to++
  const parts = (from > 0 && start - from < WORDS_REACH) || (to < text.length && to - end < WORDS_REACH)
  return parts ? standsAlone(text.slice(from, to), start - from, end - from) : standsAlone(text, start, end)
}

/** True when a mark stands inside a stretch. */
const parted = ({ gaps }: Normalised, start: number, end: number): boolean => {
  for (let i = start + 1; i < end; i++) if (gaps[i]! >= Gap.comma) return true
  return false
}

/** What two needles of one place share when they are the same to it. */
const SPELT = MARK.evasive | MARK.shape

/** Adds to a list that is made when there is something to put into it. */
const put = <T>(map: Map<number, T[]> | undefined, key: number, value: T): Map<number, T[]> => {
  if (!map) return new Map([[key, [value]]])
  const list = map.get(key)
  if (!list) map.set(key, [value])
  else if (list.length < MOST) list.push(value)
  return map
}

const weigh = (
  text: Normalised,
  lex: Lexicon,
  hits: Int32Array,
  heard: readonly Heard[],
  chosen: Uint8Array,
  options: FindOptions,
): readonly TermMatch[] => {
  const { entryOf, roleOf, lengthOf, marksOf } = lex
  const terms: Hit[] = []
  let firsts: Map<number, Hit[]> | undefined
  let seconds: Map<number, Hit[]> | undefined
  let shields: Map<number, Stretch[]> | undefined
  let widest = 0
  let guards: Map<number, number[]> | undefined
  let last = -1
  let lastEnd = -1
  let lastHit: Hit | null = null
  for (let i = 0; i < hits.length; i += 2) {
    const needle = hits[i]!
    const entry = entryOf[needle]!
    if (chosen[entry] === 0) continue
    const end = hits[i + 1]!
    const role = roleOf[needle]!
    if (role === ROLE.shield) {
      const length = lengthOf[needle]!
      // 代打，包三十星 is no 代打包.
      if (parted(text, end - length, end)) continue
      shields = put(shields, entry, { start: end - length, end })
      if (length > widest) widest = length
      continue
    }
    if (role === ROLE.guard) {
      guards = put(guards, entry, end)
      continue
    }
    if (lengthOf[needle] !== text.text.length && lex.entries[entry]!.exact) continue
    // A word of several rows is hit once for each.
    const again =
      last !== -1 && lastEnd === end && lengthOf[last] === lengthOf[needle] && ((marksOf[last]! ^ marksOf[needle]!) & SPELT) === 0
    if (!again) lastHit = occurrence(text, lex, needle, end)
    last = needle
    lastEnd = end
    if (!lastHit) continue
    const hit: Hit = lastHit.needle === needle ? lastHit : { ...lastHit, needle, entry }
    if (role === ROLE.term) {
      if (terms.length < MOST) terms.push(hit)
    } else if (!hit.doubtful) {
      if (role === ROLE.first) firsts = put(firsts, entry, hit)
      else seconds = put(seconds, entry, hit)
    }
  }
  for (const { needle, start, end, exchanged, thin, initial } of heard) {
    const entry = entryOf[needle]!
    if (chosen[entry] === 0) continue
    const role = roleOf[needle]!
    const { strength } = lex.entries[entry]!
    const weak = strength === 'weak'
    // 增g膏 is clear; of two characters the one that is right has to be part of a strong word, or of a combination.
    if (weak ? exchanged : initial && thin && role === ROLE.term && strength !== 'strong') continue
    const hit: Hit = { needle, entry, start, end, evasive: true, doubtful: false, heard: exchanged, thin: thin && !initial, spelt: weak }
    if (role === ROLE.term) {
      if (terms.length < MOST) terms.push(hit)
    } else if (role === ROLE.first) firsts = put(firsts, entry, hit)
    else seconds = put(seconds, entry, hit)
  }
  if (terms.length === 0 && !guards && !(firsts && seconds)) return NOTHING

  const out: TermMatch[] = []
  const { around, mentioned } = surroundingsOf(text, options)
  const shielded = (entry: number, start: number, end: number): boolean => {
    const list = shields?.get(entry)
    if (!list) return false
    for (let i = list.length > A_FEW ? firstFrom(list, end) : 0; i < list.length; i++) {
      const shield = list[i]!
      if (shield.end - widest > start) return false
      if (shield.start <= start && shield.end >= end) return true
    }
    return false
  }
  const emit = (
    number: number,
    start: number,
    end: number,
    term: string,
    evasive: boolean,
    heard = false,
    later = start,
    by?: Hit,
  ): void => {
    if (out.length >= MOST) return
    const entry = lex.entries[number]!
    const found = [...around(start, end)]
    // 小学生请勿去网吧: what is denied may be the second part of a combination.
    if (later > start && !found.some((f) => f.kind === 'negation')) found.push(...around(later, end).filter((f) => f.kind === 'negation'))
    // 领养，不收押金: a stretch that holds its own denial; 不分享就不会有奖励 denies twice.
    if (entry.kind !== 'term' && end - start > 4 && text.text[start - 1] !== '不' && DENIED_WITHIN.test(text.text.slice(start, end)))
      found.push({ kind: 'negation', effect: 'clear' })
    // A combination in an option is what can be chosen: 猫咪空运到机场.
    if (entry.kind === 'combo')
      for (let i = found.length - 1; i >= 0; i--) if (found[i]!.kind === 'form-option' && found[i]!.effect === 'lower') found.splice(i, 1)
    if (by && !by.evasive && entry.kind === 'term' && mentioned(start, end))
      found.push({ kind: 'mention', effect: entry.strength === 'weak' ? 'clear' : 'faint' })
    let strength: Strength | null = by?.thin ? 'weak' : heard || by?.spelt ? 'medium' : entry.strength
    if (found.some((f) => f.effect === 'clear')) strength = null
    else for (const f of found) if (strength) strength = f.effect === 'lower' ? LOWER[strength] : f.effect === 'faint' ? 'weak' : strength
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
  let byEntry: Map<number, Hit[]> | undefined
  // Two doubtful words of one list that touch vouch for each other: 风水面相.
  const vouched = (hit: Hit): boolean => terms.some((t) => t.entry === hit.entry && (t.end === hit.start || t.start === hit.end))
  for (const hit of terms)
    if ((!hit.doubtful || (terms.length <= 200 && vouched(hit))) && !shielded(hit.entry, hit.start, hit.end))
      byEntry = put(byEntry, hit.entry, hit)
  for (const [number, hits] of byEntry ?? []) {
    if (hits.length > 1) hits.sort((a, b) => a.start - b.start || b.end - a.end)
    let last = -1
    for (const hit of hits) {
      if (hit.end <= last) continue
      last = hit.end
      emit(number, hit.start, hit.end, lex.wordOf(hit.needle), hit.evasive, hit.heard, hit.start, hit)
    }
  }
  for (const [number, ones] of firsts ?? []) {
    const others = seconds?.get(number)
    if (!others) continue
    const entry = lex.entries[number]!
    const window = entry.window ?? 12
    const longest = longestOf(others)
    let last = -1
    for (const a of ones.sort((x, y) => x.start - y.start || y.end - x.end)) {
      if (shielded(number, a.start, a.end) || a.start < last) continue
      let best: Hit | null = null
      let distance = Infinity
      const beyond = a.end + window + longest
      for (let i = longest === Infinity ? 0 : firstFrom(others, a.start - window); i < others.length; i++) {
        const b = others[i]!
        if (b.end > beyond) break
        const between = b.start >= a.end ? b.start - a.end : b.end <= a.start && entry.order !== 'then' ? a.start - b.end : Infinity
        if (between > window || between >= distance || shielded(number, b.start, b.end)) continue
        if (stopBetween(text, Math.min(a.end, b.end), Math.max(a.start, b.start))) continue
        // 代排版：论文、简历: a single character belongs to what stands at its side of the mark.
        if (a.end - a.start === 1 && entry.order === 'then' && parted(text, a.start, b.start + 1)) continue
        best = b
        distance = between
      }
      if (!best) continue
      const start = Math.min(a.start, best.start)
      const end = Math.max(a.end, best.end)
      last = end
      const term = `${lex.wordOf(a.needle)} … ${lex.wordOf(best.needle)}`
      emit(number, start, end, term, a.evasive || best.evasive, a.heard || best.heard, Math.max(a.start, best.start))
    }
  }
  for (const [number, ends] of guards ?? []) {
    const entry = lex.entries[number]!
    const original = entry.on === 'original'
    const subject = original ? text.original : text.text
    const patterns = lex.patternsOf(number)
    let seen: Set<number> | undefined
    let done = -1
    let tried = -1
    let until = -1
    for (const end of ends) {
      const place = original ? (text.ends[end - 1] ?? 0) : end
      const from = Math.max(0, place - NEAR, done)
      const to = Math.min(subject.length, place + NEAR)
      done = place
      const base = Math.max(0, from - NEAR)
      // Two guard words of a short text have the same surroundings.
      if (base === tried && to === until) continue
      tried = base
      until = to
      const slice = base === 0 && to === subject.length ? subject : subject.slice(base, to)
      for (const pattern of patterns) {
        pattern.lastIndex = 0
        for (let m = pattern.exec(slice); m; m = pattern.exec(slice)) {
          if (m[0] === '') {
            pattern.lastIndex++
            continue
          }
          const at = base + m.index
          if (seen?.has(at)) continue
          seen ??= new Set()
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
