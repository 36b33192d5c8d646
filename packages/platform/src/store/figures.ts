/** How things stand, in numbers: for the page of operation and for whoever collects metrics. */
import { sql } from 'kysely'
import type { Moment } from '../domain/words.ts'
import { healthy } from './db.ts'
import type { Store } from './store.ts'

const SETTLED = ['live', 'retired', 'rejected', 'withdrawn', 'superseded', 'refused-intake', 'pulled']

export const figures = async (store: Store) => {
  const now = store.clock.now()
  const states = await sql<{ state: string; count: number }>`
    select state, count(*)::integer count from version where state <> all (${SETTLED}) group by state order by state`.execute(store.db)
  const outbox = await sql<{ kind: string; waiting: number; dead: number; oldest: Moment | null }>`
    select kind, count(*) filter (where done_at is null and dead_at is null)::integer waiting, count(*) filter (where dead_at is not null)::integer dead,
      min(created_at) filter (where done_at is null and dead_at is null) oldest
    from outbox where done_at is null group by kind order by kind`.execute(store.db)
  const timers = await sql<{ waiting: number; overdue: number }>`
    select count(*)::integer waiting, count(*) filter (where fire_at < ${now - 120_000})::integer overdue
    from timer where fired_at is null and ended_at is null`.execute(store.db)
  const late = await sql<{ count: number }>`
    select count(*)::integer count from version where state in ('awaiting-human', 'in-human', 'held') and due_at < ${now}`.execute(store.db)
  return { states: states.rows, outbox: outbox.rows, timers: timers.rows[0]!, overdue: late.rows[0]!.count }
}

/** Whether the database answers, within a moment. */
export const databaseLives = async (store: Store): Promise<boolean> => {
  const late = new Promise<boolean>((done) => setTimeout(() => done(false), 3000).unref())
  return Promise.race([healthy(store.db), late])
}
