/** Findings asked for one by one: whose they are before what they say. */
import type { Text } from '../domain/words.ts'
import type { Store } from './store.ts'

/** Whether a finding is about a version of this program. */
export const findingIn = async (store: Store, finding: string, program: string): Promise<boolean> =>
  (await store.db
    .selectFrom('finding as f')
    .innerJoin('version as v', 'v.id', 'f.version')
    .select('f.id')
    .where('f.id', '=', finding)
    .where('v.program', '=', program)
    .executeTakeFirst()) !== undefined
/** What findings said, by their ids. */
export const findingWords = async (
  store: Store,
  ids: readonly string[],
): Promise<readonly { readonly id: string; readonly what: Text }[]> => {
  if (ids.length === 0) return []
  const rows = await store.db
    .selectFrom('finding')
    .select(['id', 'content'])
    .where('id', 'in', [...ids])
    .orderBy('id')
    .execute()
  return rows.map(({ id, content }) => {
    const what = (content as { what?: Partial<Text> } | null)?.what
    return { id, what: { zh: what?.zh ?? '', en: what?.en ?? '' } }
  })
}
/** Whether a finding is about this version. */
export const findingAbout = async (store: Store, finding: string, version: string): Promise<boolean> =>
  (await store.db.selectFrom('finding').select('id').where('id', '=', finding).where('version', '=', version).executeTakeFirst()) !==
  undefined
