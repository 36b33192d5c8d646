/** What one person proposes and another confirms: editions of the terms, and settings of the review. One open for each name. */
import type { Actor, Moment, Text } from '../domain/words.ts'
import { publishTerms } from './accounts.ts'
import { constraintOf } from './db.ts'
import { notFound, Problem } from './problem.ts'
import { setSetting } from './settings.ts'
import type { Store, Tx } from './store.ts'

export type ProposalKind = 'terms' | 'setting'
export interface Proposal {
  readonly id: string
  readonly name: string
  readonly content: unknown
  readonly why: Text
  readonly proposedBy: string
  readonly by: string
  readonly at: Moment
}
export interface TermsContent {
  readonly zh: string
  readonly en: string
  readonly from: Moment
}
const taken = (): Problem =>
  new Problem('taken', { zh: '已有一项待确认的变更，请先确认或取消它', en: 'a change waits to be confirmed: settle it first' })

/** What waits to be confirmed. */
export const openChanges = async (store: Store, kind: ProposalKind): Promise<readonly Proposal[]> => {
  const rows = await store.db
    .selectFrom('proposal as p')
    .innerJoin('account as a', 'a.id', 'p.proposed_by')
    .select(['p.id', 'p.name', 'p.content', 'p.why_zh', 'p.why_en', 'p.proposed_by', 'p.proposed_at', 'a.display_name'])
    .where('p.kind', '=', kind)
    .where('p.settled_at', 'is', null)
    .orderBy('p.proposed_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    content: row.content,
    why: { zh: row.why_zh, en: row.why_en },
    proposedBy: row.proposed_by,
    by: row.display_name,
    at: Number(row.proposed_at),
  }))
}
/** Proposes; nothing changes before another person has agreed. */
export const propose = async (
  tx: Tx,
  {
    kind,
    name,
    content,
    why,
    actor,
  }: { readonly kind: ProposalKind; readonly name: string; readonly content: unknown; readonly why: Text; readonly actor: Actor },
): Promise<string> => {
  const id = tx.id()
  try {
    await tx.db
      .insertInto('proposal')
      .values({
        id,
        kind,
        name,
        content: JSON.stringify(content),
        why_zh: why.zh,
        why_en: why.en,
        proposed_by: actor.id!,
        proposed_at: tx.now,
      })
      .execute()
  } catch (error) {
    if (constraintOf(error) === 'proposal_open') throw taken()
    throw error
  }
  tx.log({ type: `${kind}.proposed`, actor, payload: { name, proposal: id, reason: { ...why } } })
  return id
}
/** Agrees, as somebody else than who proposed it, and does it; or drops it, as anybody who may. */
export const settle = async (
  tx: Tx,
  {
    kind,
    name,
    proposal,
    agree,
    actor,
  }: { readonly kind: ProposalKind; readonly name: string; readonly proposal: string; readonly agree: boolean; readonly actor: Actor },
): Promise<void> => {
  const row = await tx.db
    .selectFrom('proposal')
    .selectAll()
    .where('id', '=', proposal)
    .where('kind', '=', kind)
    .where('name', '=', name)
    .where('settled_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  if (agree && row.proposed_by === actor.id)
    throw new Problem('guard', { zh: '需要另一个人来确认', en: 'another person has to confirm this' }, { guard: 'second-person' })
  await tx.db.updateTable('proposal').set({ settled_by: actor.id, settled_at: tx.now, agreed: agree }).where('id', '=', proposal).execute()
  tx.log({ type: `${kind}.${agree ? 'confirmed' : 'dropped'}`, actor, payload: { name, proposal } })
  if (!agree) return
  if (kind === 'setting') return setSetting(tx, actor, name, row.content)
  const { zh, en, from } = row.content as unknown as TermsContent
  const version = Number(name)
  await demandNextEdition(tx, version)
  // Never in force before both have agreed.
  await publishTerms(tx, actor, { version, zh, en, from: Math.max(tx.now, from) })
}

/** Editions of the terms, the newest first. */
export const termsEditions = (from: Pick<Tx, 'db'> | Pick<Store, 'db'>) =>
  (from.db as Store['db'])
    .selectFrom('terms')
    .select(['version', 'sha256', 'in_force_from'])
    .orderBy('version', 'desc')
    .limit(100)
    .execute()
/** Editions follow each other without a gap: an edition that is there never changes. */
export const demandNextEdition = async (tx: Tx, edition: number): Promise<void> => {
  const last = (await termsEditions(tx))[0]?.version ?? 0
  if (edition !== last + 1)
    throw new Problem(
      'stale',
      { zh: `已有第 ${last} 版，下一版是第 ${last + 1} 版`, en: `edition ${last} is there: the next one is ${last + 1}` },
      { rv: last },
    )
}
