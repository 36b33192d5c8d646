/** Processes that work, by their signs of life: what the operator's page and `readyz` show. */
import { sql } from 'kysely'
import { MINUTE } from '../domain/words.ts'
import type { Store } from './store.ts'

export interface WorkerSign {
  readonly id: string
  readonly host: string
  readonly pid: number
  readonly version: string
  readonly slots: number
  readonly busy: number
  /** What it does with mail. */
  readonly mail: 'sends' | 'keeps' | 'waits'
}
/** A sign of life; the first one is the beginning. */
export const signOfLife = async (store: Store, { id, host, pid, version, slots, busy, mail }: WorkerSign): Promise<void> => {
  const now = store.clock.now()
  await store.db
    .insertInto('worker')
    .values({ id, host: host.slice(0, 200), pid, version, slots, busy, mail, started_at: now, seen_at: now })
    .onConflict((same) => same.column('id').doUpdateSet({ seen_at: now, busy }))
    .execute()
}
export const workerStopped = async (store: Store, id: string): Promise<void> => {
  await store.db.updateTable('worker').set({ stopped_at: store.clock.now(), busy: 0 }).where('id', '=', id).execute()
}
/** Workers that gave a sign of life within the last minute. */
export const workersAlive = (store: Store) =>
  store.db
    .selectFrom('worker')
    .selectAll()
    .where('stopped_at', 'is', null)
    .where('seen_at', '>', store.clock.now() - MINUTE)
    .orderBy('started_at')
    .execute()
/** Forgets those that are long gone. */
export const forgetWorkers = async (store: Store, before: number): Promise<void> => {
  await sql`delete from worker where seen_at < ${before}`.execute(store.db)
}

export interface MailStanding {
  /** nobody: no worker is alive · waits: none of them has a server for mail. */
  readonly how: 'sends' | 'keeps' | 'waits' | 'nobody'
  readonly waiting: number
  readonly oldest: number | null
}
/** Whether mail goes out, and what waits to. */
export const mailStanding = async (store: Store): Promise<MailStanding> => {
  const ways = new Set((await workersAlive(store)).map(({ mail }) => mail))
  const { rows } = await sql<{ waiting: number; oldest: number | null }>`
    select count(*)::integer waiting, min(created_at) oldest from outbox where kind = 'mail' and done_at is null and dead_at is null`.execute(
    store.db,
  )
  const how = ways.has('sends') ? 'sends' : ways.has('keeps') ? 'keeps' : ways.size > 0 ? 'waits' : 'nobody'
  const { waiting, oldest } = rows[0]!
  return { how, waiting, oldest: oldest === null ? null : Number(oldest) }
}
