/** Versions: what was uploaded, what was found in it, and who may get its bytes. */
import { sql } from 'kysely'
import { due } from '../domain/deadlines.ts'
import { expediteQuota, type Left, left, SUBMISSIONS, WITHDRAWALS } from '../domain/quota.ts'
import { type Actor, SYSTEM, type Text } from '../domain/words.ts'
import { notFound, Problem } from './problem.ts'
import type { Store, Tx } from './store.ts'
import { type Change, create, lockRow, transition } from './transition.ts'

export interface BlobNote {
  readonly sha256: string
  readonly size: number
  readonly mime: string
}
/** Writes down that a blob is there; the same one twice is one. */
export const noteBlob = async (tx: Tx, { sha256, size, mime }: BlobNote): Promise<void> => {
  await tx.db
    .insertInto('blob')
    .values({ sha256, size, mime, created_at: tx.now })
    .onConflict((same) => same.column('sha256').doNothing())
    .execute()
}

/** Begins an upload: a new version of a program, with the next number. */
export const beginVersion = async (
  tx: Tx,
  {
    program,
    label,
    changelog = '',
    channel = 'main',
    actor,
  }: { readonly program: string; readonly label: string; readonly changelog?: string; readonly channel?: string; readonly actor: Actor },
): Promise<{ readonly id: string; readonly n: number }> => {
  await lockRow(tx, 'program', program)
  const last = await tx.db.selectFrom('version').select('n').where('program', '=', program).orderBy('n', 'desc').limit(1).executeTakeFirst()
  const { count } = await tx.db
    .selectFrom('version')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('program', '=', program)
    .where('state', '=', 'rejected')
    // Rounds are counted from what was approved last.
    .where('n', '>', (eb) =>
      eb
        .selectFrom('version as a')
        .select((at) => at.fn.coalesce(at.fn.max('a.n'), sql<number>`0`).as('n'))
        .where('a.program', '=', program)
        .where('a.state', 'in', ['approved', 'gray', 'live', 'warned', 'retired', 'pulled']),
    )
    .executeTakeFirstOrThrow()
  const id = tx.id()
  const n = (last?.n ?? 0) + 1
  await create(tx, {
    subject: 'version',
    event: 'upload',
    actor,
    row: { id, program, n, label, channel, changelog, uploaded_by: actor.id, round: Number(count) + 1, created_at: tx.now },
    payload: { n, label },
  })
  return { id, n }
}
/** The bytes are stored: they are bound to the version for ever, and wait to be opened safely. */
export const storeVersion = async (
  tx: Tx,
  { version, blob, actor = SYSTEM }: { readonly version: string; readonly blob: BlobNote; readonly actor?: Actor },
): Promise<Change> => {
  await noteBlob(tx, blob)
  await lockRow(tx, 'version', version)
  await tx.db.updateTable('version').set({ sha256: blob.sha256, size: blob.size }).where('id', '=', version).execute()
  return transition(tx, { subject: 'version', id: version, event: 'store', actor, payload: { sha256: blob.sha256, size: blob.size } })
}
/** Intake found it sound: what it holds is written down, by path and hash. */
export const acceptIntake = async (
  tx: Tx,
  {
    version,
    manifest,
    files,
  }: {
    readonly version: string
    readonly manifest: unknown
    readonly files: readonly { readonly path: string; readonly sha256: string; readonly size: number }[]
  },
): Promise<Change> => {
  await lockRow(tx, 'version', version)
  await tx.db
    .updateTable('version')
    .set({ manifest: JSON.stringify(manifest) })
    .where('id', '=', version)
    .execute()
  // Done again after a crash, it comes to the same.
  for (let at = 0; at < files.length; at += 500)
    await tx.db
      .insertInto('file_index')
      .values(files.slice(at, at + 500).map(({ path, sha256, size }) => ({ version, path, sha256, size })))
      .onConflict((same) => same.doNothing())
      .execute()
  return transition(tx, { subject: 'version', id: version, event: 'accept', actor: SYSTEM, payload: { files: files.length } })
}
/** Intake refuses it, and says why. */
export const refuseIntake = (tx: Tx, version: string, reason: Text): Promise<Change> =>
  transition(tx, { subject: 'version', id: version, event: 'refuse-intake', actor: SYSTEM, payload: { reason: { ...reason } } })

export interface Submission {
  readonly version: string
  readonly listing: string
  readonly actor: Actor
  readonly rv?: number
  /** Take the place of a version that waits and that no reviewer has. */
  readonly replace?: boolean
  readonly declarations?: Readonly<Record<string, unknown>>
  /** Sealed already: seen only under a lease. */
  readonly testAccount?: Buffer
}
/** Submits for review, with the listing that is reviewed with it. */
export const submitVersion = async (
  tx: Tx,
  { version, listing, actor, rv, replace = false, declarations = {}, testAccount }: Submission,
): Promise<Change> => {
  const row = (await lockRow(tx, 'version', version)) as unknown as { readonly program: string }
  const one = await tx.db.selectFrom('listing').select('program').where('id', '=', listing).executeTakeFirst()
  if (one?.program !== row.program) throw notFound()
  await tx.db.updateTable('version').set({ listing }).where('id', '=', version).execute()
  for (const [kind, content] of Object.entries(declarations))
    await tx.db
      .insertInto('declaration')
      .values({ version, kind, content: JSON.stringify(content), at: tx.now })
      .onConflict((same) => same.columns(['version', 'kind']).doUpdateSet({ content: JSON.stringify(content), at: tx.now }))
      .execute()
  if (testAccount)
    await tx.db
      .insertInto('test_account')
      .values({ version, sealed: testAccount, at: tx.now })
      .onConflict((same) => same.column('version').doUpdateSet({ sealed: testAccount, at: tx.now }))
      .execute()
  // Two versions of one program are submitted one after the other.
  await lockRow(tx, 'program', row.program)
  return transition(tx, {
    subject: 'version',
    id: version,
    event: 'submit',
    actor,
    payload: { listing, replace },
    ...(rv === undefined ? {} : { rv }),
  })
}
/** How many submissions and withdrawals are left. */
export const quotaLeft = async (store: Store, program: string): Promise<{ readonly submissions: Left; readonly withdrawals: Left }> => {
  const now = store.clock.now()
  const rows = await store.db
    .selectFrom('use')
    .select(['kind', 'at'])
    .where('program', '=', program)
    .where('at', '>', now - 40 * 86_400_000)
    .execute()
  const at = (kind: string) => rows.filter((row) => row.kind === kind).map((row) => row.at)
  return { submissions: left(SUBMISSIONS, at('submit'), now), withdrawals: left(WITHDRAWALS, at('withdraw'), now) }
}

/** Decisions of people in a row, the newest first, that approved a program’s versions. */
const approvedInARow = async (tx: Tx, program: string): Promise<number> => {
  const rows = await tx.db
    .selectFrom('decision as d')
    .innerJoin('version as v', 'v.id', 'd.version')
    .select('d.action')
    .where('v.program', '=', program)
    .where('d.action', 'in', ['approve', 'refuse'])
    .orderBy('d.created_at', 'desc')
    .limit(100)
    .execute()
  const refused = rows.findIndex(({ action }) => action === 'refuse')
  return refused < 0 ? rows.length : refused
}
/** Asks that a version be reviewed before others, with a reason; it is used up when a reviewer begins, not before. */
export const expedite = async (
  tx: Tx,
  { version, actor, reason }: { readonly version: string; readonly actor: Actor; readonly reason: string },
): Promise<Left> => {
  const row = (await lockRow(tx, 'version', version)) as unknown as {
    readonly program: string
    readonly state: string
    readonly expedited_at: number | null
  }
  if (!['in-auto', 'auto-ok', 'awaiting-human'].includes(row.state))
    throw new Problem('state', { zh: '现在不能申请加急', en: 'it cannot be expedited now' }, { state: row.state })
  if (reason.trim() === '') throw new Problem('invalid', { zh: '需要写明加急理由', en: 'a reason is needed' })
  const one = await tx.db
    .selectFrom('program as p')
    .innerJoin('entity as e', 'e.id', 'p.entity')
    .select('e.kind')
    .where('p.id', '=', row.program)
    .executeTakeFirstOrThrow()
  const past = await tx.db.selectFrom('use').select('at').where('program', '=', row.program).where('kind', '=', 'expedite').execute()
  const quota = left(
    expediteQuota(one.kind === 'person' ? 'person' : 'organisation', await approvedInARow(tx, row.program)),
    past.map(({ at }) => at),
    tx.now,
  )
  if (!quota.allowed)
    throw new Problem(
      'guard',
      { zh: '今年的加急次数已用完', en: 'the expedited reviews of this year are used up' },
      { guard: 'withinQuota', until: quota.until },
    )
  if (row.expedited_at === null) {
    await tx.db
      .updateTable('version')
      .set({ expedited_at: tx.now, due_at: due('expedited', tx.now, tx.store.calendar) })
      .where('id', '=', version)
      .execute()
    tx.log({ type: 'version.expedited', actor, subject: 'version', subjectId: version, payload: { reason: reason.trim() } })
  }
  return quota
}

export const versionById = (store: Store, id: string) => store.db.selectFrom('version').selectAll().where('id', '=', id).executeTakeFirst()
export const versionsOf = (store: Store, program: string) =>
  store.db.selectFrom('version').selectAll().where('program', '=', program).orderBy('n', 'desc').execute()
export const filesOf = (store: Store, version: string) =>
  store.db.selectFrom('file_index').select(['path', 'sha256', 'size']).where('version', '=', version).orderBy('path').execute()

/** The last version of a program before this one that a person approved: what a reviewer compares with. */
export const lastApproved = async (store: Store, version: string) => {
  const { rows } = await sql<{ id: string; n: number; label: string; sha256: string; listing: string | null }>`
    select b.id, b.n, b.label, b.sha256, b.listing from version v
    join version b on b.program = v.program and b.channel = v.channel and b.n < v.n
    where v.id = ${version} and exists (select 1 from decision d join decision_status s using (id)
      where d.version = b.id and d.action = 'approve' and d.actor is not null and s.state in ('effective', 'appealed', 'affirmed', 'varied'))
    order by b.n desc limit 1`.execute(store.db)
  return rows[0] ?? null
}

/** Messages between developer and reviewer, and reviewers' notes, which developers never see. */
export const addMessage = async (
  tx: Tx,
  {
    version,
    actor,
    side,
    text,
  }: {
    readonly version: string
    readonly actor: Actor
    readonly side: 'developer' | 'reviewer' | 'platform' | 'note'
    readonly text: string
  },
): Promise<string> => {
  const id = tx.id()
  await tx.db.insertInto('message').values({ id, version, account: actor.id, side, text, at: tx.now }).execute()
  tx.log({ type: 'message.added', actor, subject: 'version', subjectId: version, payload: { message: id, side } })
  return id
}
export const messagesOf = (store: Store, version: string, { notes }: { readonly notes: boolean }) => {
  const query = store.db.selectFrom('message').selectAll().where('version', '=', version).orderBy('at')
  return (notes ? query : query.where('side', '<>', 'note')).execute()
}

/** The sealed test account, for the holder of the lease and nobody else; that it was looked at is logged. */
export const sealedTestAccount = async (
  tx: Tx,
  { version, actor }: { readonly version: string; readonly actor: Actor },
): Promise<Buffer | null> => {
  const lease = await tx.db
    .selectFrom('lease')
    .select('account')
    .where('version', '=', version)
    .where('ended_at', 'is', null)
    .where('until', '>', tx.now)
    .executeTakeFirst()
  if (actor.role !== 'system' && (actor.id === null || lease?.account !== actor.id))
    throw new Problem('role', {
      zh: '只有领取了这一项的审核员可以查看测试账号',
      en: 'only the reviewer who holds this item sees the test account',
    })
  const row = await tx.db.selectFrom('test_account').select('sealed').where('version', '=', version).executeTakeFirst()
  tx.log({ type: 'test-account.seen', actor, subject: 'version', subjectId: version, payload: null })
  return row?.sealed ?? null
}

/**
 * The hash of the bytes that people may get of a version; null when nobody may. It is the door through which every byte
 * goes out: a version that is out, of a program that is out, whose very hash a decision in force approves, and that is not blocked.
 */
export const publicBlob = async (store: Store, version: string): Promise<string | null> => {
  const row = await store.db
    .selectFrom('public_version as v')
    .innerJoin('program as p', 'p.id', 'v.program')
    .select('v.sha256')
    .where('v.id', '=', version)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('blocked as b')
            .select('b.id')
            .where('b.ended_at', 'is', null)
            .where('b.hard', '=', true)
            .where((one) =>
              one.or([
                one('b.kind', '=', 'bytes').and('b.value', '=', one.ref('v.sha256')),
                one('b.kind', '=', 'program').and('b.value', '=', one.ref('p.appid')),
              ]),
            ),
        ),
      ),
    )
    .executeTakeFirst()
  return row?.sha256 ?? null
}
/** The public version of a program: the live one, or a gray one for those it is for. */
export const publicVersions = (store: Store, program: string) =>
  store.db.selectFrom('public_version').selectAll().where('program', '=', program).execute()

/** Shares a trial for so long. */
export const shareTrial = async (
  tx: Tx,
  { version, actor, rv, until }: { readonly version: string; readonly actor: Actor; readonly rv: number; readonly until: number },
): Promise<Change> => {
  await lockRow(tx, 'version', version)
  await tx.db.updateTable('version').set({ trial_until: until }).where('id', '=', version).execute()
  return transition(tx, { subject: 'version', id: version, event: 'share', actor, rv, payload: { until } })
}
/** What changed, in the words of a submission. */
export const setChangelog = async (tx: Tx, version: string, changelog: string): Promise<void> => {
  await tx.db.updateTable('version').set({ changelog }).where('id', '=', version).execute()
}
/** Postpones until a moment; a reason goes to the developer. */
export const postpone = async (
  tx: Tx,
  {
    version,
    actor,
    rv,
    until,
    reason,
  }: { readonly version: string; readonly actor: Actor; readonly rv: number; readonly until: number; readonly reason: Text },
): Promise<Change> => {
  await lockRow(tx, 'version', version)
  await tx.db.updateTable('version').set({ postponed_to: until }).where('id', '=', version).execute()
  return transition(tx, { subject: 'version', id: version, event: 'postpone', actor, rv, payload: { reason: { ...reason }, until } })
}
/** Whether a version has a test account, which is not to look at it. */
export const hasTestAccount = async (store: Store, version: string): Promise<boolean> =>
  (await store.db.selectFrom('test_account').select('version').where('version', '=', version).executeTakeFirst()) !== undefined
export const declarationsOf = (store: Store, version: string) =>
  store.db.selectFrom('declaration').select(['kind', 'content']).where('version', '=', version).orderBy('kind').execute()
