/** Mails as they were made: who gets one, what it may say, and what became of it. */
import { sql } from 'kysely'
import type { Text } from '../domain/words.ts'
import type { Store, Tx } from './store.ts'

export interface MailOrder {
  readonly template: string
  readonly to: 'owner' | 'staff' | 'actors'
  readonly subject: string
  readonly id: string
  readonly rv: number
}
export interface Recipient {
  readonly id: string
  readonly email: string
  readonly lang: 'zh' | 'en'
}
export interface MailFacts {
  readonly recipients: readonly Recipient[]
  readonly program: { readonly id: string; readonly name: string } | null
  readonly version: { readonly id: string; readonly label: string } | null
  /** What was said with the event, as it stands in the log. */
  readonly reason: Text | null
}

const people = async (tx: Tx, ids: readonly (string | null | undefined)[]): Promise<readonly Recipient[]> => {
  const wanted = [...new Set(ids.filter((id): id is string => typeof id === 'string'))]
  if (wanted.length === 0) return []
  const rows = await tx.db.selectFrom('account').select(['id', 'email', 'lang', 'state']).where('id', 'in', wanted).execute()
  return rows
    .filter(({ state, email }) => state !== 'freed' && email.includes('@'))
    .map(({ id, email, lang }) => ({ id, email, lang: lang === 'en' ? 'en' : 'zh' }))
}

/** Who a mail goes to and what it is about; read when it is made, so that it says what is true then. */
export const mailFacts = async (tx: Tx, { to, subject, id, rv }: MailOrder): Promise<MailFacts> => {
  const decision =
    subject === 'decision'
      ? await tx.db.selectFrom('decision').select(['version', 'program', 'account']).where('id', '=', id).executeTakeFirst()
      : undefined
  const versionId = subject === 'version' ? id : (decision?.version ?? null)
  const version =
    versionId === null
      ? undefined
      : await tx.db.selectFrom('version').select(['id', 'label', 'program']).where('id', '=', versionId).executeTakeFirst()
  const programId = subject === 'program' ? id : (version?.program ?? decision?.program ?? null)
  const program =
    programId === null
      ? undefined
      : await tx.db.selectFrom('program').select(['id', 'name', 'owner', 'entity']).where('id', '=', programId).executeTakeFirst()
  const entity =
    subject === 'document'
      ? (await tx.db.selectFrom('document').select('entity').where('id', '=', id).executeTakeFirst())?.entity
      : subject === 'certification'
        ? (await tx.db.selectFrom('certification').select('entity').where('id', '=', id).executeTakeFirst())?.entity
        : undefined
  const row =
    rv === 0
      ? undefined
      : await tx.db
          .selectFrom('audit')
          .select('payload')
          .where('subject', '=', subject)
          .where('subject_id', '=', id)
          .where('after_rv', '=', rv)
          .orderBy('seq')
          .limit(1)
          .executeTakeFirst()
  const said = row ? (JSON.parse(row.payload) as { reason?: Partial<Text> }).reason : undefined
  const reason = typeof said?.zh === 'string' && typeof said.en === 'string' ? { zh: said.zh, en: said.en } : null
  let ids: readonly (string | null | undefined)[] = []
  if (to === 'actors') {
    const { rows } = await sql<{
      actor: string
    }>`select distinct actor from audit where subject = ${subject} and subject_id = ${id} and actor is not null
      and role in ('reviewer', 'senior-reviewer', 'outside-reviewer')`.execute(tx.db)
    ids = rows.map(({ actor }) => actor)
  } else if (to === 'owner') {
    if (subject === 'account') ids = [id]
    else if (decision?.account) ids = [decision.account]
    else if (program) {
      const admins = await tx.db
        .selectFrom('membership')
        .select('account')
        .where('program', '=', program.id)
        .where('role', '=', 'program-admin')
        .where('ended_at', 'is', null)
        .execute()
      ids = [program.owner, ...admins.map(({ account }) => account)]
    } else if (entity) ids = (await tx.db.selectFrom('account').select('id').where('entity', '=', entity).execute()).map(({ id }) => id)
  }
  return {
    recipients: await people(tx, ids),
    program: program ? { id: program.id, name: program.name } : null,
    version: version ? { id: version.id, label: version.label } : null,
    reason,
  }
}

export interface MailMade {
  readonly outbox: number
  readonly account: string
  readonly template: string
  readonly lang: 'zh' | 'en'
  readonly to: string
  readonly subject: string
  readonly body: string
  readonly about: string
  readonly aboutId: string
}
/** Writes a mail down, once for each row of the outbox and each person; false when it was made before. */
export const makeMail = async (
  tx: Tx,
  { outbox, account, template, lang, to, subject, body, about, aboutId }: MailMade,
): Promise<boolean> => {
  const row = await tx.db
    .insertInto('mail')
    .values({ id: tx.id(), outbox, account, template, lang, to_address: to, subject, body, about, about_id: aboutId, created_at: tx.now })
    .onConflict((same) => same.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
/** The mails of a row of the outbox that are still to be sent. */
export const mailsToSend = (store: Store, outbox: number) =>
  store.db
    .selectFrom('mail')
    .selectAll()
    .where('outbox', '=', outbox)
    .where('sent_at', 'is', null)
    .where('to_address', 'is not', null)
    .execute()
/** It went out, or is kept here because no server for mail is named. `body`: what is kept of it, without what lets somebody in. */
export const mailSent = async (
  store: Store,
  id: string,
  { kept, body }: { readonly kept: boolean; readonly body: string },
): Promise<void> => {
  await store.db.updateTable('mail').set({ sent_at: store.clock.now(), kept, body, error: null }).where('id', '=', id).execute()
}
export const mailFailed = async (store: Store, id: string, error: string): Promise<void> => {
  await store.db
    .updateTable('mail')
    .set({ error: error.slice(0, 500) })
    .where('id', '=', id)
    .execute()
}
/** Mails, the newest first; to one address when it is named. */
export const mails = (store: Store, { to, limit = 50 }: { readonly to?: string; readonly limit?: number } = {}) => {
  const query = store.db.selectFrom('mail').selectAll().orderBy('created_at', 'desc').orderBy('id', 'desc').limit(Math.min(limit, 200))
  return (to === undefined ? query : query.where('to_address', '=', to)).execute()
}
