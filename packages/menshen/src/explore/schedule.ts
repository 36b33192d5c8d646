/**
 * Which pass comes next, and which can be left out: where nothing was asked there is nothing to refuse, and where nobody
 * was asked over the network a failing server changes nothing. What the first passes saw decides, never the clock, so
 * that the same program always gets the same passes.
 */
import type { Pass, PassKind, RunRecord } from '../evidence/run.ts'
import type { Plan } from './index.ts'

/** Questions of the platform's; dialogs of the program's own are questions too. */
const PLATFORM: ReadonlySet<string> = new Set(['permission', 'profile', 'payment'])
const DIALOG: ReadonlySet<string> = new Set([...PLATFORM, 'modal', 'sheet', 'panel'])
/** Calls that are answered by what somebody gave or has, though no question comes up. */
const ACCOUNT = /^(?:login|checkSession|openSetting|getSetting|authorize|get(?:Location|FuzzyLocation|UserInfo|UserProfile))$|^button\./
const LINE = /request|upload|download|socket|network|cloud|preload|fetch|video|audio|font|live/i

type Ground = 'platform' | 'dialog' | 'line'
const gives = (record: RunRecord, ground: Ground): boolean => {
  if (ground === 'line') return record.kind === 'network' || record.kind === 'media' || (record.kind === 'call' && LINE.test(record.api))
  if (record.kind === 'call') return ACCOUNT.test(record.api)
  return record.kind === 'prompt' && (ground === 'dialog' ? DIALOG : PLATFORM).has(record.sort)
}
/** What must have been seen for a pass to show anything new, and in which kinds of passes it would have been. */
const groundOf = ({ kind, profile, server }: Plan): { readonly ground: Ground; readonly kinds: readonly PassKind[] } | null => {
  if (profile === 'deny-all') return { ground: 'dialog', kinds: kind === 'people' ? ['sweep', 'taps', 'people'] : ['sweep', 'taps'] }
  if (profile === 'refusing' || profile === 'fickle' || profile === 'hesitant')
    return { ground: 'platform', kinds: ['sweep', 'taps', 'people'] }
  if (profile === 'slow-4g' || server === 'empty' || server === 'failing') return { ground: 'line', kinds: ['sweep', 'taps'] }
  return null
}

/** How a pass stands: not begun, begun, or ended with what it saw (null when it came to nothing). */
export type Standing = 'waiting' | 'under way' | Pass | null

/** The passes that a pass depends on. */
const before = (plans: readonly Plan[], plan: Plan): readonly number[] => {
  const kinds = groundOf(plan)?.kinds ?? []
  return plans.flatMap((one, i) =>
    one.profile === 'accept-all' && ['responses', 'none', 'live'].includes(one.server) && kinds.includes(one.kind) ? [i] : [],
  )
}
/** The next pass to make, or 'later' when all that are left wait for others, or null when there is none. */
export function nextOf(plans: readonly Plan[], standings: readonly Standing[]): number | 'later' | null {
  let some = false
  for (const [i, plan] of plans.entries()) {
    if (standings[i] !== 'waiting') continue
    some = true
    if (before(plans, plan).every((at) => standings[at] !== 'waiting' && standings[at] !== 'under way')) return i
  }
  return some ? 'later' : null
}
/** True when what was seen so far says that a pass would show nothing new. */
export function needless(plans: readonly Plan[], standings: readonly Standing[], plan: Plan): boolean {
  const wanted = groundOf(plan)
  if (!wanted) return false
  const seen = before(plans, plan).map((at) => standings[at])
  // without both of the first passes nobody knows
  if (seen.length < wanted.kinds.length) return false
  return seen.every((one) => one !== null && typeof one === 'object' && !one.records.some((record) => gives(record, wanted.ground)))
}
