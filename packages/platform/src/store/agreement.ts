/** How far people agree with the engine and with each other: by what they last said of findings. */
import { sql } from 'kysely'
import type { Store } from './store.ts'

export interface Agreement {
  /** By rule: what people made of what the engine found. */
  readonly rules: readonly { readonly rule: string; readonly confirmed: number; readonly dismissed: number; readonly unsure: number }[]
  /** Of findings that two people marked, each for themselves. */
  readonly pairs: { readonly pairs: number; readonly agreed: number; readonly kappa: number | null }
  readonly reviewers: readonly {
    readonly name: string
    readonly marks: number
    readonly confirmed: number
    /** Of findings that others marked too. */
    readonly shared: number
    readonly agreed: number
  }[]
}

/** Agreement beyond chance (Scott’s pi: one distribution for both, for nobody is the first of a pair); null where there is nothing to tell. */
export const beyondChance = (counts: readonly { readonly a: string; readonly b: string; readonly n: number }[]): number | null => {
  const pairs = counts.reduce((sum, one) => sum + one.n, 0)
  if (pairs === 0) return null
  const agreed = counts.reduce((sum, { a, b, n }) => sum + (a === b ? n : 0), 0) / pairs
  const share = new Map<string, number>()
  for (const { a, b, n } of counts) for (const mark of [a, b]) share.set(mark, (share.get(mark) ?? 0) + n / (2 * pairs))
  const chance = [...share.values()].reduce((sum, one) => sum + one * one, 0)
  return chance >= 1 ? null : (agreed - chance) / (1 - chance)
}

/** Of the days before now; a mark counts as it was last left by whoever made it. */
export const agreementOf = async (store: Store, days: number): Promise<Agreement> => {
  const since = store.clock.now() - days * 86_400_000
  const marks = sql`
    select distinct on (m.finding, m.account) f.rule, f.fingerprint, v.program, m.finding, m.account, m.mark
    from finding_mark m join finding f on f.id = m.finding join version v on v.id = f.version
    where m.mark in ('confirm', 'dismiss', 'unsure') and m.at >= ${since} order by m.finding, m.account, m.at desc, m.id desc`
  // What two people said of the same finding: in one version, or in the next one, where it stands unchanged.
  const both = sql`
    select a.account one, b.account other, least(a.mark, b.mark) a, greatest(a.mark, b.mark) b
    from said a join said b on b.program = a.program and b.fingerprint = a.fingerprint and b.account > a.account`
  const [rules, pairs, reviewers] = await Promise.all([
    sql<{ rule: string; confirmed: number; dismissed: number; unsure: number }>`
      with said as (${marks})
      select rule, count(*) filter (where mark = 'confirm')::integer confirmed, count(*) filter (where mark = 'dismiss')::integer dismissed,
        count(*) filter (where mark = 'unsure')::integer unsure
      from said group by rule order by count(*) filter (where mark = 'dismiss') desc, count(*) desc, rule limit 200`.execute(store.db),
    sql<{ a: string; b: string; n: number }>`
      with said as (${marks}), met as (${both}) select a, b, count(*)::integer n from met group by a, b`.execute(store.db),
    sql<{ name: string; marks: number; confirmed: number; shared: number; agreed: number }>`
      with said as (${marks}), met as (${both}),
        own as (select account, count(*)::integer marks, count(*) filter (where mark = 'confirm')::integer confirmed from said group by account),
        ends as (select one account, a = b same from met union all select other, a = b from met),
        shared as (select account, count(*)::integer shared, count(*) filter (where same)::integer agreed from ends group by account)
      select w.display_name "name", own.marks, own.confirmed, coalesce(shared.shared, 0)::integer shared, coalesce(shared.agreed, 0)::integer agreed
      from own join account w on w.id = own.account left join shared using (account) order by own.marks desc, w.display_name limit 200`.execute(
      store.db,
    ),
  ])
  return {
    rules: rules.rows,
    pairs: {
      pairs: pairs.rows.reduce((sum, one) => sum + one.n, 0),
      agreed: pairs.rows.reduce((sum, one) => sum + (one.a === one.b ? one.n : 0), 0),
      kappa: beyondChance(pairs.rows),
    },
    reviewers: reviewers.rows,
  }
}
