/** How often something may be done: submissions (wx-tos 2.6), withdrawals, expedited reviews. Counted from what was done, never stored. */
import { endOf, startOf } from './deadlines.ts'
import { HOUR, MINUTE, type Moment, type Text } from './words.ts'

/** So many within a calendar period, or within a span that ends now. */
export type Limit =
  | { readonly most: number; readonly per: 'day' | 'month' | 'year'; readonly name: Text }
  | { readonly most: number; readonly within: number; readonly name: Text }

export const SUBMISSIONS: readonly Limit[] = [
  { most: 3, within: MINUTE, name: { zh: '每分钟提交', en: 'submissions a minute' } },
  { most: 10, within: HOUR, name: { zh: '每小时提交', en: 'submissions an hour' } },
  { most: 24, per: 'day', name: { zh: '每天提交', en: 'submissions a day' } },
  { most: 60, per: 'month', name: { zh: '每月提交', en: 'submissions a month' } },
]
export const WITHDRAWALS: readonly Limit[] = [
  { most: 5, per: 'day', name: { zh: '每天撤回', en: 'withdrawals a day' } },
  { most: 10, per: 'month', name: { zh: '每月撤回', en: 'withdrawals a month' } },
]

export type Left =
  | { readonly allowed: true; readonly left: number }
  | { readonly allowed: false; readonly until: Moment; readonly limit: Limit; readonly why: Text }

/** Whether one more is allowed now, after those at the given moments; if not, from when on. Moments to come do not count. */
export const left = (limits: readonly Limit[], past: readonly Moment[], now: Moment): Left => {
  let least = Number.POSITIVE_INFINITY
  let refused: Extract<Left, { allowed: false }> | undefined
  for (const limit of limits) {
    const since = 'per' in limit ? startOf(limit.per, now) : now - limit.within
    const counted = past.filter((at) => at <= now && ('per' in limit ? at >= since : at > since)).sort((a, b) => a - b)
    const free = limit.most - counted.length
    if (free > 0) {
      least = Math.min(least, free)
      continue
    }
    const until = 'per' in limit ? endOf(limit.per, now) : counted[counted.length - limit.most]! + limit.within
    if (!refused || until > refused.until) {
      const { zh, en } = limit.name
      refused = { allowed: false, until, limit, why: { zh: `${zh}最多 ${limit.most} 次`, en: `at most ${limit.most} ${en}` } }
    }
  }
  return refused ?? { allowed: true, left: least }
}

/** What is charged for submissions above a free number; the operator sets it, and by default nothing is. */
export interface Fee {
  readonly freePerMonth: number
  /** In the smallest unit of the currency. */
  readonly each: number
}
/** The fee of one more submission. */
export const fee = (rule: Fee | null, past: readonly Moment[], now: Moment): number => {
  if (!rule) return 0
  const since = startOf('month', now)
  return past.filter((at) => at >= since && at <= now).length >= rule.freePerMonth ? rule.each : 0
}

/** Expedited reviews a year: more for firms than for persons, and one more for every ten approvals in a row without a refusal. */
export const expediteQuota = (kind: 'person' | 'organisation', approvedInARow: number): readonly Limit[] => [
  {
    most: (kind === 'person' ? 1 : 3) + Math.min(3, Math.floor(approvedInARow / 10)),
    per: 'year',
    name: { zh: '每年加急', en: 'expedited reviews a year' },
  },
]
