/** Uploads as they were promised and as they came. */
import type { Store, Tx } from './store.ts'

/** An upload begins: which bytes were promised. */
export const beginUpload = async (
  tx: Tx,
  one: {
    readonly version: string
    readonly program: string
    readonly account: string
    readonly sha256: string
    readonly bytes: number
    readonly ipHash: string
  },
): Promise<void> => {
  await tx.db
    .insertInto('upload')
    .values({
      id: tx.id(),
      account: one.account,
      program: one.program,
      version: one.version,
      sha256: one.sha256,
      bytes: one.bytes,
      ip_hash: one.ipHash,
      result: 'begun',
      at: tx.now,
    })
    .execute()
}
/** What was promised for a version. */
export const promisedUpload = (store: Store, version: string) =>
  store.db
    .selectFrom('upload')
    .select(['id', 'sha256', 'bytes', 'account'])
    .where('version', '=', version)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
/** How it ended. */
export const endUpload = async (store: Store, id: string, result: 'stored' | 'refused', reason: unknown = null): Promise<void> => {
  await store.db
    .updateTable('upload')
    .set({ result, reason: reason === null ? null : JSON.stringify(reason) })
    .where('id', '=', id)
    .execute()
}
