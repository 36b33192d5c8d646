/** Runs one rule on the evidence that it declared, and on nothing else. */
import type { Envelope } from '../evidence/envelope.ts'
import type { Detail, EvidenceMap, Need, Rule } from '../rules/kit.ts'
import type { Outcome, Text } from './types.ts'

/** What was collected, by kind. A kind without an entry was never asked for. */
export type Have = { readonly [K in Need]?: Envelope<EvidenceMap[K]> }

export interface Raised {
  readonly message: string
  readonly detail: Detail
}
export interface Judged {
  readonly outcome: Outcome
  /** Code of check/reasons.ts, when the outcome is not-checked. */
  readonly reason?: string
  /** The rule's own words for what it could not understand. */
  readonly note?: Text
  readonly error?: string
  readonly raised: readonly Raised[]
  /** Reports beyond the bound, which are not in `raised`. */
  readonly cut: number
}

/** More reports of one rule than anyone reads: the rest is counted and said. */
export const MOST_REPORTS = 500

const errorText = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error).slice(0, 300)
  // Only the names of functions, for a stack's file names differ from machine to machine.
  const frame = error.stack?.split('\n').find((line) => line.trimStart().startsWith('at '))
  const where = frame?.trim().match(/^at ([\w$.<>]+) \(/)?.[1]
  return `${error.name}: ${error.message}`.slice(0, 300) + (where ? ` (in ${where})` : '')
}

const verdictOf = (raised: readonly Raised[]): Outcome =>
  raised.some(({ detail }) => (detail.verdict ?? 'violation') === 'violation') ? 'violation' : 'review'

/** `heard`: what is handed over in place of the evidence, by whoever wants to know what the rule looks at. A rule that throws, or whose evidence failed, ends in an error; one whose evidence nobody gave is not checked. Neither looks like a pass. */
export const judge = (rule: Rule, have: Have, heard: (kind: Need, value: unknown) => unknown = (_, value) => value): Judged => {
  const nothing = { raised: [], cut: 0 }
  const given: Record<string, unknown> = {}
  for (const need of rule.meta.needs) {
    const envelope = have[need]
    if (envelope === undefined) return { outcome: 'error', error: `evidence was not collected: ${need}`, ...nothing }
    if (envelope.status === 'failed') return { outcome: 'error', error: `evidence failed: ${need}: ${envelope.reason}`, ...nothing }
    if (envelope.status === 'absent') return { outcome: 'not-checked', reason: envelope.reason, ...nothing }
    given[need] = heard(need, envelope.value)
  }
  for (const want of rule.meta.wants ?? []) {
    const envelope = have[want]
    if (envelope?.status === 'failed') return { outcome: 'error', error: `evidence failed: ${want}: ${envelope.reason}`, ...nothing }
    if (envelope?.status === 'collected') given[want] = heard(want, envelope.value)
  }

  const raised: Raised[] = []
  let cut = 0
  const report = (message: string, detail: Detail) => {
    if (!Object.hasOwn(rule.meta.messages, message)) throw new Error(`no such message: ${message}`)
    if (raised.length < MOST_REPORTS) raised.push({ message, detail })
    else cut += 1
  }
  try {
    const said = rule.judge(given, report)
    if (raised.length > 0) {
      const judged = { outcome: verdictOf(raised), raised, cut }
      return typeof said === 'object' ? { ...judged, note: said.notChecked } : judged
    }
    if (said === 'inapplicable') return { outcome: 'inapplicable', raised, cut }
    if (typeof said === 'object') return { outcome: 'not-checked', reason: 'rule-said', note: said.notChecked, raised, cut }
    return { outcome: 'pass', raised, cut }
  } catch (error) {
    return { outcome: 'error', error: errorText(error), raised, cut }
  }
}
