/** A request that is sent twice is done once: the second gets the first one's answer. */
import { canonical } from '../domain/audit.ts'
import { sha256 } from '../domain/sha256.ts'
import { Problem } from './problem.ts'
import type { Tx } from './store.ts'

const KEY = /^[\x21-\x7e]{1,128}$/

/**
 * Does `work` once for a key of an account. Again with the same request: the answer that was given. With another request:
 * refused. At the same time: the second waits for the first. `request` is what identifies it: plain, without bytes.
 */
export const once = async <T>(
  tx: Tx,
  { account, key, request }: { readonly account: string; readonly key: string; readonly request: unknown },
  work: () => Promise<T>,
): Promise<T> => {
  if (!KEY.test(key))
    throw new Problem('invalid', { zh: '幂等键应是 1 到 128 个可见字符', en: 'an idempotency key is 1 to 128 visible characters' })
  const digest = sha256(canonical(request))
  const mine = await tx.db
    .insertInto('idempotency')
    .values({ account, key, request_sha256: digest, at: tx.now })
    .onConflict((same) => same.columns(['account', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst()
  if (!mine) {
    const row = await tx.db
      .selectFrom('idempotency')
      .selectAll()
      .where('account', '=', account)
      .where('key', '=', key)
      .executeTakeFirstOrThrow()
    if (row.request_sha256 !== digest)
      throw new Problem('taken', { zh: '这个幂等键已用于另一个请求', en: 'this idempotency key was used for another request' })
    return row.response as T
  }
  const answer = await work()
  await tx.db
    .updateTable('idempotency')
    .set({ response: JSON.stringify(answer) })
    .where('account', '=', account)
    .where('key', '=', key)
    .execute()
  return answer
}
