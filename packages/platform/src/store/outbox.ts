/** What a transaction decided to send is a row of it: sent after it is committed, at least once, by any number of workers. */
import { sql } from 'kysely'
import { MINUTE, SECOND } from '../domain/words.ts'
import type { Store, Tx } from './store.ts'

export type OutboxKind = 'mail' | 'job' | 'webhook'
export interface Outgoing {
  readonly id: number
  readonly kind: OutboxKind
  readonly content: Readonly<Record<string, unknown>>
  readonly attempts: number
}
const ATTEMPTS = 12

/** Adds to what is sent when, and only when, the transaction is committed. */
export const enqueue = (tx: Tx, kind: OutboxKind, content: Readonly<Record<string, unknown>>, at = tx.now) =>
  tx.db
    .insertInto('outbox')
    .values({ kind, content: JSON.stringify(content), created_at: tx.now, due_at: at })
    .execute()

/** Takes what is due for a while; whoever dies leaves it to the next. */
export const takeOutgoing = async (
  store: Store,
  kinds: readonly OutboxKind[],
  most = 20,
  forMs = 2 * MINUTE,
): Promise<readonly Outgoing[]> => {
  const now = store.clock.now()
  const { rows } = await sql<Outgoing>`
    update outbox set taken_until = ${now + forMs}, attempts = attempts + 1 where id in (
      select id from outbox where done_at is null and dead_at is null and kind in (${sql.join([...kinds])}) and due_at <= ${now}
        and (taken_until is null or taken_until <= ${now})
      order by due_at, id limit ${most} for update skip locked)
    returning id, kind, content, attempts`.execute(store.db)
  return [...rows].sort((a, b) => a.id - b.id)
}

/** It was sent. */
export const sent = async (store: Store, id: number): Promise<void> => {
  await store.db.updateTable('outbox').set({ done_at: store.clock.now() }).where('id', '=', id).where('done_at', 'is', null).execute()
}

/** It failed: again later, each time after twice as long, until it is given up and kept to be looked at. */
export const unsent = async (store: Store, { id, attempts }: Pick<Outgoing, 'id' | 'attempts'>, error: string): Promise<void> => {
  const now = store.clock.now()
  await store.db
    .updateTable('outbox')
    .set(
      attempts >= ATTEMPTS ? { dead_at: now, error } : { due_at: now + 5 * SECOND * 2 ** Math.min(attempts, 12), taken_until: null, error },
    )
    .where('id', '=', id)
    .execute()
}

/** Forgets what was sent before a moment; what was given up stays. */
export const forgetSent = async (store: Store, before: number): Promise<void> => {
  await store.db.deleteFrom('outbox').where('done_at', '<', before).execute()
}
