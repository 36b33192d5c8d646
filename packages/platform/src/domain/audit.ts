/**
 * The log that nobody can quietly change: each row holds the hash of the one before, over a canonical text. Personal data
 * stands in it by reference only, so that it can be erased without breaking the chain.
 */
import { sha256 } from './sha256.ts'
import type { Moment, Role } from './words.ts'

/** What a row may hold: whole numbers only, for two readers print fractions in two ways. */
export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain }

export interface Entry {
  readonly seq: number
  readonly at: Moment
  readonly actor: string | null
  readonly role: Role
  readonly onBehalf: string | null
  /** subject.event, or what else happened: 'evidence.seen', 'role.granted'. */
  readonly type: string
  readonly subject: string | null
  readonly subjectId: string | null
  readonly beforeRv: number | null
  readonly afterRv: number | null
  readonly payload: Plain
}
export interface AuditRow extends Entry {
  readonly prev: string
  readonly hash: string
}
/** How far the log had come, and with what: given away, it shows later whether the log was cut. */
export interface Head {
  readonly seq: number
  readonly hash: string
  readonly at: Moment
}

/** What stands before the first row. */
export const GENESIS = '0'.repeat(64)
const DEPTH = 64
const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

/** What cannot stand in the log, and where. */
export class NotPlain extends Error {
  override readonly name = 'NotPlain'
  readonly path: string
  constructor(path: string, reason: string) {
    super(`${path || '(top)'}: ${reason}`)
    this.path = path
  }
}

/**
 * One text for one value, as RFC 8785 has it: keys sorted by code units, no spaces, the shortest escapes. Stricter than the
 * RFC: no fractions, no numbers that a double cannot tell apart, no half pairs, nothing that JSON would drop in silence.
 */
export const canonical = (value: unknown, path = '', depth = 0): string => {
  if (depth > DEPTH) throw new NotPlain(path, 'too deep')
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) throw new NotPlain(path, 'not a whole number that every reader prints alike')
    return String(value)
  }
  if (typeof value === 'string') {
    if (HALF.test(value)) throw new NotPlain(path, 'half of a surrogate pair')
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) {
    // By index, so that a hole is seen.
    return `[${Array.from({ length: value.length }, (_, i) => canonical(value[i], `${path}/${i}`, depth + 1)).join(',')}]`
  }
  if (typeof value === 'object') {
    const proto = Object.getPrototypeOf(value)
    if (proto !== Object.prototype && proto !== null) throw new NotPlain(path, 'not a plain object')
    const record = value as Readonly<Record<string, unknown>>
    return `{${Object.keys(record)
      .sort((a, b) => (a < b ? -1 : 1))
      .map((key) => `${canonical(key, path, depth)}:${canonical(record[key], `${path}/${key}`, depth + 1)}`)
      .join(',')}}`
  }
  throw new NotPlain(path, `a ${typeof value} has no place here`)
}

/** The text of a row that is hashed. */
export const entryText = ({ seq, at, actor, role, onBehalf, type, subject, subjectId, beforeRv, afterRv, payload }: Entry): string =>
  canonical({ v: 1, seq, at, actor, role, onBehalf, type, subject, subjectId, beforeRv, afterRv, payload })

/** The hash of a row that follows `prev`. */
export const hashOf = (entry: Entry, prev: string): string => sha256(`${prev}\n${entryText(entry)}`)

/** The row that follows `prev`. */
export const chain = (entry: Entry, prev: string): AuditRow => ({ ...entry, prev, hash: hashOf(entry, prev) })

export type Break = 'gap' | 'link' | 'hash' | 'truncated' | 'head'
export type Verdict =
  | { readonly ok: true; readonly rows: number; readonly head: Head | null; readonly clockBack: readonly number[] }
  | { readonly ok: false; readonly rows: number; readonly broken: Break; readonly seq: number }

/** Rows may come from several machines, whose clocks differ by a little. */
const CLOCK_SLACK = 60_000

/**
 * Walks the log from its first row, or from a head that was known to be good, and says where it breaks: a row missing
 * (gap), put elsewhere (link) or changed (hash), or the log shorter than, or other than, a head that was given away.
 * Moments that run backwards are told, for a clock can be set, but they break nothing.
 */
export const verify = async (
  rows: AsyncIterable<AuditRow> | Iterable<AuditRow>,
  { known, after }: { readonly known?: readonly Pick<Head, 'seq' | 'hash'>[]; readonly after?: Head } = {},
): Promise<Verdict> => {
  let head: Head | null = after ?? null
  let count = 0
  const wanted = new Map((known ?? []).map(({ seq, hash }) => [seq, hash]))
  const clockBack: number[] = []
  if (after && wanted.has(after.seq) && wanted.get(after.seq) !== after.hash) return { ok: false, rows: 0, broken: 'head', seq: after.seq }
  for await (const row of rows) {
    count++
    const expected: number = (head?.seq ?? 0) + 1
    if (row.seq !== expected) return { ok: false, rows: count, broken: 'gap', seq: expected }
    if (row.prev !== (head?.hash ?? GENESIS)) return { ok: false, rows: count, broken: 'link', seq: row.seq }
    if (hashOf(row, row.prev) !== row.hash) return { ok: false, rows: count, broken: 'hash', seq: row.seq }
    const promised = wanted.get(row.seq)
    if (promised !== undefined && promised !== row.hash) return { ok: false, rows: count, broken: 'head', seq: row.seq }
    if (head && row.at < head.at - CLOCK_SLACK) clockBack.push(row.seq)
    head = { seq: row.seq, hash: row.hash, at: row.at }
  }
  for (const seq of wanted.keys()) if (seq > (head?.seq ?? 0)) return { ok: false, rows: count, broken: 'truncated', seq }
  return { ok: true, rows: count, head, clockBack }
}
