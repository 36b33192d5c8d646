/**
 * What does a program offer? Its copy, the paths of its pages, the names of its data and the platform's interfaces are
 * weighed, offer by offer, each with the lines that speak for it. What is hidden or unreachable is weighed too: reviewers
 * look at code, and a module of a template that nobody can open has been refused more than once.
 */
import type { Interpretation } from '../../program/interpret/types.ts'
import type { Platform, ProgramModel, Span } from '../../program/types.ts'
import type { Copy } from '../copy.ts'
import { elsewhere } from '../reading/elsewhere.ts'
import type { TermMatch } from '../text/matcher.ts'
import { FormReader, type Source } from './forms.ts'
import { isWorked, kinOf } from './kinship.ts'
import { type Leftover, leftovers } from './leftover.ts'
import { OFFERS, type Offer, spreadOf } from './offers.ts'
import { tells, toldFactor } from './told.ts'
import { filesOf, unitSources } from './unit-sources.ts'
import { offerTerms } from './words.ts'

export interface OfferInput {
  readonly platform: Platform
  readonly copies: readonly Copy[]
  readonly program?: Pick<ProgramModel, 'pages' | 'templates'> & Partial<Pick<ProgramModel, 'components' | 'files' | 'vendored' | 'app'>>
  readonly interpretation?: Pick<Interpretation, 'calls' | 'writes' | 'reachable'>
  /** Name and introduction of the listing, when there is one. */
  readonly listing?: { readonly name?: string; readonly intro?: string }
}

export type SignalKind = 'copy' | 'listing' | 'page' | 'data' | 'form' | 'api' | 'element'
export interface Signal {
  readonly kind: SignalKind
  /** The word, path, field, interface or tag. */
  readonly what: string
  readonly strong: boolean
  readonly weight: number
  /** null for a listing field. */
  readonly at: Span | null
  /** Base paths of pages and components that show it. */
  readonly units: readonly string[]
  readonly reachable: boolean
}

export interface InferredOffer {
  readonly offer: Offer
  readonly score: number
  /** 'low': what a small program that says little seems to be for, a guess; with `traces`, also what is merely hinted at. */
  readonly confidence: 'high' | 'medium' | 'low'
  /** Heaviest first, at most 24. */
  readonly signals: readonly Signal[]
  /** False when everything that speaks for it is hidden. */
  readonly reachable: boolean
}

const STRONG = 2
const FORM_OF_THREE = 2.25
/** Pages over which a form may be spread, and what it is worth then. */
const FEW = 4
const SPREAD_OUT = 0.7
/** A weak word says more the fewer trades use it, and little when it is one character long. */
const weakWeight = (word: string): number => (word.length < 2 ? 0.25 : ([0.65, 0.65, 0.5, 0.4][spreadOf(word)] ?? 0.3))
/** So many words of one trade alone, on one page, are an offer even where none of them is strong. */
const OWN_WORDS = 4
/** A program of so few texts says little of anything: there, one word fewer will do. */
const SLIGHT = 14
const PAGE = 1.5
const DATA = 0.75
const API = 1
/** What one kind of signal may add at most: a long article is no shop. */
const MOST: Readonly<Record<SignalKind, number>> = { copy: 12, listing: 4, page: 3, data: 2.25, form: 3, api: 2, element: 1.5 }
const WEAK_MOST = 2.5
const SIGNALS = 24
/** Units that one signal names. */
const MOST_UNITS = 20
/** What stands on a page that tells of things. */
const TOLD = 0.5
/** A word weighs as a sign of its own from here on. */
const SIGN = 1
/** A word inside a headline or a sentence is spoken of; a label, a button or a price tag is little longer than its word. */
const HEADLINE = 0.6
const HAN = /\p{Script=Han}/gu
const LISTED = /[¥￥0-9，,、/|·\n]/
const isHeadline = (text: string, match: TermMatch): boolean =>
  text.length >= 9 && (match.end - match.start) * 3 <= text.length && !LISTED.test(text) && (text.match(HAN)?.length ?? 0) >= 9
const TITLES = new Set(['navigationBarTitleText', 'text', 'title', 'setNavigationBarTitle'])

/** 'pages/goodsDetail/goods-detail' → goods, detail, goodsdetail, goods-detail; plurals lose their s. */
export const pathWords = (base: string): ReadonlySet<string> => {
  const out = new Set<string>()
  const put = (word: string): void => {
    if (word.length < 2) return
    out.add(word)
    if (word.length > 3 && word.endsWith('s')) out.add(word.slice(0, -1))
  }
  for (const part of base.split('/').slice(-4)) {
    const dashed = part
      .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
      .replace(/[_.]/g, '-')
      .toLowerCase()
    put(dashed)
    put(dashed.replaceAll('-', ''))
    for (const piece of dashed.split('-')) put(piece)
  }
  return out
}

interface Tally {
  readonly offer: Offer
  readonly signals: Map<string, Signal>
}

/** Offers that a program makes, strongest first; where nothing is clear, one guess at most. With `traces`, also what is merely hinted at. */
export const inferOffers = (input: OfferInput, options: { readonly traces?: boolean } = {}): readonly InferredOffer[] => {
  const tallies = new Map<string, Tally>(OFFERS.map((offer) => [offer.id, { offer, signals: new Map() }]))
  const add = (id: string, signal: Signal): void => {
    const tally = tallies.get(id)
    if (!tally) return
    const key = `${signal.kind}:${signal.what}`
    const known = tally.signals.get(key)
    // The same word again says where else it stands, not more.
    if (!known) tally.signals.set(key, signal)
    else {
      const better = signal.weight > known.weight ? signal : known
      const units = together(known.units, signal.units)
      const reachable = known.reachable || signal.reachable
      if (better !== known || units !== known.units || reachable !== known.reachable)
        tally.signals.set(key, { ...better, units, reachable })
    }
  }

  const left = leftIn(input.program)
  const matchesIn = wordsOf(input, left)
  const read = (
    text: string,
    kind: 'copy' | 'listing',
    factor: number,
    at: Span | null,
    units: readonly string[],
    reachable: boolean,
  ): void => {
    for (const match of matchesIn(text)) {
      const strong = match.entry.list === 'strong'
      add(match.entry.theme, {
        kind,
        what: match.term,
        strong,
        weight: (strong ? STRONG : weakWeight(match.term)) * factor * (isHeadline(text, match) ? HEADLINE : 1),
        at: at && { file: at.file, start: at.start, end: at.end },
        units,
        reachable,
      })
    }
  }
  const telling = tellingUnits(input)
  const isTold = ({ units }: Copy): boolean => telling === 'all' || telling.has(units[0] ?? '')
  // A list repeats its texts; once per unit is enough.
  const seen = new Map<string, Set<string>>()
  let size = 0
  const readCopy = (copy: Copy): void => {
    const unit = copy.units[0] ?? ''
    let texts = seen.get(unit)
    if (!texts) seen.set(unit, (texts = new Set()))
    if (texts.has(copy.text)) return
    texts.add(copy.text)
    size++
    const told = toldFactor(copy.text)
    const place = told < 1 ? 1 : TITLES.has(copy.slot) ? 1.25 : copy.slot === 'placeholder' ? 0.75 : 1
    const factor = told * place * (isTold(copy) ? TOLD : 1)
    read(copy.text, 'copy', factor, copy.at, copy.units, copy.reachable)
  }
  for (const copy of input.copies) readCopy(copy)
  for (const { copies } of left) for (const copy of copies) readCopy(copy)
  if (input.listing?.name) read(input.listing.name, 'listing', 1.5, null, [], true)
  if (input.listing?.intro) read(input.listing.intro, 'listing', 1, null, [], true)

  const pagesOf = new Map<string, string[]>()
  const fieldsOf = new Map<string, string[]>()
  const apisOf = new Map<string, string[]>()
  const tagsOf = new Map<string, string[]>()
  for (const offer of OFFERS) {
    const index = (map: Map<string, string[]>, list: readonly string[]): void => {
      for (const word of list) map.set(word, [...(map.get(word) ?? []), offer.id])
    }
    index(pagesOf, offer.pages)
    index(fieldsOf, offer.shapes)
    index(apisOf, offer.apis)
    index(tagsOf, offer.tags)
  }
  const reached = input.interpretation?.reachable
  const isReached = (base: string): boolean => !reached || reached.has(base)
  const paths = [
    ...(input.program?.pages ?? []).map(({ base, declaredAt }) => ({ base, at: declaredAt, reachable: isReached(base) })),
    ...left.map(({ base, template }) => ({ base, at: { file: template, start: 0, end: 0 }, reachable: false })),
  ]
  for (const { base, at, reachable } of paths)
    for (const word of pathWords(base))
      for (const id of pagesOf.get(word) ?? [])
        add(id, { kind: 'page', what: word, strong: false, weight: PAGE, at, units: [base], reachable })
  for (const [file, template] of input.program?.templates ?? []) {
    const base = file.replace(/\.[^./]+$/, '')
    const { elements } = template
    for (let i = 0; i < elements.length && i < 5000; i++) {
      const element = elements[i]!
      const ids = tagsOf.get(element.tag)
      if (!ids) continue
      for (const id of ids)
        add(id, {
          kind: 'element',
          what: element.tag,
          strong: false,
          weight: API,
          at: { file, start: element.start, end: element.openEnd },
          units: [base],
          reachable: isReached(base),
        })
    }
  }
  /** Names of data that any offer has, where each was first seen and who writes it. */
  const written = new Map<string, { readonly at: Span; readonly units: Set<string> }>()
  const offersWith = new Map<string, readonly string[]>()
  const offersBy = (name: string): readonly string[] => {
    let ids = offersWith.get(name)
    if (!ids) offersWith.set(name, (ids = fieldsOf.get(name.toLowerCase()) ?? []))
    return ids
  }
  for (const write of (input.interpretation?.writes ?? []).slice(0, 20_000)) {
    const said = (name: string): void => {
      if (offersBy(name).length === 0) return
      const known = written.get(name)
      if (known) known.units.add(write.unit.base)
      else written.set(name, { at: write.at, units: new Set([write.unit.base]) })
    }
    const path = write.path ?? ''
    if (path.includes('.') || path.includes('[') || path.includes(']')) for (const name of path.split(/[.[\]]/)) said(name)
    else said(path)
    const keys = write.value.keys()
    for (let i = 0; i < keys.length && i < 40; i++) said(keys[i]!)
  }
  for (const [what, { at, units }] of written) {
    const reachable = [...units].some(isReached)
    for (const id of offersBy(what))
      add(id, {
        kind: 'data',
        what: what.toLowerCase(),
        strong: false,
        weight: DATA,
        at,
        units: [...units].slice(0, MOST_UNITS),
        reachable,
      })
  }
  const own = sourcesOf(input, left, isReached)
  // Those of the program's units may have been read elsewhere; what was left in the package comes behind them.
  const known = input.program && elsewhere()?.forms(input.program)
  const reader = new FormReader(known?.left)
  for (const [number, { base, reachable, sources }] of own.entries())
    for (const { id, what, weight, at, single } of known?.found[number] ?? reader.read(sources))
      add(id, { kind: single ? 'data' : 'form', what, strong: weight >= STRONG, weight, at, units: [base], reachable })
  // A list here and its page there make one form in a program that does one thing.
  const open = own.filter(({ reachable }) => reachable)
  if (open.length > 1 && open.length <= FEW)
    for (const { id, what, weight, at, single } of reader.read(open.flatMap(({ sources }) => sources)))
      if (!single)
        add(id, {
          kind: 'form',
          what,
          strong: false,
          weight: weight * SPREAD_OUT,
          at,
          units: open.map(({ base }) => base),
          reachable: true,
        })
  for (const call of input.interpretation?.calls ?? [])
    for (const id of apisOf.get(call.api) ?? []) {
      const units = [...new Set(call.contexts.map((c) => c.root.unit.base))]
      add(id, { kind: 'api', what: call.api, strong: false, weight: API, at: call.nameAt, units, reachable: units.some(isReached) })
    }

  const out = new Map<string, InferredOffer>()
  const first = [...tallies.values()].flatMap(({ offer, signals }) => weigh(offer, [...signals.values()], size) ?? [])
  const taken = new Map<string, string>()
  for (const { offer } of first.toSorted(strongerFirst)) {
    const signals = [...tallies.get(offer.id)!.signals.values()]
    const inferred = weigh(
      offer,
      signals.map((signal) => shared(signal, taken)),
      size,
    )
    if (!inferred) continue
    // What clearly belongs to one trade says less of another that uses the same word.
    if (inferred.confidence !== 'low')
      for (const { kind, what } of signals) if (kind === 'copy' && !taken.has(what)) taken.set(what, offer.id)
    if (options.traces || inferred.confidence !== 'low') out.set(offer.id, inferred)
  }
  if (out.size === 0 || [...out.values()].every(({ confidence }) => confidence === 'low')) {
    const guess = guessed(input, tallies, size, (copy) => (isTold(copy) ? TOLD : 1))
    if (guess) out.set(guess.offer.id, guess)
  }
  // Weak words alone speak only where nothing clearer does.
  if ([...out.values()].some((one) => one.confidence !== 'low' && one.signals.some(({ strong }) => strong)))
    for (const [id, one] of out) if (!one.signals.some(({ strong }) => strong)) out.delete(id)
  for (const [id, one] of out) if (one.offer.need?.some((n) => !out.has(n) || out.get(n)!.confidence === 'low')) out.delete(id)
  for (const [id, one] of out) if (one.offer.unless?.some((other) => out.has(other)) && ownStrong(one) < 2) out.delete(id)
  // Where one trade is spoken of at every turn, a word or two of another belong to it: 新房 and 建筑面积 at the decorator's.
  const [main] = [...out.values()].sort(strongerFirst)
  if (main && main.confidence === 'high' && size <= LARGE)
    for (const [id, one] of out) if (one.confidence === 'medium' && one.score * DWARFED <= main.score && !isBuilt(one)) out.delete(id)
  return [...out.values()].sort(strongerFirst)
}

/** Beyond so many pages and texts, silence is no reason to guess. */
const GUESSED_PAGES = 4
const GUESSED_TEXTS = 40
/** How far the likeliest has to be ahead of the next, and what it has to have at all. */
const AHEAD = 1.5
const GUESS = 1.6
const TOOL = 'calculators'
const ALONE = 0.75
const ASKS =
  /^(?:request|cloud\.|connectSocket|uploadFile|downloadFile|requestPayment|pay$|login$|navigateToMiniProgram|createLive|chooseAddress)/
/** A program of few pages that says little is for what speaks loudest in it: a guess, for a human. */
const guessed = (
  { copies, program, interpretation }: OfferInput,
  tallies: ReadonlyMap<string, Tally>,
  size: number,
  factorOf: (copy: Copy) => number,
): InferredOffer | null => {
  if (!program || program.pages.length > GUESSED_PAGES || size > GUESSED_TEXTS || !isWorked(program)) return null
  const kin = kinOf(
    copies.filter(({ reachable }) => reachable),
    factorOf,
  )
  // What asks nobody for anything and sells nothing is a tool.
  const alone = interpretation !== undefined && !interpretation.calls.some(({ api }) => ASKS.test(api))
  const rows = [...tallies.values()]
    .filter(({ offer }) => !offer.need)
    .map(({ offer, signals }): InferredOffer => {
      const own = [...signals.values()].filter(({ reachable }) => reachable)
      const tool = offer.id === TOOL && alone ? ALONE : 0
      const near = kin.get(offer.id)
      const sums = new Map<SignalKind, number>()
      for (const { kind, weight } of own) sums.set(kind, (sums.get(kind) ?? 0) + weight)
      let score = (near?.score ?? 0) + tool
      for (const [kind, sum] of sums) score += Math.min(sum, MOST[kind]) * (kind === 'copy' ? 0.5 : kind === 'form' ? 0.8 : 0.5)
      const shown =
        own.length > 0 ? own : (near?.signs ?? []).map((sign): Signal => ({ ...sign, kind: 'copy', strong: false, reachable: true }))
      const signs = shown.toSorted((a, b) => b.weight - a.weight || (a.what < b.what ? -1 : 1)).slice(0, SIGNALS)
      return { offer, score: Math.round(score * 100) / 100, confidence: 'low', signals: signs, reachable: true }
    })
  const [best, next] = rows.toSorted(strongerFirst)
  return best && best.score >= GUESS && (!next || best.score >= next.score * AHEAD) ? best : null
}

const strongerFirst = (a: InferredOffer, b: InferredOffer): number => b.score - a.score || (a.offer.id < b.offer.id ? -1 : 1)

/** How far above another offer the main one has to be to swallow its words. */
const DWARFED = 2
/** Whether something is there beside words: a page, a form, an interface. */
const isBuilt = (one: InferredOffer): boolean =>
  ownStrong(one) > 2 || one.signals.some(({ kind }) => kind !== 'copy' && kind !== 'listing' && kind !== 'data')

const ownStrong = ({ signals }: InferredOffer): number =>
  signals.filter(({ kind, strong, weight }) => strong && weight >= SIGN && (kind === 'copy' || kind === 'listing')).length

/** Units of both, each once and no more than anyone reads; the first list itself when the second adds nothing. */
const together = (known: readonly string[], more: readonly string[]): readonly string[] =>
  known.length <= MOST_UNITS && more.every((unit) => known.includes(unit)) ? known : [...new Set([...known, ...more])].slice(0, MOST_UNITS)

/** The offers' words by text, for pages repeat each other's texts; looked for elsewhere, all at once, where somebody does. */
const wordsOf = ({ platform, copies, listing }: OfferInput, left: readonly Leftover[]): ((text: string) => readonly TermMatch[]) => {
  const reader = elsewhere()
  if (reader) {
    const texts = new Set<string>()
    for (const { text } of copies) texts.add(text)
    for (const one of left) for (const { text } of one.copies) texts.add(text)
    for (const text of [listing?.name, listing?.intro]) if (text) texts.add(text)
    const found = reader.offers([...texts], platform)
    if (found) return (text) => found.get(text) ?? NO_WORDS
  }
  const matches = new Map<string, readonly TermMatch[]>()
  return (text) => {
    let found = matches.get(text)
    if (!found) matches.set(text, (found = offerTerms(text, platform)))
    return found
  }
}
const NO_WORDS: readonly TermMatch[] = []

const leftIn = (program: OfferInput['program']) => {
  const { components, files, vendored, app } = program ?? {}
  return program && components && files && vendored && app ? leftovers({ ...program, components, files, vendored, app }) : []
}

/** A program of so few pages is about what its first page is titled. */
const SMALL = 3
/** Pages that tell of things rather than doing them, by their titles. */
const tellingUnits = ({ copies, program }: OfferInput): ReadonlySet<string> | 'all' => {
  const units = new Set<string>()
  for (const { slot, text, units: of } of copies)
    if (slot === 'navigationBarTitleText' && tells(text)) for (const unit of of) units.add(unit)
  const pages = program?.pages ?? []
  return pages.length > 0 && pages.length <= SMALL && units.has(pages[0]!.base) ? 'all' : units
}

/** The files of every page and component, and of what was left in the package. */
const sourcesOf = (
  { program }: OfferInput,
  left: readonly Leftover[],
  isReached: (base: string) => boolean,
): readonly { readonly base: string; readonly reachable: boolean; readonly sources: readonly Source[] }[] => {
  const { files, vendored } = program ?? {}
  if (!program || !files || !vendored) return []
  const read = filesOf(program)
  return [
    ...unitSources(program).map((unit) => ({ ...unit, reachable: isReached(unit.base) })),
    ...left.map(({ base, template }) => ({
      base,
      reachable: false,
      sources: read([template, [`${base}.js`, `${base}.ts`].find((path) => files.has(path))]),
    })),
  ]
}

const SHARED = 0.4
/** A word that a stronger offer has already used counts for less. */
const shared = (signal: Signal, taken: ReadonlyMap<string, string>): Signal =>
  (signal.kind === 'copy' || signal.kind === 'listing') && taken.has(signal.what) ? { ...signal, weight: signal.weight * SHARED } : signal

/** Words that one trade alone uses, several on one page. */
const isDense = (signals: readonly Signal[], size: number): boolean => {
  const byUnit = new Map<string, number>()
  for (const { kind, what, units, weight } of signals)
    if (kind === 'copy' && what.length > 1 && spreadOf(what) === 1 && weight >= 0.5)
      for (const unit of units) byUnit.set(unit, (byUnit.get(unit) ?? 0) + 1)
  return [...byUnit.values()].some((count) => count >= (size <= SLIGHT ? OWN_WORDS - 1 : OWN_WORDS))
}

/** From so many texts on, words are weighed by where they stand together. */
const LARGE = 60
/** What one page has to say for itself in a large program: a strong word and a sign or two beside it. */
const LOCAL = 2.9
const LOCAL_MOST = 3.4

/** The most that any one page or component says. */
const localMost = (signals: readonly Signal[]): number => {
  const sums = new Map<string, number>()
  for (const { units, weight, kind } of signals)
    if (kind !== 'listing') for (const unit of units) sums.set(unit, (sums.get(unit) ?? 0) + weight)
  return Math.max(0, ...sums.values())
}

const weigh = (offer: Offer, signals: readonly Signal[], size: number): InferredOffer | null => {
  // A weak word far from everything else that speaks for the trade is a word.
  const anchors = new Set<string>()
  if (size > LARGE)
    for (const { kind, strong, units } of signals)
      if (strong || kind === 'page' || kind === 'form') for (const unit of units) anchors.add(unit)
  const sums = new Map<SignalKind, number>()
  let weak = 0
  let strong = 0
  for (const signal of signals) {
    const words = signal.kind === 'copy' || signal.kind === 'listing'
    if (words && signal.strong && signal.weight >= SIGN) strong++
    // A form of three names says what one strong word says, one of four what two say.
    if (signal.kind === 'form' && signal.strong) strong += signal.weight > FORM_OF_THREE ? 2 : 1
    if (words && !signal.strong) {
      if (size <= LARGE || signal.kind === 'listing' || signal.units.some((unit) => anchors.has(unit))) weak += signal.weight
    } else sums.set(signal.kind, (sums.get(signal.kind) ?? 0) + signal.weight)
  }
  const of = (kind: SignalKind): number => Math.min(sums.get(kind) ?? 0, MOST[kind])
  let score = Math.min(weak, WEAK_MOST)
  for (const kind of sums.keys()) score += of(kind)
  // What nobody reads is no offer: interfaces and field names alone are shared by everything.
  const dense = strong === 0 && isDense(signals, size)
  const handled = of('form') + of('data')
  const called = of('api') + of('element')
  const built = handled >= 1.5 && (of('page') > 0 || called > 0) && weak >= 0.4
  if (strong === 0 && !dense && !built) return null
  const structure = of('page') > 0 || of('data') > 0
  const form = of('form') >= FORM_OF_THREE && (structure || called > 0)
  /** How many different things speak for it: what is read, where it lies, what it handles, what it calls. */
  const kinds = [strong > 0 || weak >= 1, of('page') > 0, handled > 0, called > 0].filter(Boolean).length
  // What is much in a program of three pages is a trace in one of three hundred texts.
  const needed = Math.min(6, Math.max(2.4, 2.4 + 0.6 * Math.log2(Math.max(1, size) / 8)))
  const local = size <= LARGE || localMost(signals) >= Math.min(LOCAL_MOST, Math.max(LOCAL, needed - 2))
  const offered = dense
    ? size < 60
    : score >= needed && local && (strong >= 2 || form || built || kinds >= 3 || weak >= (structure ? 0.5 : 1) || size < 6)
  if (!offered && score < 1.5) return null
  const confidence = !offered ? 'low' : !dense && score >= needed + 3 && strong >= 3 ? 'high' : 'medium'
  const sorted = [...signals].sort((a, b) => b.weight - a.weight || (a.what < b.what ? -1 : 1)).slice(0, SIGNALS)
  return { offer, score: Math.round(score * 100) / 100, confidence, signals: sorted, reachable: signals.some((s) => s.reachable) }
}
