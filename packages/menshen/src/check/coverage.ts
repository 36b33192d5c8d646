/** One row for every clause of the platform's documents: what this run can say about it, and no more. */
import type { Clause, Rulebook, Way } from '../rulebook/index.ts'
import type { Have } from './judge.ts'
import { gravest, reasonText } from './reasons.ts'
import type { CoverageRow, Finding, Mode, RuleOutcome, Text } from './types.ts'

/** A rule of this platform as it ended in this run. */
export interface RanRule {
  readonly clauses: readonly string[]
  readonly partial: boolean
  readonly mode: Mode
  readonly outcome: RuleOutcome
  /** It looks at what a run showed. */
  readonly runs?: boolean
  /** It looks at pictures. */
  readonly looks?: boolean
  /** Why its silence proves nothing: files or units that it could not see. */
  readonly blind?: { readonly reason: string; readonly note: Text }
}

export interface CoverageInput {
  readonly rulebook: Rulebook
  readonly platform: 'wechat' | 'douyin'
  readonly seedOnly: boolean
  readonly rules: ReadonlyMap<string, RanRule>
  readonly findings: readonly Finding[]
  readonly have: Have
}

/** Ways of verifying that no rule can replace. */
const BEYOND: Readonly<Partial<Record<Way, string>>> = {
  document: 'document',
  workflow: 'workflow',
  human: 'human',
  notice: 'notice',
}

const available = (have: Have, need: 'program' | 'copy' | 'listing' | 'run' | 'pictures', otherwise: string): string | undefined => {
  const envelope = have[need]
  if (envelope?.status === 'collected') return undefined
  if (envelope === undefined) return otherwise
  return envelope.status === 'absent' ? envelope.reason : 'evidence-failed'
}

/** Pictures that were not looked at to the end, or lie elsewhere. */
const leftUnseen = (have: Have): string | undefined => {
  if (have.pictures?.status !== 'collected') return 'no-images'
  const { pictures, elsewhere } = have.pictures.value
  return elsewhere > 0 || pictures.some(({ unseen, unread }) => unseen || unread) ? 'images-left' : undefined
}
/** Something was looked at, so that silence about it means something only where a rule looked for this. */
const picturesThere = (have: Have): boolean => have.pictures?.status === 'collected' && have.pictures.value.pictures.length > 0

/** Why one of the clause's ways of verifying was not open to this run; undefined when it was. */
const missing = (way: Way, have: Have): string | undefined => {
  if (way === 'static') return available(have, 'program', 'not-chosen')
  if (way === 'text') return available(have, 'copy', 'not-chosen')
  if (way === 'metadata') return available(have, 'listing', 'no-listing')
  if (way === 'dynamic') return available(have, 'run', 'not-run')
  if (way === 'image') return available(have, 'pictures', 'no-images') ?? leftUnseen(have)
  return BEYOND[way]
}

const row = (clause: Clause, status: CoverageRow['status'], rules: readonly string[], reason?: string, note?: Text): CoverageRow =>
  reason === undefined
    ? { clause: clause.id, status, rules }
    : { clause: clause.id, status, reason, note: note ?? reasonText(reason), rules }

/** What keeps a rule that found nothing from settling its clause. */
const doubt = (rule: RanRule): { readonly reason: string; readonly note?: Text } | undefined => {
  if (rule.mode === 'off') return { reason: 'rule-off' }
  if (rule.mode === 'shadow') return { reason: 'shadow' }
  const { outcome, reason, note } = rule.outcome
  if (outcome === 'error') return { reason: 'rule-error' }
  // A rule may find one thing and not understand another.
  if (outcome === 'not-checked' || note) return { reason: reason ?? 'rule-said', ...(note ? { note } : {}) }
  return rule.blind
}

/** The rule looked at all that this clause demands and found nothing against it, whatever it found on its other clauses. */
const passed = (rule: RanRule) => !rule.partial && ['pass', 'violation', 'review'].includes(rule.outcome.outcome)

/** Papers, procedures and people come before what no rule looks at yet: the clause is in somebody's hands. */
const withoutRule = (clause: Clause): string => gravest(clause.verify.flatMap((way) => BEYOND[way] ?? [])) ?? 'no-rule'

/** The official accounts' rules hold for mini programs by analogy. */
const ANALOGOUS = 'wx-oa'
const judgedBelow = (clause: Clause, rulebook: Rulebook, index: Index): boolean =>
  rulebook
    .children(clause.id)
    .some(
      (child) => [child.id, ...(index.twins.get(child.id) ?? [])].some((id) => index.rules.has(id)) || judgedBelow(child, rulebook, index),
    )

/** What speaks of each clause, so that a row need not look through everything. */
interface Index {
  readonly rules: ReadonlyMap<string, readonly (readonly [string, RanRule])[]>
  readonly findings: ReadonlyMap<string, readonly Finding[]>
  /** Strict twins in both directions. */
  readonly twins: ReadonlyMap<string, ReadonlySet<string>>
}
const twinsIn = (rulebook: Rulebook): Index['twins'] => {
  const twins = new Map<string, Set<string>>()
  const link = (from: string, to: string) => twins.set(from, (twins.get(from) ?? new Set<string>()).add(to))
  for (const clause of rulebook.clauses.values())
    for (const twin of clause.twins) {
      link(clause.id, twin)
      link(twin, clause.id)
    }
  return twins
}
const indexed = <T>(items: Iterable<T>, clausesOf: (item: T) => readonly string[]): ReadonlyMap<string, readonly T[]> => {
  const index = new Map<string, T[]>()
  for (const item of items)
    for (const id of clausesOf(item)) {
      const list = index.get(id)
      if (list) list.push(item)
      else index.set(id, [item])
    }
  return index
}

const rowOf = (clause: Clause, input: CoverageInput, index: Index): CoverageRow => {
  const { rulebook, have, platform } = input
  // Strict twins demand the same, so what settles one settles the other.
  const same = new Set([
    clause.id,
    ...[...(index.twins.get(clause.id) ?? [])].filter((twin) => rulebook.find(twin)?.platforms.includes(platform)),
  ])
  const citing = [...new Set([...same].flatMap((id) => index.rules.get(id) ?? []))]
  const names = citing.map(([id]) => id)
  const mine = [...same].flatMap((id) => index.findings.get(id) ?? [])
  const counted = mine.filter((finding) => finding.setAside === undefined)
  if (counted.some((finding) => finding.verdict === 'violation')) return row(clause, 'violation', names)
  if (counted.length > 0) return row(clause, 'review', names)
  if (mine.some((finding) => finding.setAside?.by !== 'shadow')) return row(clause, 'not-checked', names, 'set-aside')

  if (citing.length === 0) {
    if (clause.verify.every((way) => way === 'group')) return row(clause, 'not-applicable', names, 'heading')
    if (clause.force === 'inform') return row(clause, 'not-applicable', names, 'inform')
    if (judgedBelow(clause, rulebook, index)) return row(clause, 'not-applicable', names, 'heading')
    if (clause.document === ANALOGOUS && clause.related.some((id) => index.rules.has(id)))
      return row(clause, 'not-applicable', names, 'analogy')
    return row(clause, 'not-checked', names, withoutRule(clause))
  }

  const doubts = citing.flatMap(([, rule]) => doubt(rule) ?? [])
  const worst = gravest(doubts.map((one) => one.reason))
  if (worst) return row(clause, 'not-checked', names, worst, doubts.find((one) => one.reason === worst)?.note)
  const whole = citing.some(([, rule]) => !rule.partial)
  if (whole && citing.every(([, rule]) => rule.outcome.outcome === 'inapplicable')) return row(clause, 'not-applicable', names, 'absent')
  if (!citing.some(([, rule]) => passed(rule))) return row(clause, 'not-checked', names, 'partial')
  const lacking = gravest(
    // a run in which no rule looked for this proves nothing about it
    clause.verify.flatMap((way) => {
      const closed = missing(way, have)
      if (closed) return closed
      if (way === 'dynamic' && !citing.some(([, rule]) => rule.runs)) return 'partial'
      return way === 'image' && picturesThere(have) && !citing.some(([, rule]) => rule.looks && !rule.partial) ? 'partial' : []
    }),
  )
  return lacking ? row(clause, 'not-checked', names, lacking) : row(clause, 'pass', names)
}

/** The coverage of a run, in the documents' own order. */
export const coverageOf = (input: CoverageInput): readonly CoverageRow[] => {
  const index: Index = {
    rules: indexed(input.rules, ([, rule]) => rule.clauses),
    findings: indexed(input.findings, (finding) => finding.clauses.map((cited) => cited.id)),
    twins: twinsIn(input.rulebook),
  }
  return input.rulebook
    .byPlatform(input.platform)
    .filter((clause) => !(input.seedOnly && clause.document === 'later'))
    .map((clause) => rowOf(clause, input, index))
}
