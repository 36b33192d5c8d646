/** The queue of versions that wait for a person, and the leases by which no two have the same one. */
import { sql } from 'kysely'
import { type Actor, type Moment, SYSTEM } from '../domain/words.ts'
import { LEASE } from './facts/programs.ts'
import { Problem } from './problem.ts'
import type { Store, Tx } from './store.ts'
import { moveTimer } from './timers.ts'
import { type Change, lockRow, transition } from './transition.ts'

export interface QueueItem {
  readonly id: string
  readonly program: string
  readonly name: string
  readonly label: string
  readonly platform: string
  readonly state: string
  readonly rv: number
  readonly round: number
  readonly submittedAt: Moment | null
  readonly dueAt: Moment | null
  readonly expedited: boolean
  readonly score: number | null
  readonly reasons: readonly string[]
  readonly holder: string | null
  readonly leaseUntil: Moment | null
}
export interface QueueQuery {
  /** For whom: outside reviewers see only what they were given. */
  readonly actor: Actor
  readonly queue?: string
  readonly states?: readonly ('awaiting-human' | 'in-human' | 'held')[]
  readonly mine?: boolean
  readonly limit?: number
  readonly after?: { readonly rank: number; readonly dueAt: Moment; readonly id: string }
}

const scoped = (actor: Actor) =>
  actor.role === 'outside-reviewer'
    ? sql`exists (select 1 from queue_item i join queue_scope s on s.queue = i.queue where i.version = v.id and s.account = ${actor.id})`
    : sql`true`

/** What waits, the expedited first, then by when it is due. */
export const queueItems = async (
  store: Store,
  { actor, queue, states = ['awaiting-human', 'in-human', 'held'], mine = false, limit = 50, after }: QueueQuery,
): Promise<readonly QueueItem[]> => {
  const { rows } = await sql<QueueItem>`
    select v.id, v.program, p.name, v.label, p.platform, v.state, v.rv, v.round, v.submitted_at "submittedAt", v.due_at "dueAt",
      v.expedited_at is not null "expedited", (v.risk->>'score')::integer "score",
      coalesce((select array_agg(r.reason order by r.opened_at) from review_reason r where r.version = v.id and r.closed_at is null), '{}') "reasons",
      l.account "holder", l.until "leaseUntil"
    from version v join program p on p.id = v.program left join lease l on l.version = v.id and l.ended_at is null
    where v.state in (${sql.join([...states])}) and ${scoped(actor)}
      and ${queue === undefined ? sql`true` : sql`exists (select 1 from queue_item i where i.version = v.id and i.queue = ${queue})`}
      and ${mine ? sql`l.account = ${actor.id}` : sql`true`}
      and ${after ? sql`(case when v.expedited_at is null then 1 else 0 end, coalesce(v.due_at, 0), v.id) > (${after.rank}, ${after.dueAt}, ${after.id}::uuid)` : sql`true`}
    order by case when v.expedited_at is null then 1 else 0 end, coalesce(v.due_at, 0), v.id
    limit ${Math.min(limit, 200)}`.execute(store.db)
  return rows
}

export interface Claimed extends Change {
  readonly leaseUntil: Moment
}
/** Claims one item; everybody else is told that it is taken. */
export const claim = async (
  tx: Tx,
  { version, actor, rv }: { readonly version: string; readonly actor: Actor; readonly rv?: number },
): Promise<Claimed> => {
  try {
    const change = await transition(tx, { subject: 'version', id: version, event: 'claim', actor, ...(rv === undefined ? {} : { rv }) })
    return { ...change, leaseUntil: tx.now + LEASE }
  } catch (error) {
    if (error instanceof Problem && error.code === 'state' && error.detail['state'] === 'in-human')
      throw new Problem('taken', { zh: '已经有人领取了这一项', en: 'somebody else has claimed this item' }, error.detail)
    throw error
  }
}

/** Claims the item that is due first among those the reviewer may have; null when there is none. Two who ask at once get two items. */
export const claimNext = async (
  tx: Tx,
  { actor, queue, skip = [] }: { readonly actor: Actor; readonly queue?: string; readonly skip?: readonly string[] },
): Promise<Claimed | null> => {
  const passed: string[] = [...skip]
  for (let n = 0; n < 20; n++) {
    const { rows } = await sql<{ id: string }>`
      select v.id from version v join program p on p.id = v.program
      where v.state = 'awaiting-human' and ${scoped(actor)}
        and ${queue === undefined ? sql`true` : sql`exists (select 1 from queue_item i where i.version = v.id and i.queue = ${queue})`}
        and ${passed.length === 0 ? sql`true` : sql`v.id not in (${sql.join(passed.map((id) => sql`${id}::uuid`))})`}
      order by case when v.expedited_at is null then 1 else 0 end, coalesce(v.due_at, 0), v.id
      limit 1 for update of v skip locked`.execute(tx.db)
    const id = rows[0]?.id
    if (id === undefined) return null
    try {
      return await claim(tx, { version: id, actor })
    } catch (error) {
      // Their own, or a relation's: the next one.
      if (!(error instanceof Problem && error.code === 'guard')) throw error
      passed.push(id)
    }
  }
  return null
}

/** A sign of life: the lease runs on from now. Refused when it has run out or is somebody else's. */
export const renewLease = async (tx: Tx, { version, actor }: { readonly version: string; readonly actor: Actor }): Promise<Moment> => {
  await lockRow(tx, 'version', version)
  const until = tx.now + LEASE
  const row = await tx.db
    .updateTable('lease')
    .set({ until })
    .where('version', '=', version)
    .where('ended_at', 'is', null)
    .where('account', '=', actor.id)
    .where('until', '>', tx.now)
    .returning('id')
    .executeTakeFirst()
  if (!row) throw new Problem('taken', { zh: '领取已过期，或者由别人领取', en: 'your lease has run out, or somebody else holds it' })
  await moveTimer(tx, 'version', version, 'lease-end', until)
  return until
}

/** Gives an item back. */
export const release = (
  tx: Tx,
  { version, actor, rv }: { readonly version: string; readonly actor: Actor; readonly rv?: number },
): Promise<Change> => transition(tx, { subject: 'version', id: version, event: 'release', actor, ...(rv === undefined ? {} : { rv }) })

/** Opens a reason for which a version is seen by a person; several may be open at once, each once. */
export const openReason = async (
  tx: Tx,
  { version, reason, zh, en }: { readonly version: string; readonly reason: string; readonly zh: string; readonly en: string },
): Promise<void> => {
  await tx.db
    .insertInto('review_reason')
    .values({ id: tx.id(), version, reason, text_zh: zh, text_en: en, opened_at: tx.now })
    .onConflict((same) => same.columns(['version', 'reason']).where('closed_at', 'is', null).doNothing())
    .execute()
}
/** Closes all of a version's reasons: somebody has decided. */
export const closeReasons = async (tx: Tx, version: string): Promise<void> => {
  await tx.db
    .updateTable('review_reason')
    .set({ closed_at: tx.now })
    .where('version', '=', version)
    .where('closed_at', 'is', null)
    .execute()
}
export const reasonsOf = (store: Store, version: string) =>
  store.db.selectFrom('review_reason').selectAll().where('version', '=', version).orderBy('opened_at').execute()

/** Puts a version into queues, and takes it out of the others. */
export const route = async (tx: Tx, version: string, queues: readonly string[]): Promise<void> => {
  await tx.db.deleteFrom('queue_item').where('version', '=', version).execute()
  if (queues.length > 0)
    await tx.db
      .insertInto('queue_item')
      .values(queues.map((queue) => ({ queue, version })))
      .onConflict((same) => same.doNothing())
      .execute()
}

/** How many wait, and how long the last fifty took: the numbers that everybody may see. */
export const queueNumbers = async (store: Store) => {
  const { rows } = await sql<{ waiting: number; reviewing: number; oldest: Moment | null; medianMs: number | null }>`
    select (select count(*)::integer from version where state = 'awaiting-human') "waiting",
      (select count(*)::integer from version where state in ('in-human', 'held')) "reviewing",
      (select min(submitted_at) from version where state = 'awaiting-human') "oldest",
      (select round(percentile_cont(0.5) within group (order by t.ms))::bigint from (
        select d.created_at - v.submitted_at ms from decision d join version v on v.id = d.version
        where d.action in ('approve', 'refuse') and d.actor is not null and v.submitted_at is not null order by d.created_at desc limit 50) t) "medianMs"`.execute(
    store.db,
  )
  return rows[0]!
}

/** The version's place in the queue, from one; null when it does not wait for a person. */
export const queuePosition = async (store: Store, version: string): Promise<number | null> => {
  const { rows } = await sql<{ place: number }>`
    select (select count(*)::integer from version w where w.state = 'awaiting-human'
      and (case when w.expedited_at is null then 1 else 0 end, coalesce(w.due_at, 0), w.id) <= (case when v.expedited_at is null then 1 else 0 end, coalesce(v.due_at, 0), v.id)) place
    from version v where v.id = ${version} and v.state = 'awaiting-human'`.execute(store.db)
  return rows[0]?.place ?? null
}

/** For the platform's own hand-overs. */
export const handOver = (tx: Tx, version: string, because: string): Promise<Change> =>
  transition(tx, { subject: 'version', id: version, event: 'hand-over', actor: SYSTEM, payload: { because } })
