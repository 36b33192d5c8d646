/** Appeals: what waits for somebody who had no part in the matter, and what became of those that were decided. */
import { sql } from 'kysely'
import type { Moment, Text } from '../domain/words.ts'
import { actorsOf } from './facts/kit.ts'
import type { Store } from './store.ts'

export interface AppealRow {
  readonly decision: string
  readonly reference: string
  readonly action: string
  readonly subject: string
  readonly version: string | null
  readonly program: string | null
  readonly account: string | null
  /** Who decided, and who confirmed it. */
  readonly actor: string | null
  readonly second_actor: string | null
  readonly decided_at: Moment
  readonly state: string
  readonly rv: number
  readonly grounds: unknown
  readonly answer: Text | null
  readonly filed_at: Moment
  /** Since when it is in its state: of one that was answered, when. */
  readonly entered_at: Moment
}
const COLUMNS = sql`select d.id decision, d.reference, d.action, d.subject, d.version, d.program, d.account, d.actor, s.second_actor,
  d.created_at decided_at, s.state, s.rv, a.grounds, a.answer, a.filed_at, s.entered_at
  from appeal a join decision d on d.id = a.decision join decision_status s on s.id = d.id`

/** Those that wait, the oldest first; or those that were decided, the newest first. */
export const appeals = async (
  store: Store,
  { decided, limit }: { readonly decided: boolean; readonly limit: number },
): Promise<readonly AppealRow[]> => {
  const { rows } = await sql<AppealRow>`${COLUMNS}
    where ${decided ? sql`s.state in ('affirmed', 'varied', 'reversed', 'overridden') and a.answer is not null` : sql`s.state = 'appealed'`}
    order by ${decided ? sql`s.entered_at desc` : sql`a.filed_at`}, a.id limit ${limit}`.execute(store.db)
  return rows
}
/** The appeal against a decision; null when there was none. */
export const appealOf = async (store: Store, decision: string): Promise<AppealRow | null> => {
  const { rows } = await sql<AppealRow>`${COLUMNS} where a.decision = ${decision}`.execute(store.db)
  return rows[0] ?? null
}
/** How many wait. */
export const appealsWaiting = async (store: Store): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer "count" from decision_status where state = 'appealed'`.execute(store.db)
  return rows[0]!.count
}
/** Whether somebody had a part in what is appealed: the decision, or what it is about. The transition asks the same again. */
export const hadPart = async (store: Store, row: AppealRow, account: string | null): Promise<boolean> =>
  account !== null &&
  (row.actor === account ||
    row.second_actor === account ||
    (await actorsOf(store, row.subject as 'version', (row.version ?? row.program ?? row.account)!)).includes(account))
