/** Decisions: made once, bound to the bytes and the row version that were looked at, and carried out with what they order. */
import { type Action, type DecisionContent, type Impact, missing, secondPersonReasons, statement } from '../domain/decision.ts'
import { IN_FORCE } from '../domain/transitions/decision.ts'
import type { Actor, Subject, Text } from '../domain/words.ts'
import { constraintOf } from './db.ts'
import { APPEAL_WINDOW } from './facts/decisions.ts'
import { both } from './facts/kit.ts'
import { notFound, Problem } from './problem.ts'
import { closeReasons } from './queue.ts'
import { decisionRow } from './record.ts'
import type { Store, Tx } from './store.ts'
import { type Change, create, lockRow, transition, transitionGiven } from './transition.ts'

export interface DecisionRequest {
  readonly actor: Actor
  readonly subject: 'version' | 'program' | 'account'
  readonly id: string
  /** The row version that the decider saw: a later one is refused with what has changed. */
  readonly rv: number
  /** All but what the subject itself says. */
  readonly content: Omit<DecisionContent, 'subject'>
  /** What speaks for a second person, beside what the store knows. */
  readonly impact?: Partial<Pick<Impact, 'blockingPassedOver' | 'deviates' | 'recommendedBy'>>
  readonly overrides?: string
}
export interface DecisionResult {
  readonly id: string
  readonly reference: string
  /** In force, or waiting for a second person. */
  readonly state: string
  readonly heavy: readonly Text[]
}

/** Why a decision takes two people, by what the store knows; empty when one may. */
export const weigh = async (tx: Tx, request: DecisionRequest, programId: string | null): Promise<readonly Text[]> => {
  const program =
    programId === null ? null : await tx.db.selectFrom('program').select('daily_users').where('id', '=', programId).executeTakeFirst()
  const listing =
    request.subject === 'version'
      ? await tx.db
          .selectFrom('version as v')
          .innerJoin('listing as l', 'l.id', 'v.listing')
          .select('l.content')
          .where('v.id', '=', request.id)
          .executeTakeFirst()
      : undefined
  const chosen = (listing?.content as { categories?: readonly unknown[] } | undefined)?.categories
  const ids = Array.isArray(chosen) ? chosen.filter((one): one is string => typeof one === 'string') : []
  const sensitive =
    ids.length > 0 &&
    (await tx.db.selectFrom('category').select('id').where('id', 'in', ids).where('sensitive', '=', true).executeTakeFirst()) !== undefined
  return secondPersonReasons({
    action: request.content.action,
    dailyUsers: program?.daily_users ?? 0,
    sensitiveCategory: sensitive,
    blockingPassedOver: request.impact?.blockingPassedOver ?? 0,
    deviates: request.impact?.deviates ?? false,
    recommendedBy: request.impact?.recommendedBy ?? 'nobody',
  })
}

/**
 * Decides. Incomplete, about other bytes, about a row that has moved on, without a lease, on one's own: refused, and
 * nothing is written. Else it is in force and carried out, or it waits for a second person.
 */
export const decideOn = async (tx: Tx, request: DecisionRequest): Promise<DecisionResult> => {
  const { actor, subject, id, rv } = request
  const content: DecisionContent = { ...request.content, subject }
  const lacks = missing(content, tx.now)
  if (lacks.length > 0) throw new Problem('invalid', { zh: '决定还不完整', en: 'the decision is not complete yet' }, { missing: lacks })
  const row = (await lockRow(tx, subject, id)) as {
    readonly rv: number
    readonly state: string
    readonly program?: string
    readonly sha256?: string | null
  }
  if (row.rv !== rv) await stale(tx, subject, id, rv)
  if (subject === 'version' && row.sha256 !== content.sha256)
    throw new Problem(
      'stale',
      { zh: '决定针对的不是现在这个包', en: 'the decision was made on other bytes than these' },
      { sha256: row.sha256, rv: row.rv },
    )
  const inReview = content.action === 'approve' || content.action === 'refuse'
  const reasons = await weigh(tx, request, subject === 'version' ? row.program! : subject === 'program' ? id : null)
  const made = decisionRow(tx, {
    id: tx.id(),
    content,
    about: { [subject]: id },
    actor: actor.id,
    role: actor.role,
    rv,
    heavy: reasons.length > 0,
    reasons,
    inReview,
    overrides: request.overrides ?? null,
  })
  await tx.db.insertInto('decision').values(made).execute()
  if (content.grounds.length > 0)
    await tx.db
      .insertInto('decision_clause')
      .values(content.grounds.map(({ clause }, n) => ({ decision: made.id, n, clause: clause.id, edition: clause.edition })))
      .execute()
  const decision = await tx.db.selectFrom('decision').selectAll().where('id', '=', made.id).executeTakeFirstOrThrow()
  await create(
    tx,
    { subject: 'decision', event: 'draft', actor, row: { id: made.id, created_at: tx.now }, payload: { about: id } },
    { decision },
  )
  const { to } = await transition(tx, {
    subject: 'decision',
    id: made.id,
    event: 'issue',
    actor,
    payload: { about: id, action: content.action, content: made.content_sha256 },
  })
  if (to === 'effective' && subject === 'version') await closeReasons(tx, id)
  return { id: made.id, reference: made.reference, state: to, heavy: reasons }
}
/** Lets the one who knows say what has changed. */
const stale = (tx: Tx, subject: Subject, id: string, rv: number): Promise<never> =>
  transition(tx, { subject, id, event: 'stale', actor: { id: null, role: 'system', entity: null }, rv }) as Promise<never>

/** The second person agrees: it comes into force and is carried out. */
export const confirmDecision = async (
  tx: Tx,
  { id, actor, rv }: { readonly id: string; readonly actor: Actor; readonly rv?: number },
): Promise<Change> => {
  const decision = await tx.db.selectFrom('decision').select('version').where('id', '=', id).executeTakeFirst()
  if (!decision) throw notFound()
  // The subject before the decision: the order in which everybody locks.
  if (decision.version !== null) await lockRow(tx, 'version', decision.version)
  const change = await transition(tx, { subject: 'decision', id, event: 'confirm', actor, ...(rv === undefined ? {} : { rv }) })
  if (decision.version !== null) await closeReasons(tx, decision.version)
  return change
}
/** The second person does not agree: back to the queue, with a reason. */
export const returnDecision = async (
  tx: Tx,
  { id, actor, reason, rv }: { readonly id: string; readonly actor: Actor; readonly reason: Text; readonly rv?: number },
): Promise<Change> => {
  const decision = await tx.db.selectFrom('decision').select('version').where('id', '=', id).executeTakeFirst()
  if (!decision) throw notFound()
  if (decision.version !== null) await lockRow(tx, 'version', decision.version)
  return transition(tx, {
    subject: 'decision',
    id,
    event: 'return',
    actor,
    payload: { reason: { ...reason } },
    ...(rv === undefined ? {} : { rv }),
  })
}

/** An appeal by whom it concerns; once for each decision. */
export const appeal = async (
  tx: Tx,
  { id, actor, grounds }: { readonly id: string; readonly actor: Actor; readonly grounds: unknown },
): Promise<Change> => {
  const change = await transition(tx, { subject: 'decision', id, event: 'appeal', actor })
  try {
    await tx.db
      .insertInto('appeal')
      .values({ id: tx.id(), decision: id, account: actor.id, grounds: JSON.stringify(grounds), filed_at: tx.now })
      .execute()
  } catch (error) {
    if (constraintOf(error)) throw new Problem('taken', { zh: '每个决定只能申诉一次', en: 'a decision may be appealed once' })
    throw error
  }
  return change
}
/** Decides an appeal, or takes a decision back without one; the reason goes to whom it concerns. A reversal undoes what was done. */
export const resolveDecision = async (
  tx: Tx,
  {
    id,
    actor,
    event,
    rv,
    reason,
  }: {
    readonly id: string
    readonly actor: Actor
    readonly event: 'affirm' | 'vary' | 'reverse' | 'override'
    readonly rv?: number
    readonly reason: Text
  },
): Promise<Change> => {
  if (event !== 'override')
    await tx.db
      .updateTable('appeal')
      .set({ answer: JSON.stringify(reason) })
      .where('decision', '=', id)
      .execute()
  return transitionGiven(
    tx,
    { subject: 'decision', id, event, actor, ...(rv === undefined ? {} : { rv }), payload: { reason: { ...reason } } },
    { values: { reasonGiven: both({ ...reason }) } },
  )
}

/** Decisions about a subject, the newest first, with what became of them. */
export const decisionsAbout = (
  store: Store,
  about: { readonly version?: string; readonly program?: string; readonly account?: string },
) => {
  let query = store.db
    .selectFrom('decision as d')
    .innerJoin('decision_status as s', 's.id', 'd.id')
    .selectAll('d')
    .select(['s.state', 's.rv', 's.second_actor', 's.carried_out_at', 's.undone_at'])
    .orderBy('d.created_at', 'desc')
  for (const key of ['version', 'program', 'account'] as const)
    if (about[key] !== undefined) query = query.where(`d.${key}`, '=', about[key])
  return query.execute()
}
/** Held decisions, the oldest first. */
export const heldDecisions = (store: Store) =>
  store.db
    .selectFrom('decision as d')
    .innerJoin('decision_status as s', 's.id', 'd.id')
    .selectAll('d')
    .select(['s.state', 's.rv'])
    .where('s.state', '=', 'held')
    .orderBy('d.created_at')
    .execute()

/** The statement of reasons that goes to whom it concerns: holds no person. */
export const statementOf = async (store: Store, id: string, redress: Text) => {
  const row = await store.db.selectFrom('decision').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  const version =
    row.version === null
      ? null
      : await store.db.selectFrom('version').select(['label', 'program']).where('id', '=', row.version).executeTakeFirst()
  const programId = row.program ?? version?.program
  const program =
    programId === undefined ? null : await store.db.selectFrom('program').select('name').where('id', '=', programId).executeTakeFirst()
  const appealable: readonly Action[] = ['refuse', 'warn', 'pull', 'take-down', 'limit', 'suspend', 'ban', 'terminate']
  return statement(row.content as DecisionContent, {
    reference: row.reference,
    decided: row.created_at,
    name: program?.name ?? '',
    version: version?.label ?? null,
    appealUntil: appealable.includes(row.action as Action) ? row.created_at + APPEAL_WINDOW : null,
    redress,
  })
}

/** How like cases were decided: decisions that cite a clause, and how many of them were taken back. */
export const clauseRecord = async (store: Store, clause: string): Promise<{ readonly decisions: number; readonly reversed: number }> => {
  const rows = await store.db
    .selectFrom('decision_clause as c')
    .innerJoin('decision_status as s', 's.id', 'c.decision')
    .select('s.state')
    .where('c.clause', '=', clause)
    .where('s.state', 'in', [...IN_FORCE, 'reversed', 'overridden'])
    .execute()
  return { decisions: rows.length, reversed: rows.filter(({ state }) => state === 'reversed' || state === 'overridden').length }
}
