/**
 * Classes of words that many lists share: who is asked along, what is given for it, cars that success is shown with. A row
 * names one as `@{friends}`, alone or inside a longer word or a pattern, and so has all of its words.
 */
import given from '../../../data/word-classes.json' with { type: 'json' }
import type { LexiconRow } from './lexicon.ts'

const NAMED = /@\{([a-z-]{1,40})\}/
const CLASSES: ReadonlyMap<string, readonly string[]> = new Map(given.classes.map(({ name, words }) => [name, words]))
const LISTS = ['terms', 'first', 'second', 'guard', 'not', 'unless'] as const

const textsOf = (row: LexiconRow): readonly string[] => [...LISTS.flatMap((key) => row[key] ?? []), ...(row.patterns ?? [])]

/** The name of a class that a row asks for and nobody knows, or null. */
export const unknownClass = (row: LexiconRow): string | null => {
  for (const text of textsOf(row)) for (const [, name] of text.matchAll(new RegExp(NAMED, 'g'))) if (!CLASSES.has(name!)) return name!
  return null
}

/** A word with each word of the class that it names: 提了@{cars} as 提了宝马, 提了奔驰 … */
const words = (text: string): readonly string[] => {
  const named = NAMED.exec(text)
  if (!named) return [text]
  return (CLASSES.get(named[1]!) ?? []).flatMap((word) =>
    words(text.slice(0, named.index) + word + text.slice(named.index + named[0].length)),
  )
}
const pattern = (text: string): string =>
  text.replaceAll(new RegExp(NAMED, 'g'), (_, name: string) => `(?:${(CLASSES.get(name) ?? []).join('|')})`)

/** A row with the words of its classes in their places. */
export const spelledOut = (row: LexiconRow): LexiconRow => {
  if (!textsOf(row).some((text) => text.includes('@{'))) return row
  const lists = Object.fromEntries(LISTS.flatMap((key) => (row[key] ? [[key, [...new Set(row[key].flatMap(words))]]] : [])))
  return { ...row, ...lists, ...(row.patterns ? { patterns: row.patterns.map(pattern) } : {}) }
}
