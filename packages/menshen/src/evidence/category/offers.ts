/** What a program can offer, as data: the signals by which an offer shows, and the categories that cover it. */
import file from '../../../data/offers.json' with { type: 'json' }
import type { Platform } from '../../program/types.ts'
import type { LexiconFile, Text } from '../text/lexicon.ts'

export interface Offer {
  readonly id: string
  readonly title: Text
  /** Words that people read. */
  readonly strong: readonly string[]
  readonly weak: readonly string[]
  /** What no list can hold, such as 第 5 关; each near a word of `guard`. Counts as a strong word. */
  readonly patterns?: readonly string[]
  readonly guard?: readonly string[]
  /** Words of page paths. */
  readonly pages: readonly string[]
  /** Names of data fields. */
  readonly shapes: readonly string[]
  /** Names that make a form when one of each group ('price|fee') stands in the same page. */
  readonly forms?: readonly (readonly string[])[]
  readonly apis: readonly string[]
  readonly tags: readonly string[]
  /** Longer words in which a signal does not count. */
  readonly not?: readonly string[]
  /** Offers that must hold first. */
  readonly need?: readonly string[]
  /** Trades that say the same things in passing: beside one of them it takes two strong words of its own. */
  readonly unless?: readonly string[]
  /** Ids in data/categories; any one of them covers the offer. */
  readonly categories: Readonly<Record<Platform, readonly string[]>>
  readonly source: string
  readonly date: string
}

export const OFFERS = (file as unknown as { readonly offers: readonly Offer[] }).offers

/** The offers' words as lexicon files: theme is the offer's id, list is 'strong' or 'weak'. */
export const offerFiles = (): readonly LexiconFile[] =>
  OFFERS.map((offer) => {
    const row = (list: 'strong' | 'weak') => ({
      list,
      kind: 'term' as const,
      clauses: [],
      platforms: ['wechat', 'douyin'] as const,
      // Weak rows are not expanded by look-alikes: who sells shoes has no reason to disguise them.
      strength: 'weak' as const,
      scope: ['any'] as const,
      terms: offer[list],
      not: offer.not ?? [],
      source: offer.source,
      date: offer.date,
    })
    const shapes: LexiconFile['entries'] = offer.patterns
      ? [{ ...row('strong'), kind: 'pattern', terms: [], patterns: offer.patterns, guard: offer.guard ?? [] }]
      : []
    return {
      format: 'menshen-lexicon/1',
      theme: offer.id,
      title: offer.title,
      sources: {},
      entries: [row('strong'), row('weak'), ...shapes],
    }
  })

let spreads: ReadonlyMap<string, number> | undefined
/** How many offers use a word. */
export const spreadOf = (word: string): number => {
  if (!spreads) {
    const counts = new Map<string, number>()
    for (const offer of OFFERS) for (const one of new Set([...offer.strong, ...offer.weak])) counts.set(one, (counts.get(one) ?? 0) + 1)
    spreads = counts
  }
  return spreads.get(word) ?? 1
}
