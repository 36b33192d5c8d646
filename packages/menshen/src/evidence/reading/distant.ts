/** A reader at the other end of a line: asks there, and says so when no answer comes. */
import type { Platform, ProgramModel } from '../../program/types.ts'
import { unitSources } from '../category/unit-sources.ts'
import type { Copy, Spoken } from '../copy.ts'
import type { Entry } from '../text/lexicon.ts'
import type { FindOptions, TermMatch } from '../text/matcher.ts'
import type { CopyReader } from './elsewhere.ts'
import { type Answer, joined, type Request } from './wire.ts'

export interface Line {
  /** False when nobody listens. */
  send(request: Request): boolean
  /** Waits for an answer; undefined when none will come. */
  receive(id: number): Answer | undefined
}
export interface DistantReader extends CopyReader {
  /** Has texts read that will probably be asked about. */
  expect(texts: readonly string[], platform: Platform): void
}

/** A program with more text than this is read in place: it would lie in memory twice. */
const MOST = 2_000_000
const HAN = /[\u3400-\u9fff]/
const NOTHING: readonly TermMatch[] = []

/** The different texts that stand in a program's templates: what is known of its copy before it is interpreted. */
export const writtenTexts = (program: Pick<ProgramModel, 'templates'>): readonly string[] => {
  const texts = new Set<string>()
  for (const { elements } of program.templates.values())
    for (const { children } of elements)
      for (const child of children)
        if (child.type === 'text') for (const part of child.parts) if (part.type === 'text' && HAN.test(part.value)) texts.add(part.value)
  return [...texts]
}

export const distantReader = (line: Line): DistantReader => {
  const entries = new Map<number, Entry>()
  /** By text: the lists that it may have words of, whatever is asked; of texts that were in the copy. */
  const mayHave = new Map<string, ReadonlySet<string> | null>()
  const asked = new Map<string, readonly TermMatch[]>()
  let pending: (() => void) | undefined
  let lost = false
  let ids = 0
  const send = (request: Request): boolean => {
    if (!lost && !line.send(request)) lost = true
    return !lost
  }
  /** The matches of an answer, each with what it stands in. */
  const receive = (id: number): { readonly answer: Answer; readonly matches: readonly TermMatch[] } | undefined => {
    if (lost) return undefined
    const answer = line.receive(id)
    if (!answer) {
      lost = true
      return undefined
    }
    for (const [number, entry] of answer.entries) entries.set(number, entry)
    return { answer, matches: answer.matches.map((match) => ({ ...match, entry: entries.get(match.entry)! })) }
  }
  const begun = new WeakMap<object, number>()
  /** Whoever asks what a program says asks, as a rule, what it offers: its files are read behind its copy. */
  const begin = (program: ProgramModel): void => {
    const units = unitSources(program)
    const sources = units.flatMap((unit) => unit.sources)
    if (sources.reduce((sum, { text }) => sum + text.length, 0) > MOST) return
    const id = ++ids
    const sent = send({
      kind: 'forms',
      id,
      units: Int32Array.from(units, (unit) => unit.sources.length),
      files: joined(sources.map(({ file }) => file)),
      texts: joined(sources.map(({ text }) => text)),
      outside: Uint8Array.from(sources, ({ outside }) => (outside ? 1 : 0)),
    })
    if (sent) begun.set(program, id)
  }
  return {
    forms(program) {
      const id = begun.get(program)
      begun.delete(program)
      return id === undefined ? undefined : receive(id)?.answer.forms
    },
    expect(texts, platform) {
      if (texts.length > 0) send({ kind: 'early', platform, texts: joined(texts) })
    },
    terms(copies: readonly Copy[], program: ProgramModel) {
      const numbers = new Map<string, number>()
      const texts: string[] = []
      let size = 0
      const numberOf = (text: string): number => {
        const known = numbers.get(text)
        if (known !== undefined) return known
        numbers.set(text, texts.length)
        size += text.length
        return texts.push(text) - 1
      }
      const column = (of: (copy: Copy) => string): Int32Array => Int32Array.from(copies, (copy) => numberOf(of(copy)))
      const textOf = column(({ text }) => text)
      const mentioned = texts.length
      const [contextOf, carrierOf] = [column(({ context }) => context), column(({ carrier }) => carrier)]
      if (size > MOST) return undefined
      const id = ++ids
      const { platform } = program
      if (!send({ kind: 'terms', id, platform, texts: joined(texts), textOf, contextOf, carrierOf })) return undefined
      begin(program)
      const take = (): readonly Spoken[] | undefined => {
        const received = receive(id)
        if (!received) return undefined
        const { answer, matches } = received
        const may = answer.mayHave
        if (may)
          for (let i = 0; i < mentioned; i++) {
            const [from, to] = [i === 0 ? 0 : may.ends[i - 1]!, may.ends[i]!]
            mayHave.set(texts[i]!, from === to ? null : new Set(Array.from(may.entries.subarray(from, to), (n) => entries.get(n)!.list)))
          }
        return matches.map((match, i) => ({ copy: copies[answer.of[i]!]!, match }))
      }
      let taken: { readonly terms: readonly Spoken[] | undefined } | undefined
      const settled = (): readonly Spoken[] | undefined => {
        taken ??= { terms: take() }
        return taken.terms
      }
      pending = settled
      return settled
    },
    words(text, options: FindOptions) {
      if (lost) return undefined
      if (text === '') return NOTHING
      // Behind the copy a question would have to wait all the same, and the copy mostly knows the answer.
      if (!mayHave.has(text)) pending?.()
      const lists = mayHave.get(text)
      if (lists === null || (lists && options.lists && !options.lists.some((list) => lists.has(list)))) return NOTHING
      const { platform, scope, clauses, lists: only, around, carrier } = options
      const plain = { platform, scope, clauses, lists: only, around, carrier }
      const key = JSON.stringify([text, plain])
      const known = asked.get(key)
      if (known) return known
      const id = ++ids
      if (text.length > MOST || !send({ kind: 'words', id, text, options: JSON.parse(JSON.stringify(plain)) })) return undefined
      const matches = receive(id)?.matches
      if (matches) asked.set(key, matches)
      return matches
    },
    offers(texts, platform) {
      const id = ++ids
      if (texts.reduce((sum, text) => sum + text.length, 0) > MOST) return undefined
      if (!send({ kind: 'offers', id, platform, texts: joined(texts) })) return undefined
      const received = receive(id)
      if (!received) return undefined
      const found = new Map<string, TermMatch[]>()
      for (const [i, match] of received.matches.entries()) {
        const text = texts[received.answer.of[i]!]!
        const list = found.get(text)
        if (list) list.push(match)
        else found.set(text, [match])
      }
      return found
    },
  }
}
