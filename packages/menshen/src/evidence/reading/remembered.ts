/** A reader for a process that reads the same program again: what was found in a text, it finds again without looking. */
import type { Platform, ProgramModel } from '../../program/types.ts'
import { type FormFound, FormReader, formsLeft, type Source } from '../category/forms.ts'
import { unitSources } from '../category/unit-sources.ts'
import { offerTerms } from '../category/words.ts'
import { type FindOptions, findTerms, type TermMatch } from '../text/matcher.ts'
import { type CopyReader, readBy } from './elsewhere.ts'

/** What the last reading and the present one asked for: who does not come up again is forgotten after the next. */
class Memory<T> {
  #last = new Map<string, T>()
  #now = new Map<string, T>()
  turn(): void {
    this.#last = this.#now
    this.#now = new Map()
  }
  of(key: string, make: () => T): T {
    let found = this.#now.get(key) ?? this.#last.get(key)
    if (found === undefined) found = make()
    this.#now.set(key, found)
    return found
  }
}

export interface RememberingReader extends CopyReader {
  /** Begins another reading. */
  turn(): void
}

const SEPARATOR = '\u0001'
const keyOf = (text: string, { platform, scope, clauses, lists, around, carrier }: FindOptions): string =>
  [platform, scope ?? '', clauses?.join() ?? '*', lists?.join() ?? '*', carrier ?? '', around === text ? '' : (around ?? '*'), text].join(
    SEPARATOR,
  )

const alike = (some: readonly Source[], others: readonly Source[]): boolean =>
  some.length === others.length &&
  some.every(({ file, text, outside }, i) => file === others[i]!.file && text === others[i]!.text && outside === others[i]!.outside)

/** The same answers as without it: they are made by the same functions, once for each question. */
export const rememberingReader = (): RememberingReader => {
  const words = new Memory<readonly TermMatch[]>()
  const offers = new Memory<readonly TermMatch[]>()
  const pages = new Map<string, { readonly sources: readonly Source[]; readonly found: readonly FormFound[] }>()
  const offersIn = (text: string, platform: Platform) => offers.of(platform + SEPARATOR + text, () => offerTerms(text, platform))
  return {
    turn() {
      words.turn()
      offers.turn()
    },
    // Text by text: `words` is asked.
    terms: () => undefined,
    words: (text, options) => words.of(keyOf(text, options), () => readBy(undefined, () => findTerms(text, options))),
    offers: (texts, platform) => new Map(texts.map((text) => [text, offersIn(text, platform)])),
    forms(program) {
      const units = unitSources(program as ProgramModel)
      const left = formsLeft(units.flatMap(({ sources }) => sources))
      // Where not everything is read, what is read depends on what came before.
      if (left <= 0) return undefined
      const reader = new FormReader()
      const found = units.map(({ base, sources }) => {
        const had = pages.get(base)
        if (had && alike(had.sources, sources)) return had.found
        const forms = reader.read(sources)
        pages.set(base, { sources, found: forms })
        return forms
      })
      const there = new Set(units.map(({ base }) => base))
      for (const base of pages.keys()) if (!there.has(base)) pages.delete(base)
      return { found, left }
    },
  }
}
