/** The one who reads: answers what is asked from elsewhere, and reads ahead while nobody asks. */

import type { Platform } from '../../program/types.ts'
import { FormReader, type Source } from '../category/forms.ts'
import { offerTerms } from '../category/words.ts'
import { termsOf } from '../copy.ts'
import type { Entry } from '../text/lexicon.ts'
import { entriesIn, findTerms, type TermMatch } from '../text/matcher.ts'
import { lexicon } from '../text/shipped.ts'
import { type Answer, type Asked, type Early, parted, type SentMatch } from './wire.ts'

export interface Desk {
  answer(asked: Asked): Answer
  /** Takes texts that may be asked about. */
  expect(early: Early): void
  /** Reads some of those that wait; false when none is left. */
  readAhead(): boolean
}
/** So many texts are read before somebody may ask again. */
const AT_ONCE = 24
/** More than this is not read ahead. */
const MOST_AHEAD = 6000

/** `beat` is called now and then while something is answered. */
export const openDesk = (beat: () => void = () => undefined): Desk => {
  const numbers = new Map<Entry, number>()
  const said = new Set<number>()
  const waiting: (() => void)[] = []
  const offers = new Map<string, readonly TermMatch[]>()
  const offersIn = (text: string, platform: Platform): readonly TermMatch[] => {
    const key = `${platform} ${text}`
    let found = offers.get(key)
    if (!found) offers.set(key, (found = offerTerms(text, platform)))
    return found
  }
  /** Entries that are in nobody's hands yet go along with the matches that speak of them. */
  const sent = (id: number, found: readonly (readonly [number, TermMatch])[], mayHave?: Answer['mayHave']): Answer => {
    const entries: [number, Entry][] = []
    const mention = (number: number, entry: Entry): number => {
      if (!said.has(number)) {
        said.add(number)
        entries.push([number, entry])
      }
      return number
    }
    const numberOf = (entry: Entry): number => {
      let number = numbers.get(entry)
      // Those of the lexicons have their own; behind them come those of the offers.
      if (number === undefined) numbers.set(entry, (number = numbers.size))
      return mention(number, entry)
    }
    if (mayHave) for (const number of mayHave.entries) mention(number, lexicon().entries[number]!)
    const matches = found.map(([, match]): SentMatch => ({ ...match, entry: numberOf(match.entry) }))
    return { id, entries, matches, of: Int32Array.from(found, ([of]) => of), ...(mayHave ? { mayHave } : {}) }
  }
  const ready = (): void => {
    if (numbers.size === 0) for (const [number, entry] of lexicon().entries.entries()) numbers.set(entry, number)
  }
  return {
    answer(asked) {
      ready()
      switch (asked.kind) {
        case 'terms': {
          const { platform, textOf, contextOf, carrierOf } = asked
          const texts = parted(asked.texts)
          // All that is looked at of a copy; the number goes along to find it again.
          const copies = Array.from(textOf, (text, number) => ({
            text: texts[text]!,
            context: texts[contextOf[number]!]!,
            carrier: texts[carrierOf[number]!]!,
            number,
          }))
          const found = termsOf(copies, platform).map(({ copy, match }) => [copy.number, match] as const)
          beat()
          const own = new Set(textOf)
          const entries: number[] = []
          const ends = Int32Array.from(texts, (text, number) => (own.has(number) ? entries.push(...entriesIn(text)) : entries.length))
          // What was expected has come; next, as a rule, somebody asks what it offers.
          waiting.length = 0
          for (const number of own) waiting.push(() => offersIn(texts[number]!, platform))
          return sent(asked.id, found, { entries: Int32Array.from(entries), ends })
        }
        case 'offers': {
          waiting.length = 0
          return sent(
            asked.id,
            parted(asked.texts).flatMap((text, number) => offersIn(text, asked.platform).map((match) => [number, match] as const)),
          )
        }
        case 'forms': {
          const [files, texts] = [parted(asked.files), parted(asked.texts)]
          const reader = new FormReader()
          let from = 0
          const found = Array.from(asked.units, (count) => {
            const sources = Array.from({ length: count }, (_, i): Source => {
              const [file, text] = [files[from + i]!, texts[from + i]!]
              return asked.outside[from + i] === 1 ? { file, text, outside: true } : { file, text }
            })
            from += count
            beat()
            return reader.read(sources)
          })
          return { ...sent(asked.id, []), forms: { found, left: reader.left } }
        }
        case 'words':
          return sent(
            asked.id,
            findTerms(asked.text, asked.options).map((match) => [0, match] as const),
          )
      }
    },
    expect({ platform, texts }) {
      for (const one of parted(texts).slice(0, MOST_AHEAD)) {
        const text = one.replace(/\s+/g, ' ').trim()
        waiting.push(() => {
          findTerms(text, { platform, around: text })
          offersIn(text, platform)
        })
      }
    },
    readAhead() {
      for (const work of waiting.splice(0, AT_ONCE)) work()
      return waiting.length > 0
    },
  }
}
