/** Developers' own servers that are told what becomes of their programs. */
import { sql } from 'kysely'
import type { Actor } from '../domain/words.ts'
import { enqueue } from './outbox.ts'
import { notFound, Problem } from './problem.ts'
import type { Store, Tx } from './store.ts'

const MOST = 5
/** Asks that an address be told of a program's events; the secret signs each call. */
export const addWebhook = async (
  tx: Tx,
  {
    program,
    url,
    secretSealed,
    events = [],
    actor,
  }: {
    readonly program: string
    readonly url: string
    readonly secretSealed: Buffer
    readonly events?: readonly string[]
    readonly actor: Actor
  },
): Promise<string> => {
  const { count } = await tx.db
    .selectFrom('webhook')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('program', '=', program)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (Number(count) >= MOST)
    throw new Problem('guard', { zh: `每个小程序最多 ${MOST} 个通知地址`, en: `a program has at most ${MOST} addresses` })
  const id = tx.id()
  await tx.db
    .insertInto('webhook')
    .values({ id, program, url, secret_sealed: secretSealed, events: [...events], made_by: actor.id!, created_at: tx.now })
    .execute()
  tx.log({ type: 'webhook.added', actor, subject: 'program', subjectId: program, payload: { webhook: id } })
  return id
}
export const endWebhook = async (
  tx: Tx,
  {
    program,
    webhook,
    actor,
    reason = 'asked',
  }: { readonly program: string; readonly webhook: string; readonly actor: Actor; readonly reason?: string },
): Promise<void> => {
  const row = await tx.db
    .updateTable('webhook')
    .set({ ended_at: tx.now, end_reason: reason })
    .where('id', '=', webhook)
    .where('program', '=', program)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!row) throw notFound()
  tx.log({ type: 'webhook.ended', actor, subject: 'program', subjectId: program, payload: { webhook, reason } })
}
/** Another secret from now on; the one before signs nothing any more. */
export const rotateWebhook = async (
  tx: Tx,
  {
    program,
    webhook,
    secretSealed,
    actor,
  }: { readonly program: string; readonly webhook: string; readonly secretSealed: Buffer; readonly actor: Actor },
): Promise<void> => {
  const row = await tx.db
    .updateTable('webhook')
    .set({ secret_sealed: secretSealed })
    .where('id', '=', webhook)
    .where('program', '=', program)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!row) throw notFound()
  tx.log({ type: 'webhook.rotated', actor, subject: 'program', subjectId: program, payload: { webhook } })
}
/** Calls once more what did not arrive, at once; what arrived is not called again. */
export const retryCall = async (
  tx: Tx,
  { program, webhook, call, actor }: { readonly program: string; readonly webhook: string; readonly call: string; readonly actor: Actor },
): Promise<void> => {
  const row = await tx.db
    .selectFrom('webhook_call as c')
    .innerJoin('webhook as w', 'w.id', 'c.webhook')
    .select(['c.event', 'c.done_at'])
    .where('c.id', '=', call)
    .where('w.id', '=', webhook)
    .where('w.program', '=', program)
    .where('w.ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  if (row.done_at !== null) throw new Problem('state', { zh: '这次通知已经送达', en: 'this call has arrived' })
  // Its own turn, whenever that would have come, is taken by this one.
  await sql`update outbox set done_at = ${tx.now} where kind = 'webhook' and done_at is null
    and content->>'webhook' = ${webhook} and (content->>'event')::bigint = ${row.event}`.execute(tx.db)
  await enqueue(tx, 'webhook', { webhook, event: row.event })
  tx.log({ type: 'webhook.retried', actor, subject: 'program', subjectId: program, payload: { webhook, call } })
}
export const webhooksOf = (store: Store, program: string) =>
  store.db
    .selectFrom('webhook')
    .select(['id', 'url', 'events', 'created_at', 'failures'])
    .where('program', '=', program)
    .where('ended_at', 'is', null)
    .orderBy('created_at')
    .execute()
/** The last calls of a webhook, the newest first. */
export const callsOf = (store: Store, webhook: string, limit = 30) =>
  store.db
    .selectFrom('webhook_call')
    .select(['id', 'payload', 'status', 'error', 'attempts', 'created_at', 'done_at'])
    .where('webhook', '=', webhook)
    .orderBy('created_at', 'desc')
    .limit(Math.min(limit, 100))
    .execute()

export interface Call {
  readonly id: string
  readonly program: string
  readonly webhook: string
  readonly url: string
  readonly secretSealed: Buffer
  readonly payload: Readonly<Record<string, unknown>>
}
/** What is to be called, written down the first time; null when nobody wants it any more, or it was done. */
export const callOf = (store: Store, webhook: string, event: number): Promise<Call | null> =>
  store.run(async (tx) => {
    const hook = await tx.db.selectFrom('webhook').selectAll().where('id', '=', webhook).where('ended_at', 'is', null).executeTakeFirst()
    const row = await tx.db.selectFrom('event').selectAll().where('id', '=', event).executeTakeFirst()
    // What reviewers recommend to each other is the house’s own matter.
    if (!hook || !row || row.type === 'recommend' || (hook.events.length > 0 && !hook.events.includes(`${row.subject}.${row.type}`)))
      return null
    const version =
      row.subject === 'version'
        ? await tx.db.selectFrom('version').select(['id', 'label', 'sha256']).where('id', '=', row.subject_id).executeTakeFirst()
        : undefined
    const { appid } = await tx.db.selectFrom('program').select('appid').where('id', '=', hook.program).executeTakeFirstOrThrow()
    const payload = {
      format: 'menshen-event/1',
      id: `${webhook}:${event}`,
      event: `${row.subject}.${row.type}`,
      state: row.state,
      at: new Date(row.at).toISOString(),
      program: { id: hook.program, appid },
      ...(version ? { version: { id: version.id, label: version.label, sha256: version.sha256 } } : {}),
    }
    await tx.db
      .insertInto('webhook_call')
      .values({ id: tx.id(), webhook, event, payload: JSON.stringify(payload), created_at: tx.now })
      .onConflict((same) => same.columns(['webhook', 'event']).doNothing())
      .execute()
    const call = await tx.db
      .selectFrom('webhook_call')
      .select(['id', 'done_at'])
      .where('webhook', '=', webhook)
      .where('event', '=', event)
      .executeTakeFirstOrThrow()
    return call.done_at !== null
      ? null
      : { id: call.id, program: hook.program, webhook, url: hook.url, secretSealed: hook.secret_sealed, payload }
  })
/** How a call went; an address that fails again and again is not called any more. Returns whether it was given up. */
export const callEnded = (
  store: Store,
  call: Call,
  { status, error }: { readonly status: number | null; readonly error: string | null },
): Promise<boolean> =>
  store.run(async (tx) => {
    const ok = status !== null && status >= 200 && status < 300
    await sql`update webhook_call set status = ${status}, error = ${error?.slice(0, 300) ?? null}, attempts = attempts + 1, done_at = ${ok ? tx.now : null} where id = ${call.id}`.execute(
      tx.db,
    )
    const { rows } = await sql<{
      failures: number
    }>`update webhook set failures = ${ok ? sql`0` : sql`failures + 1`} where id = ${call.webhook} returning failures`.execute(tx.db)
    if (ok || (rows[0]?.failures ?? 0) < 100) return false
    await endWebhook(tx, {
      program: call.program,
      webhook: call.webhook,
      actor: { id: null, role: 'system', entity: null },
      reason: 'failed',
    })
    return true
  })
