/** What pages about programs and versions show, read together. */
import { sql } from 'kysely'
import { expediteQuota, type Left, left } from '../domain/quota.ts'
import { IN_FORCE } from '../domain/transitions/decision.ts'
import type { Moment, Text } from '../domain/words.ts'
import type { Store } from './store.ts'

export interface ProgramLine {
  readonly id: string
  readonly appid: string
  readonly name: string
  readonly platform: string
  readonly state: string
  readonly rv: number
  readonly owner: string
  readonly entity: string
  readonly icon: string | null
  readonly live: string | null
  readonly latest: { readonly id: string; readonly label: string; readonly state: string; readonly created_at: number } | null
}
const LINE = sql`
  p.id, p.appid, p.name, p.platform, p.state, p.rv, p.owner, p.entity,
  (select l.content->>'icon' from listing l where l.program = p.id order by l.n desc limit 1) icon,
  (select v.label from version v where v.program = p.id and v.state in ('live', 'warned') and v.channel = 'main' limit 1) live,
  (select jsonb_build_object('id', v.id, 'label', v.label, 'state', v.state, 'created_at', v.created_at) from version v where v.program = p.id order by v.n desc limit 1) latest`

/** Programs that an account owns or works on; what it only tries is not among them. */
const programsOf = (account: string) => sql`select id from program where owner = ${account}
  union select program from membership where account = ${account} and ended_at is null and role <> 'tester'`
/** The programs that an account owns or works on, the newest first; what it only tries is not among them. */
export const programLines = async (store: Store, account: string): Promise<readonly ProgramLine[]> => {
  const { rows } = await sql<ProgramLine>`
    select ${LINE} from program p
    where p.id in (${programsOf(account)})
    order by p.created_at desc limit 500`.execute(store.db)
  return rows
}
export const programLine = async (store: Store, id: string): Promise<ProgramLine | null> => {
  const { rows } = await sql<ProgramLine>`select ${LINE} from program p where p.id = ${id}`.execute(store.db)
  return rows[0] ?? null
}

/** Versions of a program, the newest first, a page at a time. */
export const versionLines = (
  store: Store,
  program: string,
  { limit, below }: { readonly limit: number; readonly below?: number | undefined },
) => {
  let query = store.db.selectFrom('version').selectAll().where('program', '=', program).orderBy('n', 'desc').limit(limit)
  if (below !== undefined) query = query.where('n', '<', below)
  return query.execute()
}

export interface HistoryStep {
  readonly at: Moment
  readonly event: string
  readonly from: string | null
  readonly to: string | null
  readonly role: string
  readonly actor: string | null
  readonly reason: Text | null
}
/** What happened to a subject, from the log: who is a role, never a person. */
export const historyOf = async (store: Store, subject: string, id: string): Promise<readonly HistoryStep[]> => {
  const rows = await store.db
    .selectFrom('audit')
    .select(['at', 'type', 'role', 'actor', 'payload', 'after_rv'])
    .where('subject', '=', subject)
    .where('subject_id', '=', id)
    .where('after_rv', 'is not', null)
    .orderBy('seq')
    .limit(500)
    .execute()
  return rows.map(({ at, type, role, actor, payload }) => {
    const { from, to, reason } = JSON.parse(payload) as { from?: string; to?: string; reason?: Text }
    return {
      at,
      event: type.slice(type.indexOf('.') + 1),
      from: from ?? null,
      to: to ?? null,
      role,
      actor,
      reason: reason?.zh ? reason : null,
    }
  })
}

/** The last runs of each check of a version, those of this round. */
export const checksNow = async (store: Store, version: string) => {
  const { rows } = await sql<{
    id: string
    check: string
    state: string
    required: boolean
    done: number | null
    of: number | null
    note: unknown
    error: string | null
    started_at: Moment | null
    ended_at: Moment | null
    result_sha256: string | null
    rulebook: string
  }>`
    select distinct on (c.check_id) c.id, c.check_id "check", c.state, c.required, c.done, c.of, c.note, c.error, c.started_at, c.ended_at, c.result_sha256, c.rulebook
    from check_run c join version v on v.id = c.version
    where c.version = ${version} and c.state <> 'removed' and (v.submitted_at is null or c.queued_at >= v.submitted_at)
    order by c.check_id, c.attempt desc`.execute(store.db)
  return rows
}

/** How many minutes from submission to decision the last hundred took, at the middle. */
export const usualMinutes = async (store: Store): Promise<number | null> => {
  const { rows } = await sql<{ ms: number | null }>`
    select percentile_cont(0.5) within group (order by t.ms) "ms" from (
      select d.created_at - v.submitted_at ms from decision d join version v on v.id = d.version
      where d.action in ('approve', 'refuse') and d.actor is not null and v.submitted_at is not null order by d.created_at desc limit 100) t`.execute(
    store.db,
  )
  const ms = rows[0]?.ms
  return ms == null ? null : Math.max(1, Math.round(Number(ms) / 60_000))
}

/** Fingerprints by where they were seen before: in what a person approved last, or in an earlier round. */
export const knownFingerprints = async (store: Store, version: string): Promise<ReadonlyMap<string, 'approved' | 'earlier-round'>> => {
  const { rows } = await sql<{ fingerprint: string; approved: boolean }>`
    select f.fingerprint, bool_or(b.n = a.n) approved from version v
    join version b on b.program = v.program and b.n < v.n
    join finding f on f.version = b.id
    left join lateral (select o.n from version o where o.program = v.program and o.channel = v.channel and o.n < v.n and exists (
      select 1 from decision d join decision_status s using (id) where d.version = o.id and d.action = 'approve' and d.actor is not null and s.state in (${sql.join([...IN_FORCE])}))
      order by o.n desc limit 1) a on true
    where v.id = ${version} and (b.state = 'rejected' or b.n = a.n)
    group by f.fingerprint limit 20000`.execute(store.db)
  return new Map(rows.map(({ fingerprint, approved }) => [fingerprint, approved ? 'approved' : 'earlier-round'] as const))
}

/** The findings that developers may answer and the reviewer reads: of one version, with their last marks. */
export const releaseSteps = (store: Store, version: string) =>
  store.db.selectFrom('release_step').select(['step', 'percent', 'at']).where('version', '=', version).orderBy('id').limit(500).execute()

/** Why intake refused a package. */
export const intakeReason = async (store: Store, version: string): Promise<Text | null> =>
  (await historyOf(store, 'version', version)).find(({ event }) => event === 'refuse-intake')?.reason ?? null

/** What is left of a year's expedited reviews. */
export const expediteLeft = async (store: Store, program: string): Promise<Left> => {
  const { rows } = await sql<{ kind: string; past: number[] | null; actions: string[] | null }>`
    select e.kind, (select array_agg(u.at) from use u where u.program = p.id and u.kind = 'expedite') past,
      (select array_agg(t.action) from (select d.action from decision d join version v on v.id = d.version
        where v.program = p.id and d.action in ('approve', 'refuse') order by d.created_at desc limit 100) t) actions
    from program p join entity e on e.id = p.entity where p.id = ${program}`.execute(store.db)
  const { kind = 'person', past, actions } = rows[0] ?? {}
  const refused = (actions ?? []).indexOf('refuse')
  const inARow = refused < 0 ? (actions ?? []).length : refused
  return left(expediteQuota(kind === 'person' ? 'person' : 'organisation', inARow), (past ?? []).map(Number), store.clock.now())
}
/** When submissions of a program were made, for its fee. */
export const submissionsOf = async (store: Store, program: string): Promise<readonly Moment[]> =>
  (
    await store.db
      .selectFrom('use')
      .select('at')
      .where('program', '=', program)
      .where('kind', '=', 'submit')
      .where('at', '>', store.clock.now() - 40 * 86_400_000)
      .execute()
  ).map(({ at }) => at)

/** Categories of a platform with the papers they need. */
export const categories = async (store: Store, platform?: 'wechat' | 'douyin') => {
  const { rows } = await sql<{
    id: string
    platform: 'wechat' | 'douyin'
    parent: string | null
    name_zh: string
    name_en: string
    sensitive: boolean
    source: string
    kinds: string[]
    needs: unknown
    status: string
    personal: string
  }>`
    select c.*, coalesce((select array_agg(r.document_kind order by r.document_kind) from category_requirement r where r.category = c.id), '{}') kinds
    from category c where ${platform === undefined ? sql`true` : sql`c.platform = ${platform}`} order by c.platform, c.id`.execute(store.db)
  return rows
}

/** Decisions that concern somebody: about their account, their programs and the versions of those; the newest first. */
export const decisionsFor = async (store: Store, account: string, id?: string) => {
  const { rows } = await sql<{ id: string }>`
    with own as (${programsOf(account)}),
      about as (select d.id, d.created_at from decision d where d.account = ${account}
        union all select d.id, d.created_at from own join decision d on d.program = own.id
        union all select d.id, d.created_at from own join version v on v.program = own.id join decision d on d.version = v.id)
    select id from about where ${id === undefined ? sql`true` : sql`id = ${id}`} order by created_at desc, id limit 200`.execute(store.db)
  return rows.map((row) => row.id)
}
/** Decisions by id with what became of them. */
export const decisionRows = async (store: Store, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : store.db
        .selectFrom('decision as d')
        .innerJoin('decision_status as s', 's.id', 'd.id')
        .selectAll('d')
        .select(['s.state', 's.rv', 's.second_actor'])
        .where('d.id', 'in', [...ids])
        .orderBy('d.created_at', 'desc')
        .execute()

/** A trial as its testers see it; null when it is over. */
export const trialOf = async (store: Store, version: string, generation: number) =>
  (await store.db
    .selectFrom('version as v')
    .innerJoin('program as p', 'p.id', 'v.program')
    .select(['v.id', 'v.label', 'v.changelog', 'v.sha256', 'v.size', 'v.trial_until', 'v.program', 'p.name', 'p.appid', 'p.platform'])
    .where('v.id', '=', version)
    .where('v.state', '=', 'trial')
    .where('v.entered_rv', '=', generation)
    .where('v.trial_until', '>', store.clock.now())
    .executeTakeFirst()) ?? null
export const testersOf = async (store: Store, program: string): Promise<number> =>
  Number(
    (
      await store.db
        .selectFrom('membership')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('program', '=', program)
        .where('role', '=', 'tester')
        .where('ended_at', 'is', null)
        .executeTakeFirstOrThrow()
    ).count,
  )
