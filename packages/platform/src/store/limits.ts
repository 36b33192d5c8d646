/** How often something may be asked, counted in the database so that all processes count together. */
import { sql } from 'kysely'
import type { Moment } from '../domain/words.ts'
import type { Store } from './store.ts'

export interface Rate {
  readonly most: number
  /** Milliseconds of a window. */
  readonly within: number
}
export interface Use {
  readonly allowed: boolean
  readonly left: number
  /** When the window ends. */
  readonly until: Moment
}

const windowOf = (now: Moment, within: number): Moment => Math.floor(now / within) * within

/** Counts one more and says whether it was still allowed. The key holds no personal data: a hash stands for an address. */
export const countUse = async (store: Store, key: string, { most, within }: Rate, cost = 1): Promise<Use> => {
  const since = windowOf(store.clock.now(), within)
  const { rows } = await sql<{ count: number }>`
    insert into rate_use (key, since, until, count) values (${key}, ${since}, ${since + within}, ${cost})
    on conflict (key, since) do update set count = least(rate_use.count + ${cost}, 1000000000) returning count`.execute(store.db)
  const { count } = rows[0]!
  return { allowed: count <= most, left: Math.max(0, most - count), until: since + within }
}
/** Whether one more would be allowed, without counting it: failures are counted when they fail. */
export const mayUse = async (store: Store, key: string, { most, within }: Rate): Promise<Use> => {
  const since = windowOf(store.clock.now(), within)
  const row = await store.db.selectFrom('rate_use').select('count').where('key', '=', key).where('since', '=', since).executeTakeFirst()
  const count = row?.count ?? 0
  return { allowed: count < most, left: Math.max(0, most - count), until: since + within }
}
/** Forgets windows that are over. */
export const forgetUses = async (store: Store): Promise<void> => {
  await store.db.deleteFrom('rate_use').where('until', '<=', store.clock.now()).execute()
}
