/** The second factor of an account: a sealed secret, the last step that was used, and recovery codes as hashes. Each code works once. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../domain/words.ts'
import { Problem } from './problem.ts'
import type { Store, Tx } from './store.ts'

const hashed = (code: string): string => createHash('sha256').update(code).digest('hex')
const RECOVERY = 10

export const secondFactorOf = (store: Store, account: string) =>
  store.db.selectFrom('second_factor').selectAll().where('account', '=', account).executeTakeFirst()
/** The same behind its lock, in a transaction that goes on to use it. */
export const lockSecondFactor = (tx: Tx, account: string) =>
  tx.db.selectFrom('second_factor').selectAll().where('account', '=', account).forUpdate().executeTakeFirst()

/** Begins: the secret is kept, and counts when a first code has confirmed it. One that counts already is not replaced. */
export const beginSecondFactor = async (
  tx: Tx,
  { account, sealed }: { readonly account: string; readonly sealed: Buffer },
): Promise<void> => {
  const row = await tx.db.selectFrom('second_factor').select('confirmed_at').where('account', '=', account).forUpdate().executeTakeFirst()
  if (row?.confirmed_at != null)
    throw new Problem('guard', { zh: '两步验证已开启，请先关闭', en: 'the second factor is on; give it up first' }, { guard: 'noFactor' })
  await tx.db
    .insertInto('second_factor')
    .values({ account, secret_sealed: sealed, confirmed_at: null, last_step: null, recovery_hashes: [] })
    .onConflict((same) => same.column('account').doUpdateSet({ secret_sealed: sealed, last_step: null, recovery_hashes: [] }))
    .execute()
}
/** Uses a step of the clock up; false when it, or a later one, was used before. Whoever asks at the same time: once. */
export const useStep = async (tx: Tx, account: string, step: number): Promise<boolean> => {
  const row = await tx.db
    .updateTable('second_factor')
    .set({ last_step: step })
    .where('account', '=', account)
    .where((eb) => eb.or([eb('last_step', 'is', null), eb('last_step', '<', step)]))
    .returning('account')
    .executeTakeFirst()
  return row !== undefined
}
/** Confirms it, and gives recovery codes away, once. */
export const confirmSecondFactor = async (tx: Tx, { account, actor }: { readonly account: string; readonly actor: Actor }) => {
  const codes = Array.from({ length: RECOVERY }, () =>
    Buffer.from(tx.store.random(10))
      .toString('hex')
      .replace(/(.{5})(?=.)/g, '$1-'),
  )
  await tx.db
    .updateTable('second_factor')
    .set({ confirmed_at: tx.now, recovery_hashes: codes.map(hashed) })
    .where('account', '=', account)
    .execute()
  tx.log({ type: 'second-factor.on', actor, subject: 'account', subjectId: account, payload: null })
  return codes
}
/** Uses a recovery code up; false when it is none. */
export const useRecovery = async (tx: Tx, account: string, code: string): Promise<boolean> => {
  const hash = hashed(code.trim().toLowerCase())
  const { numAffectedRows } = await sql`
    update second_factor set recovery_hashes = array_remove(recovery_hashes, ${hash})
    where account = ${account} and confirmed_at is not null and ${hash} = any(recovery_hashes)`.execute(tx.db)
  if (!numAffectedRows) return false
  tx.log({
    type: 'second-factor.recovered',
    actor: { id: account, role: 'developer', entity: null },
    subject: 'account',
    subjectId: account,
    payload: null,
  })
  return true
}
/** Gives it up. */
export const endSecondFactor = async (tx: Tx, { account, actor }: { readonly account: string; readonly actor: Actor }): Promise<void> => {
  await tx.db.deleteFrom('second_factor').where('account', '=', account).execute()
  tx.log({ type: 'second-factor.off', actor, subject: 'account', subjectId: account, payload: null })
}
