/**
 * The one writer of states. It locks the row, compares its version, loads what the table's guards ask, asks the table, and
 * writes state, log, outbox and timers, and whatever follows on other subjects, in the caller's transaction.
 */
import { sql } from 'kysely'
import { asked, decide, type Effect, type Facts, NOWHERE, type Value } from '../domain/table.ts'
import { type Actor, type Moment, type Subject, SYSTEM } from '../domain/words.ts'
import { aboutOf, DECISION_STORE, decisionOf } from './facts/decisions.ts'
import { type Ask, actorsOf, type Given, type Payload, type RowOf, type SubjectStore } from './facts/kit.ts'
import { ACCOUNT_STORE, CERTIFICATION_STORE, DOCUMENT_STORE } from './facts/people.ts'
import { PROGRAM_STORE, VERSION_STORE } from './facts/programs.ts'
import { notFound, Problem } from './problem.ts'
import { recordDecision } from './record.ts'
import type { Tx } from './store.ts'

/** What every row with a state has. */
export interface StateRow {
  readonly id: string
  readonly state: string
  readonly prior: string | null
  readonly rv: number
  readonly entered_rv: number
  readonly entered_at: Moment
}
export type { Given, Payload } from './facts/kit.ts'

// biome-ignore lint/suspicious/noExplicitAny: each store has its own row; the registry is asked by subject
const STORES = new Map<Subject, SubjectStore<any>>(
  [ACCOUNT_STORE, CERTIFICATION_STORE, DOCUMENT_STORE, PROGRAM_STORE, VERSION_STORE, DECISION_STORE].map((one) => [one.subject, one]),
)
/** The facts that the store can load of a subject: what its guards ask has to be among them. */
export const factsKnown = (subject: Subject): readonly string[] => Object.keys(STORES.get(subject)?.facts ?? {})

export interface Request {
  readonly subject: Subject
  readonly id: string
  readonly event: string
  readonly actor: Actor
  /** The version of the row that the caller saw; a later one is refused as stale, with what has changed. */
  readonly rv?: number
  /** Logged as it is: no personal data. */
  readonly payload?: Payload
}
export interface Change {
  readonly subject: Subject
  readonly id: string
  readonly event: string
  readonly from: string
  readonly to: string
  readonly rv: number
  readonly at: Moment
}

const storeOf = (subject: Subject) => {
  const found = STORES.get(subject)
  if (!found) throw notFound()
  return found
}

/** The row of a subject behind its lock. */
export const lockRow = async (tx: Tx, subject: Subject, id: string): Promise<StateRow> => {
  const { rows } = await sql<StateRow>`select * from ${sql.table(storeOf(subject).table)} where id = ${id} for update`.execute(tx.db)
  if (!rows[0]) throw notFound()
  return rows[0]
}

const changesSince = async (tx: Tx, subject: Subject, id: string, rv: number) => {
  const rows = await tx.db
    .selectFrom('audit')
    .select(['type', 'role', 'at', 'payload', 'after_rv'])
    .where('subject', '=', subject)
    .where('subject_id', '=', id)
    .where('after_rv', '>', rv)
    .orderBy('seq')
    .execute()
  return rows.map(({ type, role, at, payload, after_rv }) => {
    const { from, to } = JSON.parse(payload) as { from?: string; to?: string }
    return { type, event: type.split('.')[1] ?? type, role, at, rv: after_rv, from: from ?? null, to: to ?? null }
  })
}

const factsFor = async (store: SubjectStore<StateRow>, ask: Ask<StateRow>, state: string): Promise<Facts> => {
  const { tx, row, actor } = ask
  const values: Record<string, Value> = {}
  // What was not asked is not loaded, and what was not loaded holds nothing.
  for (const key of asked(store.subject, state, ask.event)) {
    const load = store.facts[key]
    if (load) values[key] = await load(ask)
  }
  const owner = await store.owner(tx, row)
  const also = state === NOWHERE ? [] : ((await store.alsoBefore?.(tx, row)) ?? [])
  return {
    actor,
    now: tx.now,
    owner,
    before: [...new Set([...(await actorsOf(tx, store.subject, row.id)), ...also])],
    prior: row.prior,
    values,
  }
}
const refuse = (code: 'unknown' | 'role' | 'guard', text: { zh: string; en: string }, detail: Readonly<Record<string, unknown>>): never => {
  throw new Problem(code === 'unknown' ? 'state' : code, text, detail)
}

const LISTENED = 'menshen_event'

/** Changes a state by an event, with all that follows, or throws a Problem and changes nothing. */
export const transition = (tx: Tx, request: Request): Promise<Change> => transitionGiven(tx, request, {})

/** For modules of the store that vouch for facts which nobody can load. */
export const transitionGiven = async (tx: Tx, { subject, id, event, actor, rv, payload = {} }: Request, given: Given): Promise<Change> => {
  const store = storeOf(subject)
  const row = await lockRow(tx, subject, id)
  if (rv !== undefined && row.rv !== rv)
    throw new Problem(
      'stale',
      { zh: '打开之后它已有变化，请看过变化再操作', en: 'it has changed since you opened it; look at what changed first' },
      { rv: row.rv, state: row.state, changes: await changesSince(tx, subject, id, rv) },
    )
  return move(tx, store, { tx, row, actor, event, payload, given }, row.state)
}

/** Creates a subject by an event that leads out of nowhere. `row` holds every column but those of the state. */
export const create = async (
  tx: Tx,
  {
    subject,
    event,
    actor,
    row,
    payload = {},
  }: {
    readonly subject: Subject
    readonly event: string
    readonly actor: Actor
    readonly row: Readonly<Record<string, unknown>> & { readonly id: string }
    readonly payload?: Payload
  },
  given: Given = {},
): Promise<Change> => {
  const whole = { ...row, state: NOWHERE, prior: null, rv: 0, entered_rv: 0, entered_at: tx.now } as StateRow
  return move(tx, storeOf(subject), { tx, row: whole, actor, event, payload, given }, NOWHERE)
}

const move = async (tx: Tx, store: SubjectStore<StateRow>, ask: Ask<StateRow>, from: string): Promise<Change> => {
  const { row, actor, event, payload } = ask
  const { subject, table } = store
  const result = decide(subject, from, event, await factsFor(store, ask, from))
  if ('refused' in result)
    return refuse(result.refused, result.why, { state: from, rv: row.rv, event, ...(result.guard ? { guard: result.guard } : {}) })
  const { to } = result
  const entered = from !== to
  const rv = row.rv + 1
  await sql`select set_config('menshen.transition', ${`${table}:${row.id}`}, true)`.execute(tx.db)
  if (from === NOWHERE) {
    const values = { ...row, state: to, prior: null, rv, entered_rv: rv, entered_at: tx.now }
    await tx.db
      .insertInto(table)
      .values(values as never)
      .execute()
  } else
    await sql`update ${sql.table(table)} set state = ${to}, rv = ${rv}, prior = ${entered ? from : row.prior},
      entered_rv = ${entered ? rv : row.entered_rv}, entered_at = ${entered ? tx.now : row.entered_at} where id = ${row.id}`.execute(tx.db)
  await sql`select set_config('menshen.transition', '', true)`.execute(tx.db)
  tx.log({
    type: `${subject}.${event}`,
    actor,
    subject,
    subjectId: row.id,
    beforeRv: row.rv,
    afterRv: rv,
    payload: { ...payload, from, to },
  })
  // A timer belongs to the state it was set in.
  if (entered && from !== NOWHERE)
    await tx.db
      .updateTable('timer')
      .set({ ended_at: tx.now, outcome: 'left' })
      .where('subject', '=', subject)
      .where('subject_id', '=', row.id)
      .where('fired_at', 'is', null)
      .where('ended_at', 'is', null)
      .execute()
  await store.after?.({ ...ask, from, to, rv })
  const now = {
    ...row,
    state: to,
    rv,
    prior: entered ? (from === NOWHERE ? null : from) : row.prior,
    entered_rv: entered ? rv : row.entered_rv,
  }
  for (const effect of result.effects) await carry(tx, store, { ...ask, row: now }, effect)
  if (result.effects.some((effect) => effect.do === 'notify')) {
    const { id } = await tx.db
      .insertInto('event')
      .values({ subject, subject_id: row.id, type: event, state: to, rv, at: tx.now })
      .returning('id')
      .executeTakeFirstOrThrow()
    // Heard by those who listen when, and only when, this is committed.
    await sql`select pg_notify(${LISTENED}, ${String(id)})`.execute(tx.db)
    // And those whose own servers want to be told.
    const program = subject === 'program' ? row.id : subject === 'version' ? (row as unknown as RowOf<'version'>).program : null
    if (program !== null)
      await sql`insert into outbox (kind, content, created_at, due_at)
        select 'webhook', jsonb_build_object('webhook', id, 'event', ${id}::bigint), ${tx.now}::bigint, ${tx.now}::bigint
        from webhook where program = ${program} and ended_at is null`.execute(tx.db)
  }
  return { subject, id: row.id, event, from, to, rv, at: tx.now }
}

const send = (tx: Tx, kind: 'mail' | 'job', content: Readonly<Record<string, unknown>>) =>
  tx.db
    .insertInto('outbox')
    .values({ kind, content: JSON.stringify(content), created_at: tx.now, due_at: tx.now })
    .execute()

const carry = async (tx: Tx, store: SubjectStore<StateRow>, ask: Ask<StateRow>, effect: Effect): Promise<void> => {
  const { subject } = store
  const { row, actor, event } = ask
  switch (effect.do) {
    case 'mail':
      await send(tx, 'mail', { template: effect.template, to: effect.to, subject, id: row.id, rv: row.rv })
      return
    case 'job':
      await send(tx, 'job', { queue: effect.queue, subject, id: row.id, rv: row.rv })
      return
    case 'timer': {
      const at = typeof effect.after === 'number' ? tx.now + effect.after : await store.deadline(effect.after, ask)
      if (at !== null)
        await tx.db
          .insertInto('timer')
          .values({ id: tx.id(), subject, subject_id: row.id, event: effect.event, generation: row.entered_rv, fire_at: at })
          .execute()
      return
    }
    case 'event': {
      const by: Actor = { ...SYSTEM, ...((actor.id ?? actor.onBehalf) ? { onBehalf: (actor.id ?? actor.onBehalf)! } : {}) }
      for (const one of await store.related(effect.on, ask))
        await unlessUnknown(
          transition(tx, { ...one, event: effect.event, actor: by, payload: { because: `${subject}.${event}`, of: row.id } }),
        )
      return
    }
    case 'carry-out':
    case 'act':
    case 'undo': {
      const decision = await decisionOf(ask as unknown as Ask<RowOf<'decision_status'>>)
      const payload = { decision: decision.id }
      if (effect.do === 'undo') {
        // What it did may be gone already: a version that was replaced since, an account that was closed.
        if (decision.inverse !== null)
          await unlessUnknown(
            transitionGiven(
              tx,
              { ...aboutOf(decision), event: decision.inverse, actor, payload },
              { decision, values: { undoneAction: decision.action } },
            ),
          )
        return
      }
      const values: Record<string, Value> = { orderedAction: effect.do === 'carry-out' ? decision.action : effect.event }
      await transitionGiven(
        tx,
        { ...aboutOf(decision), event: effect.do === 'carry-out' ? decision.action : effect.event, actor, payload },
        { decision, values },
      )
      return
    }
    case 'record':
      await recordDecision(tx, ask.row as unknown as RowOf<'version'>, effect.action as 'refuse' | 'pull', create)
      return
    case 'notify':
      return
  }
}
const unlessUnknown = async (work: Promise<unknown>): Promise<void> => {
  try {
    await work
  } catch (error) {
    if (!(error instanceof Problem && error.code === 'state')) throw error
  }
}
