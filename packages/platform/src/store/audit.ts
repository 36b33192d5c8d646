/** The log as it lies in the database: read, verified row by row, and its head given away. */
import { sql } from 'kysely'
import { type AuditRow, canonical, type Head, type Plain, type Verdict, verify } from '../domain/audit.ts'
import type { Role } from '../domain/words.ts'
import type { Db } from './db.ts'
import type { Store } from './store.ts'

/** A row as it is written. */
export const auditValues = ({
  seq,
  at,
  actor,
  role,
  onBehalf,
  type,
  subject,
  subjectId,
  beforeRv,
  afterRv,
  payload,
  prev,
  hash,
}: AuditRow) => ({
  seq,
  at,
  actor,
  role,
  on_behalf: onBehalf,
  type,
  subject,
  subject_id: subjectId,
  before_rv: beforeRv,
  after_rv: afterRv,
  payload: canonical(payload),
  prev,
  hash,
})

/** The rows of the log in their order, a page at a time, so that a long log needs no more memory than a short one. */
export async function* auditRows(
  db: Db,
  { after = 0, page = 2000 }: { readonly after?: number; readonly page?: number } = {},
): AsyncGenerator<AuditRow> {
  for (let last = after; ; ) {
    const rows = await db.selectFrom('audit').selectAll().where('seq', '>', last).orderBy('seq').limit(page).execute()
    for (const row of rows) {
      last = row.seq
      yield {
        seq: row.seq,
        at: row.at,
        actor: row.actor,
        role: row.role as Role,
        onBehalf: row.on_behalf,
        type: row.type,
        subject: row.subject,
        subjectId: row.subject_id,
        beforeRv: row.before_rv,
        afterRv: row.after_rv,
        payload: payloadOf(row.payload),
        prev: row.prev,
        hash: row.hash,
      }
    }
    if (rows.length < page) return
  }
}
/** A payload that is not JSON any more was tampered with: it is shown as it is, and its hash will not fit. */
const payloadOf = (text: string): Plain => {
  try {
    const value = JSON.parse(text) as Plain
    return canonical(value) === text ? value : { unreadable: text }
  } catch {
    return { unreadable: text.replace(/[\ud800-\udfff]/g, '?') }
  }
}

export interface SignedHead extends Head {
  readonly signature: string
}
const signed = (store: Store, { seq, hash, at }: Head): SignedHead => ({
  seq,
  hash,
  at,
  signature: store.keyed('audit-head', `${seq} ${hash} ${at}`),
})

/** Whether a head was signed by this platform's key. */
export const genuine = (store: Store, head: SignedHead): boolean => signed(store, head).signature === head.signature

/** Gives the head of the log away: signed, and written down so that the platform checks itself against it. Null while the log is empty. */
export const exportHead = (store: Store): Promise<SignedHead | null> =>
  store.run(async ({ db, now }) => {
    const last = await db.selectFrom('audit').select(['seq', 'hash', 'at']).orderBy('seq', 'desc').limit(1).executeTakeFirst()
    if (!last) return null
    const head = signed(store, last)
    await db
      .insertInto('audit_head')
      .values({ ...head, exported_at: now })
      .onConflict((same) => same.column('seq').doNothing())
      .execute()
    return head
  })

/** What `menshen audit verify` says: the chain from its first row, against the heads that were exported and those that somebody kept. */
export const verifyAudit = async (store: Store, kept: readonly Pick<Head, 'seq' | 'hash'>[] = []): Promise<Verdict> => {
  const known = await store.db.selectFrom('audit_head').select(['seq', 'hash']).orderBy('seq').execute()
  const first = await verify(auditRows(store.db), { known })
  return first.ok && kept.length > 0 ? verify(auditRows(store.db), { known: kept }) : first
}

/** What must always be true, asked of the database as it stands; empty when it is. */
export const brokenInvariants = async (store: Store): Promise<readonly string[]> => {
  const checks: readonly (readonly [string, string])[] = [
    [
      'public bytes without a decision in force',
      `select v.id::text from version v where v.state in ('approved', 'gray', 'live', 'warned') and not exists (select 1 from decision d join decision_status s using (id) where d.version = v.id and d.sha256 = v.sha256 and d.action = 'approve' and s.state in ('effective', 'appealed', 'affirmed', 'varied'))`,
    ],
    ['a decision about other bytes', `select d.id::text from decision d join version v on v.id = d.version where d.sha256 <> v.sha256`],
    [
      'a held decision that acted',
      `select s.id::text from decision_status s where s.state in ('drafted', 'held', 'returned') and s.carried_out_at is not null`,
    ],
    [
      'a decision that acted and cannot be taken back',
      `select d.id::text from decision d join decision_status s using (id) where s.carried_out_at is not null and d.inverse is null`,
    ],
    [
      'a heavy decision of one person',
      `select d.id::text from decision d join decision_status s using (id) where d.heavy and s.carried_out_at is not null and (s.second_actor is null or s.second_actor = d.actor)`,
    ],
    [
      'a decision that waits for a second person while its version does not',
      `select d.id::text from decision d join decision_status s using (id) join version v on v.id = d.version where s.state = 'held' and d.in_review and v.state <> 'held'`,
    ],
    ['two open leases', `select version::text from lease where ended_at is null group by version having count(*) > 1`],
    [
      'a lease without a reviewer, or a reviewer without a lease',
      `select v.id::text from version v left join lease l on l.version = v.id and l.ended_at is null where (v.state = 'in-human') <> (l.id is not null)`,
    ],
    [
      'a state that the log does not know',
      `select t.id::text from (select 'version' s, id, rv from version union all select 'program', id, rv from program union all select 'account', id, rv from account union all select 'decision', id, rv from decision_status union all select 'document', id, rv from document union all select 'certification', id, rv from certification) t where not exists (select 1 from audit a where a.subject = t.s and a.subject_id = t.id::text and a.after_rv = t.rv)`,
    ],
    [
      'a wait that nothing ends',
      `select v.id::text from version v where v.state in ('uploading', 'trial', 'in-human', 'needs-info', 'postponed', 'warned', 'quarantined', 'in-auto', 'auto-ok') and not exists (select 1 from timer t where t.subject = 'version' and t.subject_id = v.id and t.generation = v.entered_rv and t.fired_at is null and t.ended_at is null)`,
    ],
  ]
  const broken: string[] = []
  for (const [name, query] of checks) {
    const { rows } = await sql.raw<{ id: string }>(`${query} limit 20`).execute(store.db)
    if (rows.length > 0) broken.push(`${name}: ${rows.map((row) => Object.values(row)[0]).join(', ')}`)
  }
  return broken
}
