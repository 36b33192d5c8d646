/** What keeps the place in order: found by age and by what nobody needs any more, never by a stranger's word. */
import { sql } from 'kysely'
import { DAY, SYSTEM } from '../domain/words.ts'
import type { Secrets } from './secrets.ts'
import type { Store, Tx } from './store.ts'

/** All tokens of an account end. */
export const endApiTokens = async (tx: Tx, account: string): Promise<void> => {
  await tx.db.updateTable('api_token').set({ ended_at: tx.now }).where('account', '=', account).where('ended_at', 'is', null).execute()
}
/** Programs that an account owns and that are not closed. */
export const openProgramsOf = async (store: Store, account: string): Promise<readonly string[]> =>
  (await store.db.selectFrom('program').select('id').where('owner', '=', account).where('state', '<>', 'terminated').execute()).map(
    ({ id }) => id,
  )

/** Accounts in use that nobody has signed in to for eleven months. */
export const unusedAccounts = async (store: Store, most = 20): Promise<readonly string[]> =>
  (
    await store.db
      .selectFrom('account')
      .select('id')
      .where('state', '=', 'active')
      .where('last_seen_at', '<', store.clock.now() - 334 * DAY)
      .orderBy('last_seen_at')
      .limit(most)
      .execute()
  ).map(({ id }) => id)

/** Accounts whose address is free again and that still hold who they were. */
export const accountsToErase = async (store: Store, most = 20): Promise<readonly string[]> =>
  (
    await store.db
      .selectFrom('account')
      .select('id')
      .where('state', '=', 'freed')
      .where('email', 'like', '%@%')
      .orderBy('entered_at')
      .limit(most)
      .execute()
  ).map(({ id }) => id)

/** Files of an account that is to be erased, as they lie: what it put, and papers of its entity that lie open and that nobody else has. */
export const papersToErase = async (store: Store, account: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ sha256: string }>`
    select h.stored sha256 from held_file h join account a on a.id = h.account
    where a.id = ${account} and a.state = 'freed' and h.stored is not null
    union
    select d.sha256 from account a join document d on d.entity = a.entity join blob b on b.sha256 = d.sha256
    where a.id = ${account} and a.state = 'freed'
      and not exists (select 1 from account b where b.entity = a.entity and b.id <> a.id and b.state <> 'freed')
      and not exists (select 1 from document o where o.sha256 = d.sha256 and o.entity <> d.entity)
      and not exists (select 1 from held_file h where h.sha256 = d.sha256 and h.stored is null and h.account <> a.id)
      and not exists (select 1 from file_index f where f.sha256 = d.sha256)
      and not exists (select 1 from listing l where l.content::text like '%' || d.sha256 || '%')
      and not exists (select 1 from version v where v.sha256 = d.sha256)`.execute(store.db)
  return rows.map(({ sha256 }) => sha256)
}

/**
 * Erases who an account was: its key and, when nobody else is of it, its entity's; address, name and password; mails.
 * Decisions and the log stay: they hold no person.
 */
export const eraseAccount = async (tx: Tx, secrets: Secrets, id: string): Promise<void> => {
  const row = await tx.db.selectFrom('account').select(['entity', 'state']).where('id', '=', id).forUpdate().executeTakeFirst()
  if (row?.state !== 'freed') return
  await secrets.erase(tx, `account:${id}`, SYSTEM)
  if (row.entity !== null) {
    const others = await tx.db
      .selectFrom('account')
      .select('id')
      .where('entity', '=', row.entity)
      .where('id', '<>', id)
      .where('state', '<>', 'freed')
      .executeTakeFirst()
    if (!others) {
      await secrets.erase(tx, `entity:${row.entity}`, SYSTEM)
      // The name of a firm is public; that of a person is theirs.
      await sql`update entity set legal_name = case when kind = 'person' then '' else legal_name end, number_key = null, number_sealed = null,
        guardian_sealed = null, representative_sealed = null where id = ${row.entity}`.execute(tx.db)
    }
  }
  await sql`update account set email = 'erased', email_key = ${`erased:${id}`}, display_name = '', password_hash = null, contact_sealed = null where id = ${id}`.execute(
    tx.db,
  )
  await tx.db.updateTable('mail').set({ to_address: null, body: '', subject: '' }).where('account', '=', id).execute()
  // Their sealed bytes were taken away before; no row names them any more.
  const held = await tx.db.deleteFrom('held_file').where('account', '=', id).returning('stored').execute()
  const stored = held.flatMap((file) => (file.stored === null ? [] : [file.stored]))
  if (stored.length > 0) await tx.db.deleteFrom('blob').where('sha256', 'in', stored).execute()
  await tx.db.deleteFrom('second_factor').where('account', '=', id).execute()
  tx.log({ type: 'account.erased', actor: SYSTEM, subject: 'account', subjectId: id, payload: null })
}

/**
 * Blobs that no row names any more, older than a moment: uploads that came to nothing, files of refused packages.
 * The rows go here; whoever asked takes the bytes away.
 */
export const takeUnowned = async (store: Store, before: number, most = 200): Promise<readonly string[]> =>
  store.run(async (tx) => {
    const { rows } = await sql<{ sha256: string }>`
      delete from blob b where b.sha256 in (
        select c.sha256 from blob c where c.created_at < ${before}
          and not exists (select 1 from version v where v.sha256 = c.sha256)
          and not exists (select 1 from file_index f where f.sha256 = c.sha256)
          and not exists (select 1 from document d where d.sha256 = c.sha256
            and not exists (select 1 from held_file s where s.account = d.uploaded_by and s.sha256 = d.sha256 and s.stored is not null))
          and not exists (select 1 from evidence e where e.sha256 = c.sha256)
          and not exists (select 1 from held_file h where h.stored = c.sha256)
          and not exists (select 1 from held_file h where h.sha256 = c.sha256 and h.stored is null)
          and not exists (select 1 from check_run r where r.result_sha256 = c.sha256)
          -- The paper of a place nearby lies sealed; its open bytes, from before, are nobody's.
          and not exists (select 1 from listing l where (l.content - 'nearby')::text like '%' || c.sha256 || '%' or (l.content::text like '%' || c.sha256 || '%'
            and not exists (select 1 from held_file s where s.sha256 = c.sha256 and s.stored is not null)))
          and not exists (select 1 from decision n where n.content::text like '%' || c.sha256 || '%')
        order by c.created_at limit ${most} for update skip locked)
      returning b.sha256`.execute(tx.db)
    if (rows.length > 0) tx.log({ type: 'blobs.removed', actor: SYSTEM, payload: { count: rows.length } })
    return rows.map(({ sha256 }) => sha256)
  })
/** Whether a blob has a row again: somebody put the same bytes while they were being taken away. */
export const isOwned = async (store: Store, sha256: string): Promise<boolean> =>
  (await store.db.selectFrom('blob').select('sha256').where('sha256', '=', sha256).executeTakeFirst()) !== undefined

/** Tokens, sessions and idempotent answers that are over for a while. */
export const forgetOver = async (store: Store, before: number): Promise<void> => {
  await store.db.deleteFrom('mail_token').where('expires_at', '<', before).execute()
  await store.db.deleteFrom('session').where('expires_at', '<', before).execute()
  await store.db.deleteFrom('idempotency').where('at', '<', before).execute()
}
/** Versions with somebody waiting and no open reason that says why: told so. */
export const withoutReason = async (store: Store, most = 50): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select v.id from version v where v.state = 'awaiting-human' and not exists (select 1 from review_reason r where r.version = v.id and r.closed_at is null) limit ${most}`.execute(
    store.db,
  )
  return rows.map(({ id }) => id)
}

/** What should not be left over: given up in the outbox, timers that nobody fired, reviews that stand still. */
export const leftOver = async (store: Store) => {
  const now = store.clock.now()
  const dead = await sql<{
    kind: string
    count: number
  }>`select kind, count(*)::integer "count" from outbox where dead_at is not null group by kind order by kind`.execute(store.db)
  const rest = await sql<{ overdue: number; stuck: number }>`
    select (select count(*)::integer from timer where fired_at is null and ended_at is null and fire_at < ${now - 300_000}) "overdue",
      (select count(*)::integer from version v where v.state in ('quarantined', 'in-auto', 'auto-ok') and v.entered_at < ${now - 3_600_000}
        and not exists (select 1 from check_run c where c.version = v.id and c.state in ('queued', 'running'))) "stuck"`.execute(store.db)
  return { dead: dead.rows, ...rest.rows[0]! }
}
