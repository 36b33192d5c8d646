/** Programs and versions as the wire has them. */

import type { z } from 'zod'
import type { Listing, listing as listingSchema, versionState } from '../../contract/programs.ts'
import { listing } from '../../contract/programs.ts'
import type { coverage as coverageSchema, decisionView, findingView } from '../../contract/versions.ts'
import { actName } from '../../domain/acts.ts'
import { due } from '../../domain/deadlines.ts'
import { ACTIONS, type Action } from '../../domain/decision.ts'
import type { Left } from '../../domain/quota.ts'
import type { RuleMode } from '../../domain/risk.ts'
import { eventsFor, stateName } from '../../domain/table.ts'
import { ROLE_NAMES, type Role, type Text } from '../../domain/words.ts'
import { appealOf } from '../../store/appeals.ts'
import type { findingsOf } from '../../store/checks.ts'
import { statementOf } from '../../store/decisions.ts'
import { checksNow, type decisionRows, type HistoryStep, type ProgramLine, usualMinutes } from '../../store/pages.ts'
import { queuePosition } from '../../store/queue.ts'
import type { Store } from '../../store/store.ts'
import type { versionById } from '../../store/versions.ts'
import { iso, isoOr } from '../call.ts'
import type { Services } from '../options.ts'
import { clauseTitle } from '../rulebook.ts'
import { ruleExample } from '../rules.ts'

export type VersionRecord = NonNullable<Awaited<ReturnType<typeof versionById>>>
type VersionState = z.infer<typeof versionState>

export const programView = (row: ProgramLine) => ({
  id: row.id,
  appid: row.appid,
  name: row.name,
  platform: row.platform as 'wechat' | 'douyin',
  state: row.state as 'draft',
  stateName: stateName('program', row.state),
  rv: row.rv,
  icon: row.icon,
  live: row.live,
  latest: row.latest
    ? {
        id: row.latest.id,
        label: row.latest.label,
        state: row.latest.state as VersionState,
        stateName: stateName('version', row.latest.state),
        at: iso(row.latest.created_at),
      }
    : null,
})
export const versionView = (row: VersionRecord) => ({
  id: row.id,
  label: row.label,
  n: row.n,
  channel: row.channel,
  state: row.state as VersionState,
  stateName: stateName('version', row.state),
  rv: row.rv,
  sha256: row.sha256,
  bytes: row.size,
  round: row.round,
  changelog: row.changelog,
  at: iso(row.created_at),
  submittedAt: isoOr(row.submitted_at),
})
export const leftView = (one: Left) =>
  one.allowed
    ? { allowed: true, left: Number.isFinite(one.left) ? one.left : 1_000_000, until: null, why: null }
    : { allowed: false, left: 0, until: iso(one.until), why: one.why }

/** Who did something, to those outside: the platform, the staff or oneself, and never which person. */
const BY: Readonly<Record<'staff' | 'own', Text>> = {
  staff: { zh: '审核人员', en: 'a reviewer' },
  own: { zh: '开发者', en: 'the developer' },
}
/** Reasons that were said to the developer; the others were said among reviewers. */
const SAID: ReadonlySet<string> = new Set(['ask', 'postpone', 'refuse-intake', 'stop', 'unstop', 'clear'])
/** What a developer is told of an event: that somebody recommended something is the house’s own matter. */
export const outwardEvent = (event: string): string => (event === 'recommend' ? 'release' : event)
export const stepView = (step: HistoryStep, lang: 'zh' | 'en', inside = false) => {
  const role = step.role as Role
  const by = inside || role === 'system' ? ROLE_NAMES[role] : role === 'developer' || role === 'program-admin' ? BY.own : BY.staff
  return {
    at: iso(step.at),
    event: inside ? step.event : outwardEvent(step.event),
    from: step.from,
    to: step.to,
    // What leaves the state as it is is called by what was done.
    name: step.to === null || step.to === step.from ? actName(`version.${outwardEvent(step.event)}`) : stateName('version', step.to),
    by: (by ?? ROLE_NAMES.visitor)[lang],
    reason: inside || SAID.has(step.event) ? step.reason : null,
  }
}

const CHECK_NAMES: Readonly<Record<string, Text>> = {
  intake: { zh: '安全拆包', en: 'opening it safely' },
  preview: { zh: '预检', en: 'a first look' },
  static: { zh: '静态检查', en: 'static checks' },
  pictures: { zh: '图文检查', en: 'pictures and texts' },
  run: { zh: '实际运行', en: 'running it' },
  likeness: { zh: '相似度比对', en: 'likeness to others' },
  verdict: { zh: '汇总', en: 'summing up' },
}
const ORDER = Object.keys(CHECK_NAMES)
type CheckState = 'waiting' | 'running' | 'done' | 'failed' | 'left-out'
const STATES: Readonly<Record<string, CheckState>> = {
  queued: 'waiting',
  running: 'running',
  done: 'done',
  failed: 'failed',
  removed: 'left-out',
}
const isText = (value: unknown): value is Text => typeof (value as Text | null)?.zh === 'string' && typeof (value as Text).en === 'string'
const FAILED: Text = { zh: '这项检查没有完成，改由人工审核', en: 'this check did not end: a person looks instead' }

/** How far a version is: its checks, its place among those that wait, and when its review is due. */
export const progressView = async (store: Store, version: VersionRecord) => {
  const rows = await checksNow(store, version.id)
  const checks = rows.map((row) => ({
    name: row.check,
    title: CHECK_NAMES[row.check] ?? { zh: row.check, en: row.check },
    state: STATES[row.state] ?? 'waiting',
    done: row.done,
    of: row.of,
    note: row.state === 'failed' ? FAILED : isText(row.note) ? row.note : null,
    ms: row.started_at === null ? null : (row.ended_at ?? store.clock.now()) - row.started_at,
  }))
  const opening: CheckState | null =
    version.state === 'quarantined'
      ? 'running'
      : version.state === 'refused-intake'
        ? 'failed'
        : version.state === 'uploading'
          ? 'waiting'
          : 'done'
  checks.push({ name: 'intake', title: CHECK_NAMES['intake']!, state: opening, done: null, of: null, note: null, ms: null })
  const position = version.state === 'awaiting-human' ? await queuePosition(store, version.id) : null
  return {
    checks: checks.sort((a, b) => ORDER.indexOf(a.name) - ORDER.indexOf(b.name)),
    place: position === null ? null : { position, estimateMinutes: await usualMinutes(store) },
    due: ['in-auto', 'auto-ok', 'awaiting-human', 'in-human', 'held'].includes(version.state) ? isoOr(version.due_at) : null,
  }
}

export type FindingRow = Awaited<ReturnType<typeof findingsOf>>[number]
type FindingView = z.infer<typeof findingView>
/** A finding with what people said of it. Before there is a decision, only reviewers see their marks. */
export const findingViewOf = (
  row: FindingRow,
  {
    modes,
    known,
    marks,
  }: {
    readonly modes: Readonly<Record<string, RuleMode>>
    readonly known: ReadonlyMap<string, 'approved' | 'earlier-round'>
    readonly marks: boolean
  },
): FindingView => {
  const content = row.content as {
    message?: { id?: unknown }
    what?: Text
    why?: Text
    mend?: Text
    places?: readonly unknown[]
    witness?: unknown
    attachments?: readonly string[]
    setAside?: { by: string; reason: string }
  }
  const none = { zh: '', en: '' }
  const example = ruleExample(row.rule, String(content.message?.id ?? ''))
  const mark = row.marks.findLast((one) => one.mark !== 'answer')
  const answer = row.marks.findLast((one) => one.mark === 'answer')
  return {
    id: row.id,
    fingerprint: row.fingerprint,
    check: row.check_id,
    rule: row.rule,
    verdict: row.verdict as 'violation',
    severity: row.severity as 'error',
    confidence: row.confidence as 'high',
    mode: modes[row.rule] ?? 'block',
    clauses: (row.clauses as { id: string; edition: string }[]).map(({ id, edition }) => ({ id, edition, title: clauseTitle(id) })),
    what: content.what ?? none,
    why: content.why ?? none,
    mend: content.mend ?? none,
    ...(example ? { example: { right: { ...example.right }, wrong: { ...example.wrong } } } : {}),
    places: [...(content.places ?? [])],
    witness: content.witness ?? null,
    attachments: [...(content.attachments ?? [])],
    setAside: content.setAside ? { by: content.setAside.by, reason: content.setAside.reason } : null,
    since: known.get(row.fingerprint) ?? 'new',
    mark: marks && mark ? { as: mark.mark as 'confirm', reason: mark.reason, at: iso(mark.at) } : null,
    answer: answer ? { text: answer.reason, at: iso(answer.at) } : null,
  }
}

/** What a run covered, from its own record: in short. */
export const coverageOf = (
  run: {
    readonly coverage?: readonly { readonly clause: string; readonly status: string; readonly reason?: string; readonly note?: Text }[]
  } | null,
): z.infer<typeof coverageSchema> | null => {
  if (!run?.coverage) return null
  const count = (status: string) => run.coverage!.filter((row) => row.status === status).length
  const unchecked = new Map<string, { clauses: string[]; notes: Map<string, Text> }>()
  for (const row of run.coverage)
    if (row.status === 'not-checked') {
      const reason = row.reason ?? 'unknown'
      const one = unchecked.get(reason) ?? { clauses: [], notes: new Map<string, Text>() }
      one.clauses.push(row.clause)
      if (typeof row.note?.zh === 'string' && typeof row.note.en === 'string')
        one.notes.set(row.note.en, { zh: row.note.zh, en: row.note.en })
      unchecked.set(reason, one)
    }
  return {
    pass: count('pass'),
    violation: count('violation'),
    review: count('review'),
    notApplicable: count('not-applicable'),
    notChecked: [...unchecked].map(([reason, { clauses, notes }]) => ({
      reason,
      said: notes.size === 1 ? [...notes.values()][0]! : null,
      clauses,
    })),
  }
}
export interface RiskRecord {
  readonly score?: number
  readonly band?: string
  readonly recommends?: string
  readonly factors?: readonly { readonly name: string; readonly points: number; readonly of: number; readonly text: Text }[]
  readonly vetoes?: readonly { readonly name: string; readonly text: Text }[]
}
export const riskView = (risk: unknown) => {
  const one = risk as RiskRecord | null
  return one && typeof one.score === 'number'
    ? { score: one.score, factors: (one.factors ?? []).map(({ name, points, of, text }) => ({ name, points, of, said: text })) }
    : null
}

const appealView = async ({ store }: Services, decision: string): Promise<z.infer<typeof decisionView>['appeal']> => {
  const one = await appealOf(store, decision)
  if (one === null) return null
  const { text } = (one.grounds ?? {}) as { text?: unknown }
  return {
    grounds: typeof text === 'string' ? text : '',
    filed: iso(Number(one.filed_at)),
    due: iso(due('appeal', Number(one.filed_at), store.calendar)),
    answered: one.answer === null ? null : iso(Number(one.entered_at)),
    answer: one.answer,
  }
}
export type DecisionRow = Awaited<ReturnType<typeof decisionRows>>[number]
export const decisionViewOf = async (services: Services, row: DecisionRow): Promise<z.infer<typeof decisionView>> => ({
  id: row.id,
  reference: row.reference,
  action: row.action,
  actionName: ACTIONS[row.action as Action]?.done ?? { zh: row.action, en: row.action },
  state: row.state,
  stateName: stateName('decision', row.state),
  rv: row.rv,
  at: iso(row.created_at),
  secondPerson: row.second_actor !== null,
  appeal: await appealView(services, row.id),
  version: row.version,
  statement: (await statementOf(services.store, row.id, services.options.redress)) as unknown as z.infer<typeof decisionView>['statement'],
})
/** A listing as it was saved; fields that came later have their defaults. */
export const listingContent = (content: unknown): Listing => {
  const parsed = listing.safeParse(content)
  if (parsed.success) return parsed.data
  const loose = (content ?? {}) as Record<string, unknown>
  const sound: Record<string, unknown> = { name: typeof loose['name'] === 'string' && loose['name'] !== '' ? loose['name'] : '?' }
  // What an older platform, or a fault, left in one field does not take the others with it.
  for (const [key, field] of Object.entries((listing as typeof listingSchema).shape)) {
    const one = (field as z.ZodType).safeParse(loose[key])
    if (one.success) sound[key] = one.data
  }
  return listing.parse(sound)
}
/** Events that a role may try from a state, before any guard. */
export const mayOf = (state: string, roles: readonly string[]): string[] =>
  [...new Set(roles.flatMap((role) => eventsFor('version', state, role as Role)))].sort()
