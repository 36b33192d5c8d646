/** What the staff's own pages read and do: people and their roles, scopes, proposals of rule modes, the log, the lead's numbers. */
import { sql } from 'kysely'
import type { RuleMode } from '../domain/risk.ts'
import { type Actor, HOUR, type Moment, type Role, type Text } from '../domain/words.ts'
import { endSessions, grantRole } from './accounts.ts'
import { constraintOf } from './db.ts'
import { notFound, Problem } from './problem.ts'
import { setRuleMode } from './settings.ts'
import type { Store, Tx } from './store.ts'

export interface StaffPerson {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly state: string
  readonly roles: readonly string[]
  readonly factor: boolean
  readonly queues: readonly string[]
}
const PERSON = sql`a.id, a.email, a.display_name "name", a.state,
  coalesce((select array_agg(g.role order by g.role) from role_grant g where g.account = a.id and g.confirmed_at is not null and g.ended_at is null), '{}') roles,
  exists (select 1 from second_factor f where f.account = a.id and f.confirmed_at is not null) factor,
  coalesce((select array_agg(s.queue order by s.queue) from queue_scope s where s.account = a.id), '{}') queues`
/** Everybody with a role; with words, the one account whose address it is, too. */
export const staffPeople = async (store: Store, words: string): Promise<readonly StaffPerson[]> => {
  const { rows } = await sql<StaffPerson>`
    select ${PERSON} from account a
    where a.state <> 'freed' and (${words === ''} and exists (select 1 from role_grant g where g.account = a.id and g.ended_at is null)
      or ${words !== ''} and (a.email_key = ${words.normalize('NFKC').trim().toLowerCase()}
        or exists (select 1 from role_grant g where g.account = a.id and g.ended_at is null) and position(lower(${words}) in lower(a.display_name)) > 0))
    order by a.display_name, a.id limit 500`.execute(store.db)
  return rows
}
/** Roles that were proposed and that nobody has confirmed. */
export const openGrants = async (store: Store, id?: string) => {
  const { rows } = await sql<{
    id: string
    account: string
    name: string
    email: string
    role: string
    granted_by: string | null
    by: string | null
    at: Moment
  }>`
    select g.id, g.account, a.display_name "name", a.email, g.role, g.granted_by, w.display_name "by", g.granted_at "at"
    from role_grant g join account a on a.id = g.account left join account w on w.id = g.granted_by
    where g.confirmed_at is null and g.ended_at is null and ${id === undefined ? sql`true` : sql`g.id = ${id}`}
    order by g.granted_at limit 200`.execute(store.db)
  return rows
}
/** Proposes a role. Whoever works on programs does not work for the platform: their roles would lie in their own matters. */
export const proposeRole = async (
  tx: Tx,
  { account, role, actor }: { readonly account: string; readonly role: Role; readonly actor: Actor },
): Promise<string> => {
  const one = await tx.db.selectFrom('account').select('state').where('id', '=', account).forUpdate().executeTakeFirst()
  if (!one || one.state === 'freed') throw notFound()
  if (['new', 'suspended', 'banned', 'terminated'].includes(one.state))
    throw new Problem('state', { zh: '这个账号现在不能担任角色', en: 'this account cannot hold a role now' }, { state: one.state })
  const works = await tx.db
    .selectFrom('program as p')
    .leftJoin('membership as m', (join) => join.onRef('m.program', '=', 'p.id').on('m.ended_at', 'is', null))
    .select('p.id')
    .where('p.state', '<>', 'terminated')
    .where((eb) => eb.or([eb('p.owner', '=', account), eb('m.account', '=', account)]))
    .limit(1)
    .executeTakeFirst()
  if (works)
    throw new Problem(
      'guard',
      {
        zh: '参与小程序开发的账号不能担任平台角色，请另用账号',
        en: 'whoever works on programs does not work for the platform: use another account',
      },
      { guard: 'apart' },
    )
  try {
    return await grantRole(tx, { account, role, actor })
  } catch (error) {
    if (constraintOf(error) === 'role_grant_once')
      throw new Problem('taken', { zh: '已有这个角色，或者正等待确认', en: 'they have this role, or it waits to be confirmed' })
    throw error
  }
}
/** Whoever's roles change signs in again: a session never outlives what it was opened for. */
export const signOutFor = (tx: Tx, account: string): Promise<void> => endSessions(tx, account)

/** The queues of an outside reviewer; the others are taken away. */
export const setScope = async (
  tx: Tx,
  { account, queues, actor }: { readonly account: string; readonly queues: readonly string[]; readonly actor: Actor },
): Promise<void> => {
  const holds = await tx.db
    .selectFrom('role_grant')
    .select('id')
    .where('account', '=', account)
    .where('role', '=', 'outside-reviewer')
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (!holds) throw notFound()
  const known =
    queues.length === 0
      ? []
      : await tx.db
          .selectFrom('queue')
          .select('id')
          .where('id', 'in', [...queues])
          .execute()
  if (known.length !== new Set(queues).size) throw new Problem('invalid', { zh: '没有这个队列', en: 'there is no such queue' })
  await tx.db.deleteFrom('queue_scope').where('account', '=', account).execute()
  if (queues.length > 0)
    await tx.db
      .insertInto('queue_scope')
      .values([...new Set(queues)].map((queue) => ({ account, queue })))
      .execute()
  tx.log({ type: 'scope.set', actor, subject: 'account', subjectId: account, payload: { queues: [...new Set(queues)].sort() } })
}

/** What was proposed about rules and nobody has settled; one for each rule at most. */
export const openProposals = async (store: Store) => {
  const { rows } = await sql<{
    id: string
    rule: string
    mode: RuleMode
    why_zh: string
    why_en: string
    proposed_by: string
    by: string
    proposed_at: Moment
  }>`
    select r.*, a.display_name "by" from rule_proposal r join account a on a.id = r.proposed_by where r.settled_at is null order by r.proposed_at`.execute(
    store.db,
  )
  return rows
}
/** When each rule last changed its mode. */
export const modeChanges = async (store: Store): Promise<ReadonlyMap<string, Moment>> => {
  const { rows } = await sql<{ rule: string; at: Moment }>`
    select rule, max(settled_at) "at" from rule_proposal where agreed group by rule`.execute(store.db)
  return new Map(rows.map(({ rule, at }) => [rule, Number(at)]))
}
export const proposeMode = async (
  tx: Tx,
  { rule, mode, why, actor }: { readonly rule: string; readonly mode: RuleMode; readonly why: Text; readonly actor: Actor },
): Promise<string> => {
  const id = tx.id()
  try {
    await tx.db
      .insertInto('rule_proposal')
      .values({ id, rule, mode, why_zh: why.zh, why_en: why.en, proposed_by: actor.id!, proposed_at: tx.now })
      .execute()
  } catch (error) {
    if (constraintOf(error) === 'rule_proposal_open')
      throw new Problem('taken', { zh: '这条规则已有一项待确认的变更', en: 'a change of this rule waits to be confirmed' })
    throw error
  }
  tx.log({ type: 'rule.proposed', actor, payload: { rule, mode, proposal: id, reason: { ...why } } })
  return id
}
/** Agrees, as somebody else than who proposed it; or drops it, as anybody who may. */
export const settleMode = async (
  tx: Tx,
  { rule, proposal, agree, actor }: { readonly rule: string; readonly proposal: string; readonly agree: boolean; readonly actor: Actor },
): Promise<void> => {
  const row = await tx.db
    .selectFrom('rule_proposal')
    .selectAll()
    .where('id', '=', proposal)
    .where('rule', '=', rule)
    .where('settled_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  if (agree && row.proposed_by === actor.id)
    throw new Problem('guard', { zh: '需要另一个人来确认', en: 'another person has to confirm this' }, { guard: 'second-person' })
  await tx.db
    .updateTable('rule_proposal')
    .set({ settled_by: actor.id, settled_at: tx.now, agreed: agree })
    .where('id', '=', proposal)
    .execute()
  if (agree) await setRuleMode(tx, { rule, mode: row.mode as RuleMode, reason: `${row.why_zh} / ${row.why_en}`, actor })
  else tx.log({ type: 'rule.dropped', actor, payload: { rule, proposal } })
}

export interface LogQuery {
  readonly after: number
  readonly newest: boolean
  readonly limit: number
  readonly type?: string | undefined
  readonly subject?: string | undefined
  readonly id?: string | undefined
  readonly actor?: string | undefined
}
/** A page of the log, onwards from a row or back from the newest. */
export const logPage = (store: Store, { after, newest, limit, type, subject, id, actor }: LogQuery) => {
  let query = store.db.selectFrom('audit').selectAll().limit(limit)
  query = newest ? query.orderBy('seq', 'desc') : query.orderBy('seq')
  if (after > 0) query = query.where('seq', newest ? '<' : '>', after)
  if (type !== undefined) query = query.where('type', '=', type)
  if (subject !== undefined) query = query.where('subject', '=', subject)
  if (id !== undefined) query = query.where('subject_id', '=', id)
  if (actor !== undefined) query = query.where('actor', '=', actor)
  return query.execute()
}

/** Mail as it was made, the newest first; to one address when it is named. */
export const mailPage = (store: Store, { to, limit }: { readonly to?: string | undefined; readonly limit: number }) => {
  let query = store.db.selectFrom('mail').selectAll().orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit)
  if (to !== undefined) query = query.where('to_address', '=', to)
  return query.execute()
}

/** The lead's numbers: what waits and how late, what was decided in a week, by whom, on which clauses. */
export const leadNumbers = async (store: Store) => {
  const now = store.clock.now()
  const week = now - 7 * 24 * HOUR
  const [waiting, soon, decided, reviewers, clauses] = await Promise.all([
    sql<{ waiting: number; overdue: number; held: number }>`
      select count(*) filter (where state = 'awaiting-human')::integer waiting, count(*) filter (where due_at < ${now})::integer overdue,
        count(*) filter (where state = 'held')::integer held from version where state in ('awaiting-human', 'in-human', 'held')`.execute(
      store.db,
    ),
    sql<{ from: Moment; count: number }>`
      select (due_at / ${HOUR}) * ${HOUR} "from", count(*)::integer "count" from version
      where state in ('awaiting-human', 'in-human', 'held') and due_at between ${now} and ${now + 48 * HOUR} group by 1 order by 1`.execute(
      store.db,
    ),
    // Of figures that were written as each decision came into force: nothing is joined for them here.
    sql<{ decided: number; approved: number; refused: number; automated: number; median: number | null }>`
      select count(*)::integer decided, count(*) filter (where action = 'approve')::integer approved, count(*) filter (where action = 'refuse')::integer refused,
        count(*) filter (where automated)::integer automated, percentile_disc(0.5) within group (order by waited) filter (where actor is not null) median
      from decided where at > ${week}`.execute(store.db),
    sql<{ name: string; decided: number; median: number | null; reversed: number }>`
      select a.display_name "name", t.decided, t.reversed,
        (select percentile_disc(0.5) within group (order by d.held) from decided d where d.at > ${week} and d.actor = t.actor) median
      from (select actor, count(*)::integer decided, count(*) filter (where reversed)::integer reversed
        from decided where at > ${week} and actor is not null group by actor order by 2 desc, 1 limit 100) t
      join account a on a.id = t.actor order by t.decided desc, a.display_name`.execute(store.db),
    sql<{ clause: string; decisions: number; reversed: number }>`
      select clause, count(*)::integer decisions, count(*) filter (where reversed)::integer reversed
      from decided_clause where at > ${now - 90 * 24 * HOUR} group by clause order by decisions desc, clause limit 30`.execute(store.db),
  ])
  return { ...waiting.rows[0]!, soon: soon.rows, week: decided.rows[0]!, reviewers: reviewers.rows, clauses: clauses.rows }
}
