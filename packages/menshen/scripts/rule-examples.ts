/** The rules' examples as data: for each message a wrong and a right one, short enough to stand in a refusal. Written by generate.ts. */
import type { Finding } from '../src/check/types.ts'
import type { Example, Text } from '../src/rules/kit.ts'
import { findingsIn } from './example-run.ts'
import type { DocumentedRule } from './rule-pages.ts'

const LINES = 8
const WIDE = 240

/** A line with what matters of it, when it is too long to be shown whole. */
const narrowed = (line: string, from: number, to: number): string => {
  const text = line.replaceAll('\t', ' ').replaceAll('\r', '')
  if (text.length <= WIDE) return text
  const begin = Math.max(0, Math.min(from - 60, text.length - WIDE))
  const end = Math.min(text.length, Math.max(begin + WIDE, Math.min(to, begin + 2 * WIDE)))
  return `${begin > 0 ? '… ' : ''}${text.slice(begin, end)}${end < text.length ? ' …' : ''}`
}
/** Lines around a place; without one, the beginning of the text. */
const quoted = (path: string, text: string, at?: { readonly line: number; readonly column: number; readonly to: number }): string => {
  const lines = text.replace(/\n$/, '').split('\n')
  const first = at ? Math.max(0, Math.min(at.line - 3, lines.length - LINES)) : 0
  const shown = lines
    .slice(first, first + LINES)
    .map((line, i) => (at && first + i === at.line - 1 ? narrowed(line, at.column - 1, at.to) : narrowed(line, 0, 0)))
  return [`${path}:`, ...(first > 0 ? ['…'] : []), ...shown, ...(first + LINES < lines.length ? ['…'] : [])].join('\n')
}
const listingField = (example: Example, field: string): string | null => {
  const [key = ''] = field.split(/[.[]/)
  const value = example.listing?.[key]
  return value === undefined ? null : `listing.json:\n${narrowed(`"${key}": ${JSON.stringify(value)}`, 0, 0)}`
}
/** What of an example shows the point: where the finding stands, or what the twin has in that place. */
const shown = (example: Example, finding: Finding, own: boolean): string | null => {
  for (const place of finding.places) {
    if ('listing' in place) return listingField(example, place.listing)
    const path = 'file' in place ? place.file : Object.keys(example.files).find((name) => name.startsWith(`${place.page}.`))
    const text = path === undefined ? undefined : example.files[path]
    if (path === undefined || text === undefined) continue
    return quoted(
      path,
      text,
      own && 'file' in place ? { line: place.start.line, column: place.start.column, to: place.end.column } : undefined,
    )
  }
  // The same place does not exist there: the file that is most like it.
  const [place] = finding.places
  const ending = place && 'file' in place ? place.file.slice(place.file.lastIndexOf('.')) : ''
  const other = Object.entries(example.files).find(([path]) => path.endsWith(ending))
  return other ? quoted(...other) : null
}
const told = (name: Text, quote: string | null): Text =>
  quote === null ? { zh: name.zh, en: name.en } : { zh: `${name.zh}\n${quote}`, en: `${name.en}\n${quote}` }

/** How much two examples share: of their files' lines, and of their listings. */
const alike = (a: Example, b: Example): number => {
  const lines = (one: Example) =>
    new Set([...Object.entries(one.files).flatMap(([path, text]) => [path, ...text.split('\n')]), ...Object.keys(one.listing ?? {})])
  const [mine, theirs] = [lines(a), lines(b)]
  return [...mine].filter((line) => theirs.has(line)).length / Math.max(1, theirs.size)
}

export interface ExamplePair {
  readonly right: Text
  readonly wrong: Text
}
/** For each message of a rule that an example shows: that example, and the passing twin that is most like it. */
export const examplePairs = (id: string, { rule, examples }: DocumentedRule): Readonly<Record<string, ExamplePair>> => {
  const passing = examples.filter(({ expect }) => expect.length === 0)
  const pairs: Record<string, ExamplePair> = {}
  for (const example of examples) {
    const wanted = [...new Set(example.expect.map(({ message }) => message))].filter((message) => pairs[message] === undefined)
    if (wanted.length === 0) continue
    const findings = findingsIn(id, rule, example)
    const [twin] = [...passing].sort((a, b) => alike(example, b) - alike(example, a))
    for (const message of wanted) {
      const finding = findings.find((one) => one.message.id === message)
      if (!finding || !twin) continue
      pairs[message] = {
        right: told(twin.name, shown(twin, finding, false)),
        wrong: told(example.name, shown(example, finding, true)),
      }
    }
  }
  return Object.fromEntries(Object.entries(pairs).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** What somebody who does not know its id may call a rule: what it says first, without what a finding fills in. */
export const ruleTitle = ({ rule }: DocumentedRule): Text => {
  const { what } = Object.values(rule.meta.messages)[0]!
  const bare = (text: string): string =>
    text
      .replace(/\s*[(（][^()（）]*\{\w+\}[^()（）]*[)）]/g, '')
      .replace(/\s*[：:,，]\s*[“"]?\{\w+\}[”"]?$/, '')
      .replace(/[“"]?\{\w+\}[”"]?/g, '…')
      .replace(/…:\/\/…/g, '…')
      .trim()
  return { zh: bare(what.zh), en: bare(what.en) }
}
