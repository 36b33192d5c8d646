/** Entities: the person or firm behind accounts; their papers and certifications. What identifies them is sealed. */
import { type Actor, SYSTEM } from '../domain/words.ts'
import { notFound, Problem } from './problem.ts'
import type { Store, Tx } from './store.ts'
import { type Change, create, lockRow, transition } from './transition.ts'
import { type BlobNote, noteBlob } from './versions.ts'

export interface EntityDetails {
  readonly kind: 'person' | 'company' | 'government' | 'other'
  readonly legalName: string
  /** Sealed, and a keyed hash by which one firm is seen to come twice. */
  readonly numberSealed: Buffer | null
  readonly numberKey: string | null
  readonly seal: string | null
  readonly minor?: boolean
  readonly guardianSealed?: Buffer | null
  readonly guardianConsentAt?: number | null
}
/** Enters or corrects the entity of an account that is not verified yet; entities with the same number are found to belong together. */
export const enterEntity = async (
  tx: Tx,
  { account, details, actor }: { readonly account: string; readonly details: EntityDetails; readonly actor: Actor },
): Promise<string> => {
  const row = (await lockRow(tx, 'account', account)) as unknown as { readonly state: string; readonly entity: string | null }
  if (!['unverified-entity', 'needs-info'].includes(row.state))
    throw new Problem('state', { zh: '现在不能修改主体资料', en: 'entity details cannot be changed now' }, { state: row.state })
  const values = {
    kind: details.kind,
    legal_name: details.legalName,
    number_sealed: details.numberSealed,
    number_key: details.numberKey,
    seal: details.seal,
    minor: details.minor ?? false,
    guardian_sealed: details.guardianSealed ?? null,
    guardian_consent_at: details.guardianConsentAt ?? null,
  }
  const id = row.entity ?? tx.id()
  if (row.entity === null) {
    await tx.db
      .insertInto('entity')
      .values({ id, ...values, created_at: tx.now })
      .execute()
    await tx.db.updateTable('account').set({ entity: id }).where('id', '=', account).execute()
  } else await tx.db.updateTable('entity').set(values).where('id', '=', id).execute()
  tx.log({ type: 'entity.entered', actor, subject: 'account', subjectId: account, payload: { entity: id, kind: details.kind } })
  if (details.numberKey !== null) {
    const same = await tx.db.selectFrom('entity').select('id').where('number_key', '=', details.numberKey).where('id', '<>', id).execute()
    for (const one of same) await relateEntities(tx, { one: id, other: one.id, why: 'same-number', actor: SYSTEM })
  }
  return id
}
/** Writes down that two entities belong together: whoever is of one does not review the other. */
export const relateEntities = async (
  tx: Tx,
  { one, other, why, actor }: { readonly one: string; readonly other: string; readonly why: string; readonly actor: Actor },
): Promise<void> => {
  const [a, b] = one < other ? [one, other] : [other, one]
  await tx.db
    .insertInto('entity_relation')
    .values({ a, b, why, at: tx.now })
    .onConflict((same) => same.doNothing())
    .execute()
  tx.log({ type: 'entity.related', actor, payload: { a, b, why } })
}
export const entityById = (store: Store, id: string) => store.db.selectFrom('entity').selectAll().where('id', '=', id).executeTakeFirst()

export interface DocumentDetails {
  readonly entity: string
  readonly program?: string | null
  readonly kind: string
  readonly serves?: string | null
  /** `stored`: where it lies sealed, under the key of who put it. */
  readonly blob: BlobNote & { readonly stored?: string | null }
  readonly fileName: string
  readonly numberSealed?: Buffer | null
  readonly validFrom?: number | null
  readonly validUntil?: number | null
  readonly actor: Actor
}
/** Uploads a paper; a person checks it. */
export const uploadDocument = async (
  tx: Tx,
  {
    entity,
    program = null,
    kind,
    serves = null,
    blob,
    fileName,
    numberSealed = null,
    validFrom = null,
    validUntil = null,
    actor,
  }: DocumentDetails,
): Promise<string> => {
  if (actor.entity !== entity) throw notFound()
  if ((blob.stored ?? null) === null) await noteBlob(tx, blob)
  const id = tx.id()
  const row = {
    id,
    entity,
    program,
    kind,
    serves,
    sha256: blob.sha256,
    file_name: fileName.slice(0, 200),
    number_sealed: numberSealed,
    valid_from: validFrom,
    valid_until: validUntil,
    uploaded_by: actor.id,
    created_at: tx.now,
  }
  await create(tx, { subject: 'document', event: 'upload', actor, row, payload: { kind, sha256: blob.sha256 } })
  return id
}
export const documentsOf = (store: Store, entity: string) =>
  store.db.selectFrom('document').selectAll().where('entity', '=', entity).orderBy('created_at', 'desc').execute()
/** Papers that wait to be checked, the oldest first. */
export const documentsToCheck = (store: Store, limit = 50) =>
  store.db.selectFrom('document').selectAll().where('state', '=', 'uploaded').orderBy('entered_at').limit(limit).execute()
/** Accounts whose entity waits to be checked, the oldest first. */
export const entitiesToCheck = (store: Store, limit = 50) =>
  store.db
    .selectFrom('account as a')
    .innerJoin('entity as e', 'e.id', 'a.entity')
    .select(['a.id as account', 'a.rv', 'a.entered_at', 'e.id as entity', 'e.kind', 'e.legal_name', 'e.minor'])
    .where('a.state', '=', 'entity-review')
    .orderBy('a.entered_at')
    .limit(limit)
    .execute()

/** Which documents the categories of a listing ask for and the entity does not have in force. */
export const missingDocuments = async (
  store: Store,
  entity: string,
  categories: readonly string[],
): Promise<readonly { readonly category: string; readonly kind: string }[]> => {
  if (categories.length === 0) return []
  const wanted = await store.db
    .selectFrom('category_requirement')
    .selectAll()
    .where('category', 'in', [...categories])
    .execute()
  const have = await store.db
    .selectFrom('document')
    .select('kind')
    .where('entity', '=', entity)
    .where('state', 'in', ['valid', 'expiring'])
    .execute()
  const kinds = new Set(have.map(({ kind }) => kind))
  return wanted
    .filter(({ document_kind }) => !kinds.has(document_kind))
    .map(({ category, document_kind }) => ({ category, kind: document_kind }))
}

/** Applies for certification, or again after a refusal or when it has lapsed. */
export const applyForCertification = async (
  tx: Tx,
  { entity, papers, actor }: { readonly entity: string; readonly papers: readonly string[]; readonly actor: Actor },
): Promise<Change> => {
  const before = await tx.db.selectFrom('certification').select('id').where('entity', '=', entity).forUpdate().executeTakeFirst()
  if (!before)
    return create(tx, {
      subject: 'certification',
      event: 'apply',
      actor,
      row: { id: tx.id(), entity, papers: JSON.stringify(papers), created_at: tx.now } as never,
    })
  await tx.db
    .updateTable('certification')
    .set({ papers: JSON.stringify(papers) })
    .where('id', '=', before.id)
    .execute()
  return transition(tx, { subject: 'certification', id: before.id, event: 'apply', actor })
}
/** Certifies until a moment. */
export const certify = async (
  tx: Tx,
  { id, until, actor, rv }: { readonly id: string; readonly until: number; readonly actor: Actor; readonly rv?: number },
): Promise<Change> => {
  await lockRow(tx, 'certification', id)
  await tx.db.updateTable('certification').set({ until }).where('id', '=', id).execute()
  return transition(tx, { subject: 'certification', id, event: 'certify', actor, payload: { until }, ...(rv === undefined ? {} : { rv }) })
}
