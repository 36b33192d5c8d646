/** The automated review as rows: which checks a version goes through, how far they are, what they found, what is known when they have ended. */
import { sql } from 'kysely'
import type { Finding } from '../../../menshen/src/check/types.ts'
import type { RiskFacts } from '../domain/risk.ts'
import { IN_FORCE } from '../domain/transitions/decision.ts'
import { DAY, MINUTE, type Text } from '../domain/words.ts'
import { type CheckPlan, planCheck } from './checks.ts'
import { enqueue } from './outbox.ts'
import type { Store, Tx } from './store.ts'
import { moveTimer } from './timers.ts'
import { lockRow } from './transition.ts'
import type { BlobNote } from './versions.ts'

export interface ReviewRow {
  readonly id: string
  readonly program: string
  readonly state: string
  readonly rv: number
  readonly sha256: string | null
  readonly size: number | null
  readonly manifest: unknown
  readonly listing: string | null
  readonly round: number
  readonly submitted_at: number | null
  readonly changelog: string
}
export const lockVersion = async (tx: Tx, id: string): Promise<ReviewRow> => (await lockRow(tx, 'version', id)) as unknown as ReviewRow

/** Everything about a version that the checks are told: what the developer typed, who answers for it, its papers in force. */
export const submissionOf = async (store: Store, version: string) => {
  const row = await store.db
    .selectFrom('version as v')
    .innerJoin('program as p', 'p.id', 'v.program')
    .innerJoin('entity as e', 'e.id', 'p.entity')
    .leftJoin('listing as l', 'l.id', 'v.listing')
    .select([
      'v.id',
      'v.state',
      'v.sha256',
      'v.size',
      'v.manifest',
      'v.changelog',
      'v.program',
      'p.platform',
      'p.name',
      'p.entity',
      'p.owner',
      'e.kind as entityKind',
      'e.legal_name as entityName',
      'l.content as listing',
    ])
    .where('v.id', '=', version)
    .executeTakeFirst()
  if (!row) return null
  // Before it is submitted, what was typed last counts.
  const listing =
    row.listing ??
    (
      await store.db
        .selectFrom('listing')
        .select('content')
        .where('program', '=', row.program)
        .orderBy('n', 'desc')
        .limit(1)
        .executeTakeFirst()
    )?.content ??
    null
  const documents = await store.db
    .selectFrom('document')
    .select(['kind', 'serves', 'valid_until', 'file_name'])
    .where('entity', '=', row.entity)
    .where('state', 'in', ['valid', 'expiring'])
    .where((eb) => eb.or([eb('program', 'is', null), eb('program', '=', row.program)]))
    .orderBy('created_at')
    .limit(100)
    .execute()
  const account = await store.db.selectFrom('test_account').select('at').where('version', '=', version).executeTakeFirst()
  return { ...row, listing, documents, testAccount: account !== undefined }
}

export interface OpenCheck {
  readonly id: string
  readonly check: string
  readonly state: string
  readonly attempt: number
}
/** The checks of the review that a version is in now. */
const ofThisRound = (tx: Tx, version: ReviewRow) =>
  tx.db
    .selectFrom('check_run')
    .select(['id', 'check_id as check', 'state', 'attempt'])
    .where('version', '=', version.id)
    .where('queued_at', '>=', version.submitted_at ?? 0)
    .where('check_id', '<>', 'preview')
    .orderBy('check_id')
    .orderBy('attempt')

/** Plans the checks of a review, once; planned again, those that have not ended are sent to their workers again. */
export const planReview = async (
  tx: Tx,
  version: ReviewRow,
  plans: readonly Omit<CheckPlan, 'version'>[],
): Promise<readonly OpenCheck[]> => {
  const before = await ofThisRound(tx, version).execute()
  if (before.length === 0) for (const plan of plans) await planCheck(tx, { ...plan, version: version.id })
  const all = await ofThisRound(tx, version).execute()
  for (const one of all)
    if (one.state === 'queued' || one.state === 'running')
      await enqueue(tx, 'job', { queue: one.check, subject: 'version', id: version.id, check: one.id })
  // A worker may have died between the end of the last check and the verdict.
  if (all.length > 0 && all.every(({ state }) => state !== 'queued' && state !== 'running'))
    await enqueue(tx, 'job', { queue: 'verdict', subject: 'version', id: version.id })
  return all
}

/** Open pages hear how a check goes on; nothing is changed by it. */
const tell = async (tx: Tx, version: string, check: string, state: string): Promise<void> => {
  const { rows } = await sql<{ id: number }>`
    insert into event (subject, subject_id, type, state, rv, at) select 'version', id, ${`check.${check}`}, ${state}, rv, ${tx.now} from version where id = ${version}
    returning id`.execute(tx.db)
  if (rows[0]) await sql`select pg_notify('menshen_event', ${String(rows[0].id)})`.execute(tx.db)
}
/** While something moves, the review is not given up. */
const PATIENCE = 30 * MINUTE
const goOn = (tx: Tx, version: string) => moveTimer(tx, 'version', version, 'check-failed', tx.now + PATIENCE)

/** It begins, or goes on; false when it has ended already and there is nothing to do. */
export const startCheck = async (tx: Tx, id: string): Promise<{ readonly version: string; readonly check: string } | null> => {
  const row = await tx.db
    .updateTable('check_run')
    .set({ state: 'running', started_at: tx.now, done: null, of: null, note: null })
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'running'])
    .returning(['version', 'check_id as check'])
    .executeTakeFirst()
  if (row) {
    await goOn(tx, row.version)
    await tell(tx, row.version, row.check, 'running')
  }
  return row ?? null
}
/** Nobody needs it any more: what it was about has been withdrawn or replaced. */
export const dropCheck = async (tx: Tx, id: string): Promise<void> => {
  await tx.db
    .updateTable('check_run')
    .set({ state: 'removed', ended_at: tx.now })
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'running'])
    .execute()
}
/** How far a running check is. */
export const tellCheck = async (
  tx: Tx,
  { id, done, of, note }: { readonly id: string; readonly done: number; readonly of: number; readonly note?: Text },
): Promise<void> => {
  const row = await tx.db
    .updateTable('check_run')
    .set({ done, of, note: note ? JSON.stringify(note) : null, told_at: tx.now })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .returning(['version', 'check_id as check'])
    .executeTakeFirst()
  if (row) await tell(tx, row.version, row.check, 'running')
}

/** Each looks at more than the one before: what a later one finds stands for what an earlier one found. */
const STAGES = ['preview', 'static', 'pictures', 'run']
const rowOf = (tx: Tx, run: string, version: string, finding: Finding) => ({
  id: tx.id(),
  check_run: run,
  version,
  rule: finding.rule,
  verdict: finding.verdict,
  severity: finding.severity,
  confidence: finding.confidence,
  clauses: JSON.stringify(finding.clauses),
  content: JSON.stringify(finding),
  fingerprint: finding.fingerprint,
})
const writeFindings = async (
  tx: Tx,
  run: { readonly id: string; readonly version: string; readonly check: string },
  findings: readonly Finding[],
) => {
  const stage = STAGES.indexOf(run.check)
  const others = await tx.db
    .selectFrom('check_run')
    .select(['id', 'check_id'])
    .where('version', '=', run.version)
    .where('state', '=', 'done')
    .where('check_id', 'in', STAGES)
    .where('id', '<>', run.id)
    .execute()
  // A stage that saw more has ended before this one: it has said all of this.
  if (others.some(({ check_id }) => STAGES.indexOf(check_id) > stage)) return
  const before =
    others.length === 0
      ? []
      : await tx.db
          .selectFrom('finding')
          .select(['id', 'fingerprint'])
          .where(
            'check_run',
            'in',
            others.map(({ id }) => id),
          )
          .execute()
  const known = new Map<string, string[]>()
  for (const { id, fingerprint } of before) known.set(fingerprint, [...(known.get(fingerprint) ?? []), id])
  const fresh: Finding[] = []
  for (const finding of findings) {
    const id = known.get(finding.fingerprint)?.shift()
    if (id === undefined) fresh.push(finding)
    else {
      // The same finding, told more fully: what people said of it stays with it.
      const { id: _, ...values } = rowOf(tx, run.id, run.version, finding)
      await tx.db.updateTable('finding').set(values).where('id', '=', id).execute()
    }
  }
  const gone = [...known.values()].flat()
  if (gone.length > 0)
    await tx.db
      .deleteFrom('finding')
      .where('id', 'in', gone)
      .where((eb) => eb.not(eb.exists(eb.selectFrom('finding_mark as m').select('m.id').whereRef('m.finding', '=', 'finding.id'))))
      .execute()
  for (let at = 0; at < fresh.length; at += 200)
    await tx.db
      .insertInto('finding')
      .values(fresh.slice(at, at + 200).map((finding) => rowOf(tx, run.id, run.version, finding)))
      .execute()
}

/** Writes down that blobs are there, many at once. */
export const noteBlobs = async (tx: Tx, blobs: readonly BlobNote[]): Promise<void> => {
  const unique = [...new Map(blobs.map((blob) => [blob.sha256, blob])).values()].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1))
  for (let at = 0; at < unique.length; at += 500)
    await tx.db
      .insertInto('blob')
      .values(unique.slice(at, at + 500).map(({ sha256, size, mime }) => ({ sha256, size, mime, created_at: tx.now })))
      .onConflict((same) => same.column('sha256').doNothing())
      .execute()
}

export type CheckEnd =
  | {
      readonly id: string
      readonly findings: readonly Finding[]
      readonly result?: BlobNote
      /** What else it came to, for the verdict. */
      readonly note?: unknown
      readonly evidence?: readonly {
        readonly sha256: string
        readonly size: number
        readonly mime: string
        readonly kind: string
        readonly meta?: unknown
      }[]
    }
  | { readonly id: string; readonly failed: string }
/** A check ended or failed for good: written once; when it was the last of its review, the verdict is due. */
export const endCheckOf = async (tx: Tx, end: CheckEnd): Promise<boolean> => {
  const one = await tx.db.selectFrom('check_run').select(['version', 'check_id as check']).where('id', '=', end.id).executeTakeFirst()
  if (!one) return false
  // Two that end at once see each other: whoever is second sends for the verdict.
  const version = await lockVersion(tx, one.version)
  const ended = await tx.db
    .updateTable('check_run')
    .set(
      'failed' in end
        ? { state: 'failed', ended_at: tx.now, error: end.failed.slice(0, 2000) }
        : {
            state: 'done',
            ended_at: tx.now,
            result_sha256: end.result?.sha256 ?? null,
            note: end.note === undefined ? null : JSON.stringify(end.note),
          },
    )
    .where('id', '=', end.id)
    .where('state', 'in', ['queued', 'running'])
    .returning('id')
    .executeTakeFirst()
  if (!ended) return false
  if (!('failed' in end)) {
    await noteBlobs(tx, end.evidence ?? [])
    if (end.result) await noteBlobs(tx, [end.result])
    for (const { sha256, kind, meta } of end.evidence ?? []) {
      await tx.db
        .insertInto('evidence')
        .values({ sha256, version: one.version, kind, meta: JSON.stringify(meta ?? {}), at: tx.now })
        .onConflict((same) => same.doNothing())
        .execute()
    }
    await writeFindings(tx, { id: end.id, ...one }, end.findings)
  }
  tx.log({
    type: 'failed' in end ? 'check.failed' : 'check.ended',
    actor: { id: null, role: 'system', entity: null },
    subject: 'version',
    subjectId: one.version,
    payload: {
      check: one.check,
      run: end.id,
      ...('failed' in end ? {} : { findings: end.findings.length, result: end.result?.sha256 ?? null }),
    },
  })
  await tell(tx, one.version, one.check, 'failed' in end ? 'failed' : 'done')
  if (version.state === 'in-auto' && one.check !== 'preview') {
    await goOn(tx, one.version)
    const open = await ofThisRound(tx, version).where('state', 'in', ['queued', 'running']).execute()
    if (open.length === 0) await enqueue(tx, 'job', { queue: 'verdict', subject: 'version', id: one.version })
  }
  return true
}

/** The checks of a review with what they came to. */
export const endedChecks = (tx: Tx, version: ReviewRow) =>
  tx.db
    .selectFrom('check_run')
    .select(['id', 'check_id as check', 'state', 'error', 'result_sha256', 'note', 'required'])
    .where('version', '=', version.id)
    .where('queued_at', '>=', version.submitted_at ?? 0)
    .where('check_id', '<>', 'preview')
    .execute()

type Known = Omit<RiskFacts, 'blocking' | 'warning' | 'forHumans' | 'failedChecks' | 'understood' | 'ignored' | 'likeness'>
/** What the platform itself knows of a version that is to be judged. */
export const knownOf = async (tx: Tx, version: ReviewRow): Promise<Known> => {
  const { rows } = await sql<{
    created: number
    approved: number
    refused: number
    strikes: number
    users: number
    asked: boolean
    blocked: boolean
    earlier: boolean
  }>`
    select a.created_at "created", p.daily_users "users",
      (select count(*)::integer from decision d join decision_status s using (id) join version o on o.id = d.version join program q on q.id = o.program
        where q.entity = p.entity and d.action = 'approve' and s.state in (${sql.join([...IN_FORCE])})) "approved",
      (select count(*)::integer from decision d join decision_status s using (id) join version o on o.id = d.version
        where o.program = p.id and d.action = 'refuse' and s.state in (${sql.join([...IN_FORCE])}) and d.created_at > ${tx.now - 90 * DAY}) "refused",
      (select count(*)::integer from penalty n where (n.account = p.owner or n.program = p.id) and n.lifted_at is null) "strikes",
      exists (select 1 from review_reason r where r.version = v.id and r.reason = 'asked-for' and r.closed_at is null) "asked",
      exists (select 1 from blocked b where b.ended_at is null and (
        b.kind = 'bytes' and b.value = v.sha256 or b.kind = 'program' and b.value = p.appid or b.kind = 'entity' and b.value = p.entity::text
        or b.kind = 'file' and exists (select 1 from file_index f where f.version = v.id and f.sha256 = b.value))) "blocked",
      exists (select 1 from decision d join decision_status s using (id) join version o on o.id = d.version
        where o.program = p.id and o.id <> v.id and d.action = 'approve' and s.state in (${sql.join([...IN_FORCE])})) "earlier"
    from version v join program p on p.id = v.program join account a on a.id = p.owner where v.id = ${version.id}`.execute(tx.db)
  const known = rows[0]!
  const base = (
    await sql<{ id: string; listing: unknown; manifest: unknown }>`
      select b.id, l.content "listing", b.manifest from version v join version b on b.program = v.program and b.channel = v.channel and b.n < v.n
      left join listing l on l.id = b.listing
      where v.id = ${version.id} and exists (select 1 from decision d join decision_status s using (id)
        where d.version = b.id and d.action = 'approve' and d.actor is not null and s.state in (${sql.join([...IN_FORCE])}))
      order by b.n desc limit 1`.execute(tx.db)
  ).rows[0]
  const changed = (
    await sql<{ files: number; changed: number }>`
      select (select count(*)::integer from file_index where version = ${version.id}) "files",
        (select count(*)::integer from file_index f where f.version = ${version.id}
          and not exists (select 1 from file_index o where o.version = ${base?.id ?? null}::uuid and o.path = f.path and o.sha256 = f.sha256))
        + (select count(*)::integer from file_index o where o.version = ${base?.id ?? null}::uuid
          and not exists (select 1 from file_index f where f.version = ${version.id} and f.path = o.path)) "changed"`.execute(tx.db)
  ).rows[0]!
  const listing =
    version.listing === null
      ? null
      : (await tx.db.selectFrom('listing').select('content').where('id', '=', version.listing).executeTakeFirst())?.content
  const access = (manifest: unknown): readonly string[] => {
    const list = (manifest as { access?: unknown } | null)?.access
    return Array.isArray(list) ? list.filter((one): one is string => typeof one === 'string') : []
  }
  const had = new Set(access(base?.manifest))
  const categories = await categoriesOf(tx, version, listing)
  return {
    firstVersion: !known.earlier,
    accountDays: Math.max(0, Math.floor((tx.now - known.created) / DAY)),
    approvedBefore: known.approved,
    refusedInLast90Days: known.refused,
    strikes: known.strikes,
    dailyUsers: known.users,
    newPermissions: access(version.manifest).filter((one) => !had.has(one)).length,
    changedFiles: changed.changed,
    files: changed.files,
    listingChanged: base !== undefined && JSON.stringify(listing ?? null) !== JSON.stringify(base.listing ?? null),
    sensitiveCategory: categories.sensitive,
    documentsValid: categories.documents,
    onBlocklist: known.blocked,
    openComplaints: 0,
    humanAsked: known.asked,
  }
}

/** Whether a category of the listing is sensitive or unknown to the table, and whether the papers that they ask for are in force. */
const categoriesOf = async (
  tx: Tx,
  version: ReviewRow,
  listing: unknown,
): Promise<{ readonly sensitive: boolean; readonly documents: boolean }> => {
  const chosen = (listing as { categories?: unknown } | null)?.categories
  const ids = Array.isArray(chosen) ? chosen.filter((one): one is string => typeof one === 'string') : []
  const rows =
    ids.length === 0 ? [] : await tx.db.selectFrom('category').select(['id', 'sensitive', 'needs']).where('id', 'in', ids).execute()
  const have = await tx.db
    .selectFrom('document as d')
    .innerJoin('program as p', 'p.entity', 'd.entity')
    .select('d.kind')
    .where('p.id', '=', version.program)
    .where('d.state', 'in', ['valid', 'expiring'])
    .execute()
  const kinds = new Set(have.map(({ kind }) => kind))
  const met = (needs: unknown): boolean => {
    const ways = Array.isArray(needs) ? (needs as readonly (readonly string[])[]) : []
    return ways.length === 0 || ways.some((way) => Array.isArray(way) && way.every((kind) => kinds.has(kind)))
  }
  return {
    sensitive: rows.length < ids.length || rows.some(({ sensitive }) => sensitive),
    documents: rows.every(({ needs }) => met(needs)),
  }
}

/** The programs of others that hold the most of the same files, by their last submitted version. */
export const sharers = async (store: Store, version: string, most = 3) => {
  const { rows } = await sql<{ id: string; program: string; name: string; sha256: string; same: number; bytes: number }>`
    with mine as (select sha256, max(size) size from file_index where version = ${version} and size >= 64 group by sha256),
      me as (select v.program, p.entity from version v join program p on p.id = v.program where v.id = ${version}),
      found as (select f.version, count(*)::integer same, sum(m.size)::bigint bytes from mine m join file_index f on f.sha256 = m.sha256
        where (select count(*) from (select 1 from file_index x where x.sha256 = m.sha256 limit 41) few) <= 40 group by f.version)
    select distinct on (v.program) v.id, v.program, p.name, v.sha256, found.same, found.bytes
    from found join version v on v.id = found.version join program p on p.id = v.program, me
    where p.entity <> me.entity and v.submitted_at is not null and v.sha256 is not null
    order by v.program, found.bytes desc`.execute(store.db)
  return [...rows].sort((a, b) => b.bytes - a.bytes).slice(0, most)
}

/**
 * Versions whose automated work has stopped moving: nobody has spoken of them for a while. Each is named for a minute and a half
 * in each such while: a long queue is not made longer by asking again and again.
 */
export const stalled = async (store: Store, forMs: number, most: number) => {
  const now = store.clock.now()
  const { rows } = await sql<{ id: string; state: string; rv: number }>`
    select v.id, v.state, v.rv from version v where v.state in ('quarantined', 'in-auto', 'auto-ok') and v.entered_at < ${now - forMs}
      and (${now}::bigint - v.entered_at) % ${forMs}::bigint < 90000
      and not exists (select 1 from check_run c where c.version = v.id and c.state = 'running' and coalesce(c.told_at, c.started_at) > ${now - forMs})
    order by v.entered_at limit ${most}`.execute(store.db)
  return rows
}
/** A long queue is no failure: while workers live, reviews whose checks still wait are not given up, for a day at most. */
export const keepWaiting = async (store: Store): Promise<void> => {
  const now = store.clock.now()
  await sql`update timer t set fire_at = ${now + PATIENCE} from version v
    where t.subject = 'version' and t.subject_id = v.id and t.event = 'check-failed' and t.fired_at is null and t.ended_at is null
      and v.state = 'in-auto' and v.entered_at > ${now - DAY} and t.fire_at < ${now + PATIENCE / 2}
      and exists (select 1 from check_run c where c.version = v.id and c.state = 'queued')
      and exists (select 1 from worker w where w.stopped_at is null and w.seen_at > ${now - MINUTE})`.execute(store.db)
}
