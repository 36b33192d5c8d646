/** The same as seen in a run: somebody shared, and had more than before. */
import {
  type Deed,
  type Detail,
  deedsIn,
  type Interpretation,
  lacksAnswers,
  type Pass,
  type ProgramModel,
  pageSpot,
  pageWords,
  type RunEvidence,
  recordsOf,
  type Screen,
  shares,
  stepsWitness,
  trusted,
} from '../kit.ts'

const REWARD = /次|枚|分|积分|金币|豆|机会|张|券|章|元|能量|水滴|等级|体力|奖|币|星|钻/
/** Counts of the sharing itself, of readers, of time. */
const COUNT = /分享|转发|浏览|阅读|点赞|在线|人|天|小时|分钟|秒|点半|月|日|公里|\d{1,2}:\d{2}/
const NUMBER = /\d+(?:\.\d+)?/g
const frame = (text: string): string => text.replace(NUMBER, '#')
const numbers = (text: string): readonly number[] => [...text.matchAll(NUMBER)].map(([one]) => Number(one))

/** Words on both screens that differ in one number only, which has grown. */
const grown = (before: Screen, after: Screen): { readonly was: string; readonly is: string } | null => {
  const old = new Map<string, string[]>()
  for (const text of pageWords(before)) old.set(frame(text), [...(old.get(frame(text)) ?? []), text])
  for (const is of pageWords(after)) {
    const had = old.get(frame(is))
    // Rows that look alike cannot be told apart.
    if (had?.length !== 1 || had[0] === is || is.length > 40 || !REWARD.test(is) || COUNT.test(is)) continue
    const [was, now] = [numbers(had[0]!), numbers(is)]
    const changed = now.map((one, i) => one - (was[i] ?? 0)).filter((one) => one !== 0)
    if (changed.length === 1 && changed[0]! > 0) return { was: had[0]!, is }
  }
  return null
}
/** Looks around, and does nothing that could earn anything. */
const idle = (pass: Pass, { move }: Deed): boolean => {
  if (['open', 'launch', 'back', 'hide', 'show', 'scroll', 'share', 'wait'].includes(move.step.do)) return true
  if (move.step.do !== 'tap') return false
  if (shares(pass, move)) return true
  const records = recordsOf(pass, move)
  return (
    records.some((record) => record.kind === 'navigation') &&
    !records.some(
      (record) => (record.kind === 'storage' && record.action === 'set') || (record.kind === 'network' && record.method !== 'GET'),
    )
  )
}

interface Earned {
  readonly pass: Pass
  readonly shared: Deed
  readonly after: Deed
  readonly was: string
  readonly is: string
}
function earnedIn(pass: Pass): { readonly byShare: readonly Earned[]; readonly anyway: ReadonlySet<string> } {
  const deeds = deedsIn(pass)
  const byShare: Earned[] = []
  const anyway = new Set<string>()
  const latest = new Map<string, number>()
  for (const [i, deed] of deeds.entries()) {
    const route = deed.screen?.state.route
    if (!deed.screen || !route || deed.screen.state.loading || deed.last === deed.move) continue
    const from = latest.get(route)
    latest.set(route, i)
    const before = from === undefined ? undefined : deeds[from]
    if (!before?.screen || from === undefined) continue
    const between = deeds.slice(from + 1, i + 1)
    const more = grown(before.screen, deed.screen)
    if (!more || !between.every((one) => idle(pass, one))) continue
    const shared = between.find((one) => shares(pass, one.move))
    if (shared && !lacksAnswers(pass, deed.last)) byShare.push({ pass, shared, after: deed, ...more })
    else if (!shared) anyway.add(frame(more.is))
  }
  return { byShare, anyway }
}

export const earnedByShare = (
  program: ProgramModel,
  interpretation: Interpretation,
  run: RunEvidence,
): (Pick<Detail, 'at' | 'related' | 'witness' | 'verdict' | 'confidence'> & { readonly text: string }) | null => {
  const all = trusted(run)
    .filter(({ profile }) => profile === 'accept-all')
    .map(earnedIn)
  const anyway = new Set(all.flatMap((one) => [...one.anyway]))
  const found = all.flatMap(({ byShare }) => byShare).find(({ is }) => !anyway.has(frame(is)))
  if (!found) return null
  const { pass, shared, after, was, is } = found
  const route = pass.screens.find(({ id }) => id === shared.move.before)?.state.route ?? null
  const unit = program.pages.find(({ base }) => base.slice(program.root.length) === route)
  const handler = interpretation.returned.find((one) => one.unit === unit && one.method === 'onShareAppMessage')?.at
  const spot = pageSpot(pass, after.last, after.screen?.state.route)
  return {
    text: is,
    at: handler ?? spot,
    related: [{ at: spot }],
    verdict: 'violation',
    confidence: 'high',
    witness: stepsWitness(pass, after.last, { zh: `分享之前“${was}”，分享之后“${is}”`, en: `before sharing “${was}”, after it “${is}”` }),
  }
}
