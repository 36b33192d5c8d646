/** What is read and said around the check of entities, papers and certifications. */
import { sql } from 'kysely'
import type { Actor, Text } from '../domain/words.ts'
import { notFound, Problem } from './problem.ts'
import type { Store, Tx } from './store.ts'
import { type Change, lockRow, transition, transitionGiven } from './transition.ts'

export const documentById = (store: Store, id: string) =>
  store.db.selectFrom('document').selectAll().where('id', '=', id).executeTakeFirst()
export const certificationOf = (store: Store, entity: string) =>
  store.db.selectFrom('certification').selectAll().where('entity', '=', entity).executeTakeFirst()
export const certificationById = (store: Store, id: string) =>
  store.db.selectFrom('certification').selectAll().where('id', '=', id).executeTakeFirst()
export const setRepresentative = async (tx: Tx, entity: string, sealed: Buffer): Promise<void> => {
  await tx.db.updateTable('entity').set({ representative_sealed: sealed }).where('id', '=', entity).execute()
}

/** A word between whoever checks an entity and its owner. */
export const addEntityMessage = async (
  tx: Tx,
  { account, by, side, text }: { readonly account: string; readonly by: string; readonly side: 'owner' | 'checker'; readonly text: Text },
): Promise<void> => {
  await tx.db.insertInto('entity_message').values({ id: tx.id(), account, by, side, zh: text.zh, en: text.en, at: tx.now }).execute()
}
export const entityMessages = (store: Store, account: string) =>
  store.db.selectFrom('entity_message').selectAll().where('account', '=', account).orderBy('at').limit(200).execute()

/** Checks an entity: verified, refused or asked about; what is said goes to its owner. */
export const checkEntity = async (
  tx: Tx,
  {
    account,
    event,
    actor,
    rv,
    reason,
  }: {
    readonly account: string
    readonly event: 'verify' | 'refuse' | 'ask' | 'unverify'
    readonly actor: Actor
    readonly rv: number
    readonly reason?: Text
  },
): Promise<Change> => {
  const change = await transition(tx, {
    subject: 'account',
    id: account,
    event,
    actor,
    rv,
    payload: reason ? { reason: { ...reason } } : {},
  })
  if (reason && actor.id !== null) await addEntityMessage(tx, { account, by: actor.id, side: 'checker', text: reason })
  // The papers that it was verified by are checked with it.
  if (event === 'verify') {
    const papers = await tx.db
      .selectFrom('document as d')
      .innerJoin('account as a', 'a.entity', 'd.entity')
      .select('d.id')
      .where('a.id', '=', account)
      .where('d.kind', '=', 'identity')
      .where('d.state', '=', 'uploaded')
      .execute()
    for (const { id } of papers) await transition(tx, { subject: 'document', id, event: 'accept', actor, payload: { with: account } })
  }
  return change
}
/** Checks a paper, and keeps why it was refused. */
export const checkDocument = async (
  tx: Tx,
  {
    id,
    event,
    actor,
    rv,
    reason,
  }: {
    readonly id: string
    readonly event: 'accept' | 'refuse' | 'annul'
    readonly actor: Actor
    readonly rv: number
    readonly reason?: Text
  },
): Promise<Change> => {
  const change = await transition(tx, { subject: 'document', id, event, actor, rv, payload: reason ? { reason: { ...reason } } : {} })
  await tx.db
    .updateTable('document')
    .set({ reason: reason ? JSON.stringify(reason) : null })
    .where('id', '=', id)
    .execute()
  return change
}
/** Refuses a certification or takes one back, and keeps why. */
export const refuseCertification = async (
  tx: Tx,
  {
    id,
    event,
    actor,
    rv,
    reason,
  }: { readonly id: string; readonly event: 'refuse' | 'annul'; readonly actor: Actor; readonly rv: number; readonly reason: Text },
): Promise<Change> => {
  const change = await transition(tx, { subject: 'certification', id, event, actor, rv, payload: { reason: { ...reason } } })
  await tx.db
    .updateTable('certification')
    .set({ reason: JSON.stringify(reason), ...(event === 'annul' ? { until: null, opinion: null } : {}) })
    .where('id', '=', id)
    .execute()
  return change
}
/** Asks an outside house for its opinion: only whoever holds that role, and is of another firm. */
export const askAdviser = async (
  tx: Tx,
  { certification, account, actor }: { readonly certification: string; readonly account: string; readonly actor: Actor },
): Promise<void> => {
  const row = (await lockRow(tx, 'certification', certification)) as unknown as { readonly state: string; readonly entity: string }
  if (row.state !== 'pending') throw new Problem('state', { zh: '这项认证已有结果', en: 'it is decided already' }, { state: row.state })
  const { rows } = await sql<{ entity: string | null; related: boolean }>`
    select a.entity, a.entity is not null and (a.entity = ${row.entity} or exists (select 1 from entity_relation r
      where (r.a = a.entity and r.b = ${row.entity}) or (r.b = a.entity and r.a = ${row.entity}))) related
    from account a join role_grant g on g.account = a.id
    where a.id = ${account} and g.role = 'outside-reviewer' and g.confirmed_at is not null and g.ended_at is null`.execute(tx.db)
  if (!rows[0]) throw notFound()
  if (rows[0].related) throw new Problem('guard', { zh: '不能委托关联主体', en: 'a related entity gives no opinion' }, { guard: 'not-own' })
  await tx.db
    .insertInto('certification_adviser')
    .values({ certification, account, asked_by: actor.id!, at: tx.now })
    .onConflict((same) => same.doNothing())
    .execute()
  tx.log({ type: 'certification.adviser', actor, subject: 'certification', subjectId: certification, payload: { account } })
}
/** The opinion of an outside house; only of whoever was asked. */
export const advise = async (
  tx: Tx,
  {
    certification,
    actor,
    rv,
    favourable,
    says,
  }: { readonly certification: string; readonly actor: Actor; readonly rv: number; readonly favourable: boolean; readonly says: Text },
): Promise<Change> => {
  const asked = await tx.db
    .selectFrom('certification_adviser')
    .select('at')
    .where('certification', '=', certification)
    .where('account', '=', actor.id)
    .executeTakeFirst()
  // What one was not asked about is not there.
  if (!asked) throw notFound()
  await lockRow(tx, 'certification', certification)
  await tx.db
    .updateTable('certification')
    .set({ opinion: JSON.stringify({ by: actor.id, at: tx.now, favourable, says }) })
    .where('id', '=', certification)
    .execute()
  return transitionGiven(
    tx,
    { subject: 'certification', id: certification, event: 'advise', actor, rv, payload: { reason: { ...says }, favourable } },
    { values: { inScope: true } },
  )
}

export interface CertificationCase {
  readonly id: string
  readonly legal_name: string
  readonly entity_kind: string
}
/** Certifications that wait; those on which an adviser was asked, when one is named. The oldest first. */
export const certificationsWaiting = (store: Store, limit: number, adviser?: string, decided = false) => {
  let query = store.db
    .selectFrom('certification as c')
    .innerJoin('entity as e', 'e.id', 'c.entity')
    .selectAll('c')
    .select(['e.legal_name', 'e.kind as entity_kind'])
    .where('c.state', 'in', decided ? ['certified', 'refused'] : ['pending'])
    .orderBy('c.entered_at', decided ? 'desc' : 'asc')
    .limit(limit)
  if (adviser !== undefined)
    query = query.where('c.id', 'in', (eb) => eb.selectFrom('certification_adviser').select('certification').where('account', '=', adviser))
  return query.execute()
}
interface PaperFile {
  readonly id: string
  readonly sha256: string
  readonly kind: string
  readonly file_name: string
  readonly state: string
  readonly entity: string
  readonly size: number
  readonly mime: string
}
/** The file of a paper: sealed as it was put, or open, as those of older platforms are. */
const FILE = sql`left join held_file h on h.account = d.uploaded_by and h.sha256 = d.sha256 left join blob b on b.sha256 = d.sha256`
/** Papers by id with what is known of their bytes. */
export const paperFiles = async (store: Store, ids: readonly string[]): Promise<readonly PaperFile[]> => {
  if (ids.length === 0) return []
  const { rows } = await sql<PaperFile>`
    select d.id, d.sha256, d.kind, d.file_name, d.state, d.entity, coalesce(h.size, b.size) "size", coalesce(h.mime, b.mime) mime
    from document d ${FILE} where d.id in (${sql.join([...ids])}) and coalesce(h.size, b.size) is not null`.execute(store.db)
  return rows.map((row) => ({ ...row, size: Number(row.size) }))
}
/** Papers that wait, with whose they are. */
export const documentsWaiting = (store: Store, limit: number, checked = false) =>
  store.db
    .selectFrom('document as d')
    .innerJoin('entity as e', 'e.id', 'd.entity')
    .leftJoin('held_file as h', (join) => join.onRef('h.account', '=', 'd.uploaded_by').onRef('h.sha256', '=', 'd.sha256'))
    .leftJoin('blob as b', 'b.sha256', 'd.sha256')
    .selectAll('d')
    .select((eb) => [
      'e.legal_name',
      eb.fn.coalesce('h.size', 'b.size', sql<number>`0`).as('size'),
      eb.fn.coalesce('h.mime', 'b.mime', sql<string>`'application/octet-stream'`).as('mime'),
    ])
    .where('d.state', 'in', checked ? ['valid', 'expiring', 'refused'] : ['uploaded'])
    .orderBy('d.entered_at', checked ? 'desc' : 'asc')
    .limit(limit)
    .execute()
/** Entities that belong together with one, and why. */
export const relatedEntities = async (store: Store, entity: string) => {
  const { rows } = await sql<{ id: string; legal_name: string; why: string }>`
    select e.id, e.legal_name, r.why from entity_relation r join entity e on e.id = case when r.a = ${entity}::uuid then r.b else r.a end
    where r.a = ${entity}::uuid or r.b = ${entity}::uuid limit 50`.execute(store.db)
  return rows
}
/** That what is sealed or private was looked at: a row of the log, before it is shown. */
export const noteLook = async (
  tx: Tx,
  actor: Actor,
  type: string,
  about: { readonly subject: string; readonly id: string },
): Promise<void> => {
  tx.log({ type, actor, subject: about.subject, subjectId: about.id, payload: null })
}
