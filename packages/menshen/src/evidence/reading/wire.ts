/** What is asked of a reader elsewhere and what is answered, as plain data that may be sent. */
import type { Platform } from '../../program/types.ts'
import type { Entry } from '../text/lexicon.ts'
import type { FindOptions, TermMatch } from '../text/matcher.ts'
import type { FormsFound } from './elsewhere.ts'

/** Many texts as one: thousands of small ones take long to send. */
export interface Texts {
  readonly all: string
  /** Where each ends. */
  readonly ends: Int32Array
}
export const joined = (texts: readonly string[]): Texts => {
  const ends = new Int32Array(texts.length)
  let end = 0
  for (let i = 0; i < texts.length; i++) ends[i] = end += texts[i]!.length
  return { all: texts.join(''), ends }
}
export const parted = ({ all, ends }: Texts): readonly string[] => Array.from(ends, (end, i) => all.slice(i === 0 ? 0 : ends[i - 1]!, end))

/** Texts that will probably be asked about: nobody waits for an answer. */
export interface Early {
  readonly kind: 'early'
  readonly platform: Platform
  readonly texts: Texts
}
export interface TermsAsked {
  readonly kind: 'terms'
  readonly id: number
  readonly platform: Platform
  /** Every different text, context and carrier, and by copy which of them are its own. */
  readonly texts: Texts
  readonly textOf: Int32Array
  readonly contextOf: Int32Array
  readonly carrierOf: Int32Array
}
export interface OffersAsked {
  readonly kind: 'offers'
  readonly id: number
  readonly platform: Platform
  readonly texts: Texts
}
export interface WordsAsked {
  readonly kind: 'words'
  readonly id: number
  readonly text: string
  readonly options: Omit<FindOptions, 'lexicon'>
}
export interface FormsAsked {
  readonly kind: 'forms'
  readonly id: number
  /** By unit how many sources it has; their files, their texts, and which of them stand in no file. */
  readonly units: Int32Array
  readonly files: Texts
  readonly texts: Texts
  readonly outside: Uint8Array
}
export type Asked = TermsAsked | OffersAsked | WordsAsked | FormsAsked
export type Request = Early | Asked

/** A match with its entry by number. */
export type SentMatch = Omit<TermMatch, 'entry'> & { readonly entry: number }
export interface Answer {
  readonly id: number
  /** Entries that are spoken of for the first time, by number. */
  readonly entries: readonly (readonly [number, Entry])[]
  readonly matches: readonly SentMatch[]
  /** By match: the copy or the text that it stands in. */
  readonly of: Int32Array
  /** To `forms`. */
  readonly forms?: FormsFound
  /** To `terms`: by text the entries that it may have words of, whatever is asked, and where they end. */
  readonly mayHave?: { readonly entries: Int32Array; readonly ends: Int32Array }
}
