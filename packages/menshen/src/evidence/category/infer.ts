/**
 * What does a program offer? Its copy, the paths of its pages, the names of its data and the platform's interfaces are
 * weighed, offer by offer, each with the lines that speak for it. What is hidden or unreachable is weighed too: reviewers
 * look at code, and a module of a template that nobody can open has been refused more than once.
 */
import type { Interpretation } from '../../program/interpret/types.ts'
import type { Platform, ProgramModel, Span } from '../../program/types.ts'
import type { Copy } from '../copy.ts'
import { type Lexicon, unpack } from '../text/lexicon.ts'
import { findTerms, type TermMatch } from '../text/matcher.ts'
import { leftovers } from './leftover.ts'
import { OFFERS, type Offer, spreadOf } from './offers.ts'
import { packedOffers } from './packed.ts'

export interface OfferInput {
  readonly platform: Platform
  readonly copies: readonly Copy[]
  readonly program?: Pick<ProgramModel, 'pages' | 'templates'> & Partial<Pick<ProgramModel, 'components' | 'files' | 'vendored' | 'app'>>
  readonly interpretation?: Pick<Interpretation, 'calls' | 'writes' | 'reachable'>
  /** Name and introduction of the listing, when there is one. */
  readonly listing?: { readonly name?: string; readonly intro?: string }
}

export type SignalKind = 'copy' | 'listing' | 'page' | 'data' | 'api' | 'element'
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
  /** 'low' ones are reported on request only: traces, not offers. */
  readonly confidence: 'high' | 'medium' | 'low'
  /** Heaviest first, at most 24. */
  readonly signals: readonly Signal[]
  /** False when everything that speaks for it is hidden. */
  readonly reachable: boolean
}

const STRONG = 2
/** A weak word says more the fewer trades use it, and little when it is one character long. */
const weakWeight = (word: string): number => (word.length < 2 ? 0.25 : ([0.65, 0.65, 0.5, 0.4][spreadOf(word)] ?? 0.3))
/** So many words of one trade alone, on one page, are an offer even where none of them is strong. */
const OWN_WORDS = 4
const PAGE = 1.5
const DATA = 0.75
const API = 1
/** What one kind of signal may add at most: a long article is no shop. */
const MOST: Readonly<Record<SignalKind, number>> = { copy: 12, listing: 4, page: 3, data: 2.25, api: 2, element: 1.5 }
const WEAK_MOST = 2.5
const SIGNALS = 24
/** Units that one signal names. */
const MOST_UNITS = 20
/** Texts longer than this are articles, agreements, help: they speak about things more than they offer them. */
const LONG = 160
/** Beyond this a text is a sentence or two: it counts less than a label. */
const SENTENCE = 40
/** A word weighs as a sign of its own from here on. */
const SIGN = 1
/** A word inside a headline or a sentence is spoken of; a label, a button or a price tag is little longer than its word. */
const HEADLINE = 0.6
const HAN = /\p{Script=Han}/gu
const LISTED = /[¥￥0-9，,、/|·\n]/
const isHeadline = (text: string, match: TermMatch): boolean =>
  text.length >= 9 && (match.end - match.start) * 3 <= text.length && !LISTED.test(text) && (text.match(HAN)?.length ?? 0) >= 9
/** Contexts in which a word is spoken about, not offered. */
const SPOKEN_OF = new Set(['negation', 'warning', 'law', 'report-reason'])

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

let compiled: Lexicon | undefined
const offerWords = (): Lexicon => {
  compiled ??= unpack(packedOffers())
  return compiled
}

/** Offers that a program makes, strongest first. With `traces`, also what is merely hinted at. */
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

  const words = offerWords()
  // Pages repeat each other's texts.
  const matches = new Map<string, readonly TermMatch[]>()
  const matchesIn = (text: string): readonly TermMatch[] => {
    let found = matches.get(text)
    if (!found) {
      found = findTerms(text, { platform: input.platform, lexicon: words }).filter(({ context }) => !context.some((c) => SPOKEN_OF.has(c)))
      matches.set(text, found)
    }
    return found
  }
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
  const left = leftIn(input.program)
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
    const factor =
      copy.text.length > LONG
        ? 0.3
        : copy.text.length > SENTENCE
          ? 0.6
          : TITLES.has(copy.slot)
            ? 1.25
            : copy.slot === 'placeholder'
              ? 0.75
              : 1
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
      add(id, { kind: 'data', what, strong: false, weight: DATA, at, units: [...units].slice(0, MOST_UNITS), reachable })
  }
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
  // Weak words alone speak only where nothing clearer does.
  if ([...out.values()].some((one) => one.confidence !== 'low' && one.signals.some(({ strong }) => strong)))
    for (const [id, one] of out) if (!one.signals.some(({ strong }) => strong)) out.delete(id)
  for (const [id, one] of out) if (one.offer.need?.some((n) => !out.has(n) || out.get(n)!.confidence === 'low')) out.delete(id)
  return [...out.values()].sort(strongerFirst)
}

const strongerFirst = (a: InferredOffer, b: InferredOffer): number => b.score - a.score || (a.offer.id < b.offer.id ? -1 : 1)
/** Units of both, each once and no more than anyone reads; the first list itself when the second adds nothing. */
const together = (known: readonly string[], more: readonly string[]): readonly string[] =>
  known.length <= MOST_UNITS && more.every((unit) => known.includes(unit)) ? known : [...new Set([...known, ...more])].slice(0, MOST_UNITS)

const leftIn = (program: OfferInput['program']) => {
  const { components, files, vendored, app } = program ?? {}
  return program && components && files && vendored && app ? leftovers({ ...program, components, files, vendored, app }) : []
}

const SHARED = 0.4
/** A word that a stronger offer has already used counts for less. */
const shared = (signal: Signal, taken: ReadonlyMap<string, string>): Signal =>
  (signal.kind === 'copy' || signal.kind === 'listing') && taken.has(signal.what) ? { ...signal, weight: signal.weight * SHARED } : signal

/** Words that one trade alone uses, several on one page. */
const isDense = (signals: readonly Signal[]): boolean => {
  const byUnit = new Map<string, number>()
  for (const { kind, what, units, weight } of signals)
    if (kind === 'copy' && what.length > 1 && spreadOf(what) === 1 && weight >= 0.5)
      for (const unit of units) byUnit.set(unit, (byUnit.get(unit) ?? 0) + 1)
  return [...byUnit.values()].some((count) => count >= OWN_WORDS)
}

const weigh = (offer: Offer, signals: readonly Signal[], size: number): InferredOffer | null => {
  const sums = new Map<SignalKind, number>()
  let weak = 0
  let strong = 0
  for (const signal of signals) {
    const words = signal.kind === 'copy' || signal.kind === 'listing'
    if (words && signal.strong && signal.weight >= SIGN) strong++
    if (words && !signal.strong) weak += signal.weight
    else sums.set(signal.kind, (sums.get(signal.kind) ?? 0) + signal.weight)
  }
  let score = Math.min(weak, WEAK_MOST)
  for (const [kind, sum] of sums) score += Math.min(sum, MOST[kind])
  // What nobody reads is no offer: interfaces and field names alone are shared by everything.
  const dense = strong === 0 && isDense(signals)
  if (strong === 0 && !dense) return null
  const structure = (sums.get('page') ?? 0) > 0 || (sums.get('data') ?? 0) > 0
  // What is much in a program of three pages is a trace in one of three hundred texts.
  const needed = Math.min(6, Math.max(2.4, 2.4 + 0.6 * Math.log2(Math.max(1, size) / 8)))
  const offered = dense ? size < 60 : score >= needed && (strong >= 2 || weak >= (structure ? 0.5 : 1) || size < 6)
  if (!offered && score < 2) return null
  const confidence = !offered ? 'low' : !dense && score >= needed + 3 && strong >= 3 ? 'high' : 'medium'
  const sorted = [...signals].sort((a, b) => b.weight - a.weight || (a.what < b.what ? -1 : 1)).slice(0, SIGNALS)
  return { offer, score: Math.round(score * 100) / 100, confidence, signals: sorted, reachable: signals.some((s) => s.reachable) }
}
