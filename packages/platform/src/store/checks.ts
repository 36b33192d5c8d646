/** What checks ran, what they found, and what people said of it. */
import { sql } from 'kysely'
import type { Finding } from '../../../menshen/src/check/types.ts'
import type { Actor } from '../domain/words.ts'
import { Problem } from './problem.ts'
import type { Store, Tx } from './store.ts'

export interface CheckPlan {
  readonly version: string
  readonly check: string
  readonly checkVersion: string
  readonly rulebook: string
  readonly required: boolean
  readonly settings?: unknown
  readonly seed?: string
}
/** Plans a run of a check; planned again before it began, it is the same one. */
export const planCheck = async (
  tx: Tx,
  { version, check, checkVersion, rulebook, required, settings = {}, seed }: CheckPlan,
): Promise<string> => {
  const last = await tx.db
    .selectFrom('check_run')
    .select(['id', 'attempt', 'state'])
    .where('version', '=', version)
    .where('check_id', '=', check)
    .orderBy('attempt', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  if (last && (last.state === 'queued' || last.state === 'running')) return last.id
  const id = tx.id()
  await tx.db
    .insertInto('check_run')
    .values({
      id,
      version,
      check_id: check,
      check_version: checkVersion,
      rulebook,
      required,
      settings: JSON.stringify(settings),
      seed: seed ?? null,
      attempt: (last?.attempt ?? 0) + 1,
      state: 'queued',
      queued_at: tx.now,
    })
    .execute()
  return id
}
/** It runs now; after a crash, again. */
export const beginCheck = async (tx: Tx, id: string): Promise<boolean> => {
  const row = await tx.db
    .updateTable('check_run')
    .set({ state: 'running', started_at: tx.now })
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'running'])
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
/** It ended: its findings are written once, however often a worker says so. */
export const endCheck = async (
  tx: Tx,
  { id, findings, resultSha256 }: { readonly id: string; readonly findings: readonly Finding[]; readonly resultSha256?: string },
): Promise<boolean> => {
  const row = await tx.db
    .updateTable('check_run')
    .set({ state: 'done', ended_at: tx.now, result_sha256: resultSha256 ?? null })
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'running'])
    .returning('version')
    .executeTakeFirst()
  if (!row) return false
  for (let at = 0; at < findings.length; at += 200)
    await tx.db
      .insertInto('finding')
      .values(
        findings.slice(at, at + 200).map((finding) => ({
          id: tx.id(),
          check_run: id,
          version: row.version,
          rule: finding.rule,
          verdict: finding.verdict,
          severity: finding.severity,
          confidence: finding.confidence,
          clauses: JSON.stringify(finding.clauses),
          content: JSON.stringify(finding),
          fingerprint: finding.fingerprint,
        })),
      )
      .execute()
  return true
}
/** It failed for good: a person will see that it did. */
export const failCheck = async (tx: Tx, id: string, error: string): Promise<boolean> => {
  const row = await tx.db
    .updateTable('check_run')
    .set({ state: 'failed', ended_at: tx.now, error: error.slice(0, 2000) })
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'running'])
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
/** What the machine made of it all: the assessment and whether anything vetoes an approval. */
export const saveRisk = async (tx: Tx, version: string, risk: unknown, vetoed: boolean): Promise<void> => {
  await tx.db
    .updateTable('version')
    .set({ risk: JSON.stringify(risk), vetoed })
    .where('id', '=', version)
    .execute()
  tx.log({
    type: 'version.assessed',
    actor: { id: null, role: 'system', entity: null },
    subject: 'version',
    subjectId: version,
    payload: { vetoed },
  })
}

export const checksOf = (store: Store, version: string) =>
  store.db.selectFrom('check_run').selectAll().where('version', '=', version).orderBy('queued_at').execute()
/** Findings of the last run of each check. */
const standing = (store: Store, version: string) =>
  store.db
    .selectFrom('finding as f')
    .innerJoin('check_run as c', 'c.id', 'f.check_run')
    .where('f.version', '=', version)
    .where('c.state', '=', 'done')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('check_run as later')
            .select('later.id')
            .whereRef('later.version', '=', 'c.version')
            .whereRef('later.check_id', '=', 'c.check_id')
            .where('later.state', '=', 'done')
            .whereRef('later.attempt', '>', 'c.attempt'),
        ),
      ),
    )
/** What was found, each by its fingerprint alone: to be counted and compared. */
export const fingerprintsOf = (store: Store, version: string) => standing(store, version).select(['f.id', 'f.fingerprint']).execute()
/** Findings of the last attempt of each check, with what was said of each last. */
export const findingsOf = async (store: Store, version: string, only?: readonly string[]) => {
  let query = standing(store, version).selectAll('f').select('c.check_id')
  if (only !== undefined) query = query.where(sql<boolean>`f.id = any (${[...only]}::uuid[])`)
  const rows = await query.orderBy('f.rule').orderBy('f.id').execute()
  const marks =
    rows.length === 0
      ? []
      : await store.db
          .selectFrom('finding_mark as m')
          .innerJoin('finding as f', 'f.id', 'm.finding')
          .selectAll('m')
          .where('f.version', '=', version)
          .orderBy('m.at')
          .execute()
  const byFinding = new Map<string, (typeof marks)[number][]>()
  for (const mark of marks) byFinding.set(mark.finding, [...(byFinding.get(mark.finding) ?? []), mark])
  return rows.map((row) => ({ ...row, marks: byFinding.get(row.id) ?? [] }))
}
/** A reviewer confirms, dismisses with a reason, or is unsure; a developer answers. Nothing said is taken back: the last word counts. */
export const markFinding = async (
  tx: Tx,
  {
    finding,
    actor,
    mark,
    reason = '',
  }: {
    readonly finding: string
    readonly actor: Actor
    readonly mark: 'confirm' | 'dismiss' | 'unsure' | 'answer'
    readonly reason?: string
  },
): Promise<string> => {
  if ((mark === 'dismiss' || mark === 'answer') && reason.trim() === '')
    throw new Problem('invalid', { zh: '需要写明理由', en: 'a reason is needed' })
  const id = tx.id()
  await tx.db.insertInto('finding_mark').values({ id, finding, account: actor.id!, mark, reason: reason.trim(), at: tx.now }).execute()
  tx.log({ type: `finding.${mark}`, actor, payload: { finding, mark: id } })
  return id
}
