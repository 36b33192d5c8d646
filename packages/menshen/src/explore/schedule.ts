/**
 * Which pass comes next, and which can be left out: where nothing was asked there is nothing to refuse, and where nobody
 * was asked over the network a failing server changes nothing. What the first passes saw decides, never the clock, so
 * that the same program always gets the same passes.
 */
import type { Pass, PassKind, RunRecord } from '../evidence/run.ts'
import type { ProfileName } from '../simulator/profiles.ts'
import type { Plan } from './index.ts'

/** Questions of the platform's; dialogs of the program's own are questions too. */
const PLATFORM: ReadonlySet<string> = new Set(['permission', 'profile', 'payment'])
const DIALOG: ReadonlySet<string> = new Set([...PLATFORM, 'modal', 'sheet', 'panel'])
/** Calls that are answered by what somebody gave or has, though no question comes up. */
const ACCOUNT = /^(?:login|checkSession|openSetting|getSetting|authorize|get(?:Location|FuzzyLocation|UserInfo|UserProfile))$|^button\./
const LINE = /request|upload|download|socket|network|cloud|preload|fetch|video|audio|font|live/i

/** Calls whose answers tell one telephone from another. */
const TELEPHONE = /^get(?:System|Device|AppBase|HostInfo)/

type Ground = 'platform' | 'dialog' | 'line' | 'telephone'
const gives = (record: RunRecord, ground: Ground): boolean => {
  // what was no longer written down may have been anything
  if (record.kind === 'host') return record.what === 'limit'
  if (ground === 'line') return record.kind === 'network' || record.kind === 'media' || (record.kind === 'call' && LINE.test(record.api))
  if (ground === 'telephone') return record.kind === 'call' && TELEPHONE.test(record.api)
  if (record.kind === 'call') return ACCOUNT.test(record.api)
  return record.kind === 'prompt' && (ground === 'dialog' ? DIALOG : PLATFORM).has(record.sort)
}
/** What must have been seen for a pass to show anything new, and in which passes it would have been: their kinds, and who made them. */
interface Grounds {
  readonly ground: Ground
  readonly kinds: readonly PassKind[]
  readonly profile: ProfileName
}
const groundsOf = ({ kind, profile, server }: Plan): readonly Grounds[] => {
  const first = (ground: Ground, ...kinds: readonly PassKind[]): Grounds => ({ ground, kinds, profile: 'accept-all' })
  // the same moves by somebody else: where that other was never asked for an answer, there is none to give otherwise
  const after = (other: ProfileName, ground: Ground): Grounds => ({ ground, kinds: [kind], profile: other })
  if (profile === 'deny-all') return [kind === 'people' ? first('dialog', 'sweep', 'taps', 'people') : first('dialog', 'sweep', 'taps')]
  const platform = first('platform', 'sweep', 'taps', 'people')
  if (profile === 'refusing') return [platform, after('deny-all', 'dialog')]
  if (profile === 'hesitant') return [platform, after('fickle', 'platform')]
  if (profile === 'fickle') return [platform]
  // rules that ask what an iPhone shows take everybody's passes where there are none of its own: all of them must be alike
  if (profile === 'ios') return [first('telephone', 'sweep', 'taps', 'people')]
  if (profile === 'slow-4g' || ['empty', 'failing', 'synthesised'].includes(server)) return [first('line', 'sweep', 'taps')]
  return []
}

/** How a pass stands: not begun, begun, or ended with what it saw (null when it came to nothing). */
export type Standing = 'waiting' | 'under way' | Pass | null

const OWN: readonly Plan['server'][] = ['responses', 'none', 'live']
/** The passes that such grounds are looked for in. */
const within = (plans: readonly Plan[], { kinds, profile }: Grounds): readonly number[] =>
  plans.flatMap((one, i) => (one.profile === profile && OWN.includes(one.server) && kinds.includes(one.kind) ? [i] : []))
/** The passes that a pass depends on. */
const before = (plans: readonly Plan[], plan: Plan): readonly number[] => groundsOf(plan).flatMap((grounds) => within(plans, grounds))
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
  return groundsOf(plan).some((grounds) => {
    const seen = within(plans, grounds).map((at) => standings[at])
    // without all of the passes that would have seen it nobody knows
    if (seen.length < grounds.kinds.length) return false
    return seen.every((one) => one !== null && typeof one === 'object' && !one.records.some((record) => gives(record, grounds.ground)))
  })
}
