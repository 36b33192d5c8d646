/** What the workbench reads together: one item's surroundings, and how like cases went. */
import { sql } from 'kysely'
import { IN_FORCE } from '../domain/transitions/decision.ts'
import type { Actor, Moment, Text } from '../domain/words.ts'
import { notFound, Problem } from './problem.ts'
import type { Store, Tx } from './store.ts'
import { type Change, lockRow, transition } from './transition.ts'

/** Whether a reviewer may look at a version at all: it was submitted, and outside reviewers have a queue that it is in. */
export const inReach = async (store: Store, version: string, actor: Actor): Promise<boolean> => {
  const { rows } = await sql<{ ok: boolean }>`
    select v.submitted_at is not null and (${actor.role !== 'outside-reviewer'}
      or exists (select 1 from queue_item i join queue_scope s on s.queue = i.queue where i.version = v.id and s.account = ${actor.id})) ok
    from version v where v.id = ${version}`.execute(store.db)
  return rows[0]?.ok === true
}
export interface Surroundings {
  readonly entity: string
  readonly entityName: string
  readonly entityKind: string
  readonly verified: boolean
  readonly certified: boolean
  readonly holder: string | null
  readonly holderName: string | null
  readonly leaseUntil: Moment | null
  readonly held: {
    readonly id: string
    readonly rv: number
    readonly actor: string | null
    readonly name: string | null
    readonly action: string
    readonly heavy_reasons: readonly Text[]
  } | null
}
/** Who is behind a version, who has it, and what is held about it. */
export const surroundings = async (store: Store, version: string): Promise<Surroundings | null> => {
  const { rows } = await sql<Surroundings>`
    select p.entity, e.legal_name "entityName", e.kind "entityKind", e.verified_at is not null "verified",
      exists (select 1 from certification c where c.entity = e.id and c.state = 'certified') "certified",
      l.account "holder", a.display_name "holderName", l.until "leaseUntil",
      (select jsonb_build_object('id', d.id, 'rv', s.rv, 'actor', d.actor, 'name', w.display_name, 'action', d.action, 'heavy_reasons', d.heavy_reasons)
        from decision d join decision_status s using (id) left join account w on w.id = d.actor where d.version = v.id and s.state = 'held' limit 1) "held"
    from version v join program p on p.id = v.program join entity e on e.id = p.entity
    left join lease l on l.version = v.id and l.ended_at is null left join account a on a.id = l.account
    where v.id = ${version}`.execute(store.db)
  return rows[0] ?? null
}
/** The lease of whoever acts; refused when it is somebody else's, or over. */
export const demandLease = async (tx: Tx, version: string, actor: Actor): Promise<Moment> => {
  const row = await tx.db
    .selectFrom('lease')
    .select('until')
    .where('version', '=', version)
    .where('account', '=', actor.id)
    .where('ended_at', 'is', null)
    .where('until', '>', tx.now)
    .executeTakeFirst()
  if (!row) throw new Problem('taken', { zh: '请先领取这一项', en: 'claim this item first' }, { guard: 'leased' })
  return row.until
}
/** Hands an item to another reviewer: the version stays with a person, and the lease becomes theirs. */
export const handTo = async (
  tx: Tx,
  { version, actor, to, rv }: { readonly version: string; readonly actor: Actor; readonly to: string; readonly rv: number },
): Promise<Change> => {
  const { rows } = await sql<{ role: Actor['role']; entity: string | null }>`
    select g.role, a.entity from role_grant g join account a on a.id = g.account
    where g.account = ${to} and g.role in ('reviewer', 'senior-reviewer', 'outside-reviewer') and g.confirmed_at is not null and g.ended_at is null
    order by case g.role when 'senior-reviewer' then 0 when 'reviewer' then 1 else 2 end limit 1`.execute(tx.db)
  const next = rows[0]
  if (!next || to === actor.id) throw notFound()
  await transition(tx, { subject: 'version', id: version, event: 'release', actor, rv, payload: { to } })
  // By the same conditions as if they had claimed it: not their own, within their scope.
  return transition(tx, {
    subject: 'version',
    id: version,
    event: 'claim',
    actor: { id: to, role: next.role, entity: next.entity },
    payload: { from: actor.id },
  })
}

/** People to whom an item can be handed. */
export const reviewersNow = async (store: Store) => {
  const { rows } = await sql<{ account: string; name: string; role: string; holds: number }>`
    select distinct on (a.id) a.id account, a.display_name "name", g.role,
      (select count(*)::integer from lease l where l.account = a.id and l.ended_at is null and l.until > ${store.clock.now()}) holds
    from role_grant g join account a on a.id = g.account
    where g.role in ('reviewer', 'senior-reviewer', 'outside-reviewer') and g.confirmed_at is not null and g.ended_at is null
    order by a.id, case g.role when 'senior-reviewer' then 0 when 'reviewer' then 1 else 2 end limit 500`.execute(store.db)
  return rows
}
export const displayNames = async (store: Store, accounts: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> => {
  const ids = [...new Set(accounts.filter((one): one is string => one !== null))]
  if (ids.length === 0) return new Map()
  const rows = await store.db.selectFrom('account').select(['id', 'display_name']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, display_name }) => [id, display_name]))
}

/** How like cases went: decisions in force, and those taken back, by the clauses that they cite. */
export const clauseRecords = async (store: Store, clauses: readonly string[]) => {
  if (clauses.length === 0) return []
  const { rows } = await sql<{ clause: string; decisions: number; reversed: number }>`
    select c.clause, count(*)::integer decisions, count(*) filter (where s.state in ('reversed', 'overridden'))::integer reversed
    from decision_clause c join decision_status s on s.id = c.decision
    where c.clause in (${sql.join([...clauses])}) and s.state in (${sql.join([...IN_FORCE, 'reversed', 'overridden'])})
    group by c.clause order by c.clause`.execute(store.db)
  return rows
}
/** Fingerprints that earlier refusals of this program cited, in force now: to approve what still has them is to deviate. */
export const citedBefore = async (store: Store, version: string): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ fingerprint: string }>`
    select distinct f.fingerprint from version v join version o on o.program = v.program and o.id <> v.id
    join decision d on d.version = o.id and d.action = 'refuse' join decision_status s on s.id = d.id and s.state in (${sql.join([...IN_FORCE])}),
    lateral jsonb_array_elements(d.content->'grounds') g, lateral jsonb_array_elements_text(g->'findings') f(fingerprint)
    where v.id = ${version}`.execute(store.db)
  return new Set(rows.map(({ fingerprint }) => fingerprint))
}

export interface Recommendation {
  readonly account: string
  readonly action: string
  readonly content: { readonly words?: Text; readonly grounds?: readonly unknown[] }
  readonly at: Moment
  readonly name: string
}
export const recommendationsOf = async (store: Store, version: string): Promise<readonly Recommendation[]> =>
  (await store.db
    .selectFrom('recommendation as r')
    .innerJoin('account as a', 'a.id', 'r.account')
    .select(['r.account', 'r.action', 'r.content', 'r.at', 'a.display_name as name'])
    .where('r.version', '=', version)
    .orderBy('r.at')
    .execute()) as readonly Recommendation[]
/** What an outside reviewer recommends; it decides nothing, and the item goes back to the queue. */
export const recommend = async (
  tx: Tx,
  {
    version,
    actor,
    rv,
    sha256,
    action,
    words,
    grounds,
  }: {
    readonly version: string
    readonly actor: Actor
    readonly rv: number
    readonly sha256: string
    readonly action: string
    readonly words: Text
    readonly grounds: readonly unknown[]
  },
): Promise<Change> => {
  const row = (await lockRow(tx, 'version', version)) as unknown as { readonly sha256: string | null; readonly rv: number }
  if (row.rv === rv && row.sha256 !== sha256)
    throw new Problem('stale', { zh: '建议针对的不是现在这个包', en: 'this is about other bytes' }, { sha256: row.sha256, rv: row.rv })
  const change = await transition(tx, {
    subject: 'version',
    id: version,
    event: 'recommend',
    actor,
    rv,
    payload: { reason: { ...words }, action },
  })
  await tx.db
    .insertInto('recommendation')
    .values({ id: tx.id(), version, account: actor.id!, action, content: JSON.stringify({ words, grounds, sha256 }), at: tx.now })
    .execute()
  // Seen first by those who decide.
  await tx.db
    .insertInto('queue')
    .values({ id: 'recommended', name_zh: '已有建议', name_en: 'With a recommendation', rank: 5 })
    .onConflict((same) => same.doNothing())
    .execute()
  await tx.db
    .insertInto('queue_item')
    .values({ queue: 'recommended', version })
    .onConflict((same) => same.doNothing())
    .execute()
  return change
}

/** Queues with how many wait in them, and how many of those are late. */
export const queueCounts = async (store: Store, actor: Actor) => {
  const now = store.clock.now()
  const { rows } = await sql<{ id: string; name_zh: string; name_en: string; open: number; overdue: number }>`
    select q.id, q.name_zh, q.name_en, count(v.id)::integer open, count(v.id) filter (where v.due_at < ${now})::integer overdue
    from queue q left join queue_item i on i.queue = q.id left join version v on v.id = i.version and v.state in ('awaiting-human', 'in-human')
    where ${actor.role === 'outside-reviewer' ? sql`exists (select 1 from queue_scope s where s.queue = q.id and s.account = ${actor.id})` : sql`true`}
    group by q.id, q.name_zh, q.name_en, q.rank order by q.rank, q.id`.execute(store.db)
  const scope =
    actor.role === 'outside-reviewer'
      ? sql`exists (select 1 from queue_item i join queue_scope s on s.queue = i.queue where i.version = v.id and s.account = ${actor.id})`
      : sql`true`
  const all = await sql<{ waiting: number; held: number; mine: number; overdue: number }>`
    select count(*) filter (where v.state = 'awaiting-human')::integer waiting, count(*) filter (where v.state = 'held')::integer held,
      count(*) filter (where l.account = ${actor.id})::integer mine, count(*) filter (where v.due_at < ${now})::integer overdue
    from version v left join lease l on l.version = v.id and l.ended_at is null
    where v.state in ('awaiting-human', 'in-human', 'held') and ${scope}`.execute(store.db)
  return { queues: rows, ...all.rows[0]! }
}
