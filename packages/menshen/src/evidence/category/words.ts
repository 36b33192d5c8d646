/** The words of the offers in a text. */
import type { Platform } from '../../program/types.ts'
import { type Lexicon, unpack } from '../text/lexicon.ts'
import { findTerms, type TermMatch } from '../text/matcher.ts'
import { packedOffers } from './packed.ts'

/** Contexts in which a word is spoken about, not offered. */
const SPOKEN_OF = new Set(['negation', 'warning', 'law', 'report-reason', 'ware', 'border'])

const within = (weak: TermMatch, other: TermMatch): boolean =>
  other !== weak &&
  other.entry.theme === weak.entry.theme &&
  other.start <= weak.start &&
  other.end >= weak.end &&
  (other.entry.list === 'strong' || other.end - other.start > weak.end - weak.start)

let compiled: Lexicon | undefined
const offerWords = (): Lexicon => {
  compiled ??= unpack(packedOffers())
  return compiled
}

/** The words by which a text speaks for an offer: the theme of their entry is the offer, its list says whether they are strong. */
export const offerTerms = (text: string, platform: Platform): readonly TermMatch[] => {
  const found = findTerms(text, { platform, lexicon: offerWords() })
  if (found.length === 0) return found
  const all = found.filter(({ context }) => !context.some((c) => SPOKEN_OF.has(c)))
  // 陌生 inside 陌生人 says nothing more.
  return all.filter((match) => match.entry.list === 'strong' || !all.some((other) => within(match, other)))
}
