/** What an account says of itself, and what it put: name, language, password, sessions and tokens to look at, files of its own. */
import type { Actor } from '../domain/words.ts'
import { enqueue } from './outbox.ts'
import { notFound } from './problem.ts'
import type { Store, Tx } from './store.ts'
import { lockRow } from './transition.ts'

/** Mail to an account beside what transitions send; whoever makes it makes its token too. */
export const mailTo = async (tx: Tx, account: string, template: string, more: Readonly<Record<string, string>> = {}): Promise<void> => {
  await enqueue(tx, 'mail', { template, to: 'owner', subject: 'account', id: account, rv: 0, ...more })
}

export const setProfile = async (
  tx: Tx,
  {
    account,
    name,
    lang,
    contact,
    actor,
  }: {
    readonly account: string
    readonly name?: string
    readonly lang?: 'zh' | 'en'
    readonly contact?: Buffer
    readonly actor: Actor
  },
): Promise<void> => {
  await lockRow(tx, 'account', account)
  const set = {
    ...(name === undefined ? {} : { display_name: name }),
    ...(lang === undefined ? {} : { lang }),
    ...(contact === undefined ? {} : { contact_sealed: contact }),
  }
  if (Object.keys(set).length === 0) return
  await tx.db.updateTable('account').set(set).where('id', '=', account).execute()
  tx.log({ type: 'account.profile', actor, subject: 'account', subjectId: account, payload: { fields: Object.keys(set).sort() } })
}
/** A new password ends all sessions and tokens: whoever had the old one is out. */
export const setPassword = async (
  tx: Tx,
  { account, hash, actor }: { readonly account: string; readonly hash: string; readonly actor: Actor },
) => {
  await lockRow(tx, 'account', account)
  await tx.db.updateTable('account').set({ password_hash: hash }).where('id', '=', account).execute()
  await tx.db.updateTable('session').set({ ended_at: tx.now }).where('account', '=', account).where('ended_at', 'is', null).execute()
  await tx.db.updateTable('api_token').set({ ended_at: tx.now }).where('account', '=', account).where('ended_at', 'is', null).execute()
  // Other links that were sent to set one are void with it.
  await tx.db
    .updateTable('mail_token')
    .set({ used_at: tx.now })
    .where('account', '=', account)
    .where('kind', '=', 'reset')
    .where('used_at', 'is', null)
    .execute()
  await mailTo(tx, account, 'password-changed')
  tx.log({ type: 'account.password', actor, subject: 'account', subjectId: account, payload: null })
}

/** The newest terms in force that an account has not accepted; null when it has. */
export const termsDue = async (store: Store, account: string): Promise<number | null> => {
  const row = await store.db
    .selectFrom('terms as t')
    .select([
      't.version',
      (eb) =>
        eb
          .exists(
            eb
              .selectFrom('terms_acceptance as a')
              .select('a.version')
              .where('a.account', '=', account)
              .whereRef('a.version', '=', 't.version'),
          )
          .as('accepted'),
    ])
    .where('t.in_force_from', '<=', store.clock.now())
    .orderBy('t.version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && !row.accepted ? row.version : null
}
/** A text of the terms; the one in force when no edition is named. */
export const termsText = (store: Store, edition?: number) => {
  const query = store.db.selectFrom('terms').selectAll()
  return (
    edition === undefined
      ? query.where('in_force_from', '<=', store.clock.now()).orderBy('version', 'desc')
      : query.where('version', '=', edition)
  )
    .limit(1)
    .executeTakeFirst()
}

export const sessionsOf = (store: Store, account: string) =>
  store.db
    .selectFrom('session')
    .select(['id', 'agent', 'created_at', 'seen_at', 'expires_at'])
    .where('account', '=', account)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', store.clock.now())
    .orderBy('seen_at', 'desc')
    .limit(100)
    .execute()
/** A sign of life, written once in a while and not for each request. */
export const sessionSeen = async (store: Store, id: string, before: number): Promise<void> => {
  await store.db.updateTable('session').set({ seen_at: store.clock.now() }).where('id', '=', id).where('seen_at', '<', before).execute()
}
export const sessionAlive = async (store: Store, id: string): Promise<boolean> =>
  (await store.db
    .selectFrom('session')
    .select('id')
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', store.clock.now())
    .executeTakeFirst()) !== undefined

export const tokensOf = (store: Store, account: string) =>
  store.db
    .selectFrom('api_token')
    .select(['id', 'name', 'scopes', 'program', 'created_at', 'expires_at', 'used_at'])
    .where('account', '=', account)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', store.clock.now())
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute()
export const tokenAlive = async (store: Store, id: string): Promise<boolean> =>
  (await store.db
    .selectFrom('api_token')
    .select('id')
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', store.clock.now())
    .executeTakeFirst()) !== undefined
export const tokenUsed = async (store: Store, id: string, before: number): Promise<void> => {
  await store.db
    .updateTable('api_token')
    .set({ used_at: store.clock.now() })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('used_at', 'is', null), eb('used_at', '<', before)]))
    .execute()
}
export const endToken = async (
  tx: Tx,
  { account, token, actor }: { readonly account: string; readonly token: string; readonly actor: Actor },
) => {
  const row = await tx.db
    .updateTable('api_token')
    .set({ ended_at: tx.now })
    .where('id', '=', token)
    .where('account', '=', account)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!row) throw notFound()
  tx.log({ type: 'token.ended', actor, subject: 'account', subjectId: account, payload: { token } })
}
