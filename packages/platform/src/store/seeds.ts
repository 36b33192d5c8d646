/** What every platform begins with: the queues of people, and the categories that the checker knows. Written again, it comes to the same. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import type { Store } from './store.ts'

const QUEUES: readonly (readonly [string, string, string, number])[] = [
  ['new', '首次提交', 'New programs', 20],
  ['update', '更新', 'Updates', 30],
  ['resubmitted', '重新提交', 'Resubmitted', 10],
  ['failed-check', '检查未完成', 'Checks that failed', 15],
  ['sample', '抽样复核', 'Samples', 40],
]

interface CategoryRow {
  readonly id: string
  readonly path: readonly string[]
  readonly status: string
  readonly personal?: string
  readonly documents?: { readonly any?: readonly { readonly all?: readonly { readonly name: string }[] }[] }
  readonly source: string
}
/** Where mistakes hurt: what touches health, money, public affairs, children or dealings between strangers. */
const SENSITIVE = /^(?:金融|医疗|时政|社交|教育|直播|文娱|深度合成|彩票|宗教|商业服务\/.*(?:相亲|征信|催收))/
const GUARDED = new Set(['allow-list', 'invited', 'closed', 'not-admitted'])

/** The categories of both platforms as the checker's data has them. */
export const knownCategories = () => {
  const data = join(dirname(createRequire(import.meta.url).resolve('menshen/package.json')), 'data', 'categories')
  const seen = new Set<string>()
  return (['wechat', 'douyin'] as const).flatMap((platform) => {
    const { categories } = JSON.parse(readFileSync(join(data, `${platform}.json`), 'utf8')) as { categories: readonly CategoryRow[] }
    return categories.flatMap(({ id, path, status, personal = 'unknown', documents, source }) => {
      // A path that both platforms have belongs to the first here; what is asked for it is the same kind of paper.
      if (seen.has(id)) return []
      seen.add(id)
      return [
        {
          id,
          platform,
          parent: path.length > 1 ? path.slice(0, -1).join('/') : null,
          name_zh: path.at(-1) ?? id,
          name_en: path.at(-1) ?? id,
          sensitive: GUARDED.has(status) || SENSITIVE.test(id),
          source: `menshen/${platform}/${source}`,
          needs: JSON.stringify((documents?.any ?? []).map(({ all = [] }) => all.map(({ name }) => name))),
          status,
          personal,
        },
      ]
    })
  })
}

/** Writes queues and categories; what an operator has changed since in a queue stays as it is. */
export const seedPlatform = async (store: Store): Promise<void> => {
  await store.db
    .insertInto('queue')
    .values(QUEUES.map(([id, name_zh, name_en, rank]) => ({ id, name_zh, name_en, rank })))
    .onConflict((same) => same.doNothing())
    .execute()
  await store.db
    .insertInto('category')
    .values(knownCategories())
    .onConflict((same) =>
      same.column('id').doUpdateSet({
        sensitive: sql`excluded.sensitive`,
        source: sql`excluded.source`,
        needs: sql`excluded.needs`,
        status: sql`excluded.status`,
        personal: sql`excluded.personal`,
      }),
    )
    .execute()
}
