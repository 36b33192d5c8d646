/** What the store says when something cannot be done: a code for programs, a text in both languages for people. */
import type { Text } from '../domain/words.ts'

export type ProblemCode =
  | 'not-found'
  | 'stale'
  | 'state'
  | 'role'
  | 'guard'
  | 'taken'
  | 'invalid'
  | 'too-large'
  | 'corrupt'
  | 'erased'
  | 'database-missing'
  | 'database-failed'

export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: ProblemCode
  readonly text: Text
  readonly detail: Readonly<Record<string, unknown>>
  constructor(code: ProblemCode, text: Text, detail: Readonly<Record<string, unknown>> = {}) {
    super(text.en)
    this.code = code
    this.text = text
    this.detail = detail
  }
}

/** The status by which a problem is told over HTTP. */
export const statusOf = (code: ProblemCode): number =>
  ({
    'not-found': 404,
    stale: 409,
    state: 409,
    role: 403,
    guard: 409,
    taken: 409,
    invalid: 422,
    'too-large': 413,
    corrupt: 500,
    erased: 410,
    'database-missing': 503,
    'database-failed': 503,
  })[code]

export const notFound = (): Problem => new Problem('not-found', { zh: '找不到这项内容', en: 'there is no such thing here' })
