/** What an account is in a program, and which program something belongs to. */
import type { Role } from '../domain/words.ts'
import type { Store } from './store.ts'

/** The roles of an account in a program; none for strangers and testers. Its owner is a developer there always. */
export const membershipIn = async (store: Store, account: string, program: string): Promise<readonly Role[]> => {
  const one = await store.db.selectFrom('program').select('owner').where('id', '=', program).executeTakeFirst()
  if (!one) return []
  const rows = await store.db
    .selectFrom('membership')
    .select('role')
    .where('program', '=', program)
    .where('account', '=', account)
    .where('ended_at', 'is', null)
    .where('role', '<>', 'tester')
    .execute()
  const roles = new Set(rows.map(({ role }) => role))
  if (one.owner === account) roles.add('developer')
  // First what may more: it is the role that somebody acts in.
  return (['program-admin', 'developer'] as const).filter((role) => roles.has(role))
}
export const isTester = async (store: Store, account: string, program: string): Promise<boolean> =>
  (await store.db
    .selectFrom('membership')
    .select('account')
    .where('program', '=', program)
    .where('account', '=', account)
    .where('role', '=', 'tester')
    .where('ended_at', 'is', null)
    .executeTakeFirst()) !== undefined
/** The program of a version; null when there is no such version. */
export const programOfVersion = async (store: Store, version: string): Promise<string | null> =>
  (await store.db.selectFrom('version').select('program').where('id', '=', version).executeTakeFirst())?.program ?? null
