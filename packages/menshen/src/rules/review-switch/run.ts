/** The same as seen in runs: what stood there for reviewers, and what for everybody after them. */
import {
  type CallRecord,
  calledAt,
  type Detail,
  findTerms,
  type Interpretation,
  lacksAnswers,
  type Move,
  moveOf,
  type NavigationRecord,
  type Pass,
  type ProgramModel,
  pageFile,
  pageSpot,
  pageWords,
  passesOf,
  type RunEvidence,
  recordsIn,
  recordsOf,
  type Screen,
  samePlaces,
  settledAfter,
  stackSpots,
  stepsWitness,
  type Text,
  unprompted,
} from '../kit.ts'

/** Money that changes hands. */
const SELLS = /[¥￥]\s*\d|\d\s*元|购买|充值|开通|\bS?VIP\b|会员|付费|支付|提现|借款|贷款|彩票|投注|算命/i

/** Numbers, dates, greetings of a build: no content. */
const IDLE = /^[\d\s:：.,%/\-¥￥+年月日时分秒点]*$|版本|version|build|v?\d+\.\d+\.\d+|调试|debug|trial|develop|体验版|开发版|测试环境/i

type Between = 'server' | 'version' | 'date'
const BY: Readonly<Record<Between, Text>> = {
  server: { zh: '服务器在发布前后的不同回答', en: 'what the server answers before and after release' },
  version: { zh: '程序运行的版本环境', en: 'the build’s environment' },
  date: { zh: '日期', en: 'the date' },
}

export interface SeenSwitch {
  readonly message: 'area-switched' | 'start-switched'
  readonly data: Readonly<Record<string, string | Text>>
  readonly detail: Pick<Detail, 'at' | 'related' | 'witness' | 'verdict' | 'confidence'>
}

const content = (screen: Screen | null): readonly string[] => pageWords(screen).filter((text) => !IDLE.test(text.trim()))
/** All that reviewers could read anywhere. */
const everything = (passes: readonly Pass[]): string => [...new Set(passes.flatMap((pass) => pass.screens.flatMap(pageWords)))].join('\n')
/** What is listed as forbidden or as needing more than a category: one plain word of it, or two that hint. */
const listed = (program: ProgramModel, texts: readonly string[]): string | undefined => {
  const short = texts.filter((text) => text.length <= 120)
  const strengths = short.map((text) => ({
    text,
    found: new Set(findTerms(text, { platform: program.platform, around: text }).map(({ strength }) => strength)),
  }))
  const hints = strengths.filter(({ found }) => found.has('medium'))
  return strengths.find(({ found }) => found.has('strong'))?.text ?? (hints.length > 1 ? hints[0]?.text : undefined)
}

interface Pair {
  readonly between: Between
  readonly before: Pass
  readonly after: Pass
  /** All passes that show what reviewers see. */
  readonly reviewed: readonly Pass[]
}
function pairsOf(run: RunEvidence): readonly Pair[] {
  const out: Pair[] = []
  for (const kind of ['sweep', 'taps'] as const)
    for (const server of ['responses', 'none'] as const) {
      const [now] = passesOf(run, { kind, profile: 'accept-all', server })
      if (!now) continue
      const reviewed = run.passes.filter((pass) => pass.server === server && !['later', 'trial', 'develop'].includes(pass.profile))
      const [released] = passesOf(run, { kind, profile: 'accept-all', server: 'after-release' })
      if (released) out.push({ between: 'server', before: now, after: released, reviewed })
      const [later] = passesOf(run, { kind, profile: 'later', server })
      if (later) out.push({ between: 'date', before: now, after: later, reviewed })
      // Reviewers try the trial version; everybody else has the released one.
      const [trial] = passesOf(run, { kind, profile: 'trial', server })
      if (trial) out.push({ between: 'version', before: trial, after: now, reviewed: passesOf(run, { profile: 'trial' }) })
    }
  return out
}

/** The calls that brought what a page shows. */
const sources = (program: ProgramModel, interpretation: Interpretation, pair: Pair, pass: Pass, move: Move) => {
  const calls = recordsOf(pass, move).filter(
    (record): record is CallRecord => record.kind === 'call' && /^request$|^cloud\./.test(record.api),
  )
  const asked = interpretation.mentions.filter(
    ({ api, called }) =>
      called && (pair.between === 'version' ? /AccountInfo|EnvInfo/.test(api) : pair.between === 'date' && api === 'Date'),
  )
  return [...calls.flatMap((call) => stackSpots(program, call)), ...asked.map(({ at }) => at)].slice(0, 8).map((at) => ({ at }))
}

function landing(program: ProgramModel, pair: Pair): SeenSwitch | null {
  const [first, second] = [pair.before.moves[0], pair.after.moves[0]]
  if (first?.step.do !== 'launch' || second?.step.do !== 'launch') return null
  const [one, other] = [settledAfter(pair.before, first), settledAfter(pair.after, second)]
  const [here, there] = [one.screen?.state.route, other.screen?.state.route]
  if (!here || !there || here === there || lacksAnswers(pair.before, one.last) || lacksAnswers(pair.after, other.last)) return null
  const jump = recordsIn(pair.after, 'navigation').find(
    (record): record is NavigationRecord =>
      record.ok && record.action !== 'launch' && record.to.split('?')[0] === there && unprompted(record),
  )
  const move = jump && moveOf(pair.after, jump)
  if (!jump || !move) return null
  // A page that reviewers could tap their way to hides nothing.
  const known = pair.reviewed.some((pass) =>
    recordsIn(pass, 'navigation').some((record) => record.ok && record.action !== 'launch' && record.to.split('?')[0] === there),
  )
  return {
    message: 'start-switched',
    data: {},
    detail: {
      ...calledAt(program, jump, pageSpot(pair.after, other.last, there)),
      verdict: known ? 'review' : 'violation',
      confidence: known ? 'low' : 'high',
      witness: stepsWitness(pair.after, other.last, {
        zh: `审核时打开的是 ${here}，${BY[pair.between].zh}使之变成 ${there}`,
        en: `for reviewers it opens ${here}; by ${BY[pair.between].en} it becomes ${there}`,
      }),
    },
  }
}

function area(program: ProgramModel, interpretation: Interpretation, pair: Pair): SeenSwitch | null {
  const known = everything(pair.reviewed)
  const told = new Set(known.split('\n'))
  let weak: SeenSwitch | null = null
  for (const { one, other } of samePlaces(pair.before, pair.after)) {
    if (one.step.do === 'input' || lacksAnswers(pair.before, one) || lacksAnswers(pair.after, other)) continue
    const [was, is] = [settledAfter(pair.before, one), settledAfter(pair.after, other)]
    const route = is.screen?.state.route
    if (!route || was.screen?.state.route !== route) continue
    const [old, fresh] = [content(was.screen), content(is.screen)]
    const gained = fresh.filter((text) => !old.includes(text) && !told.has(text))
    const lost = old.filter((text) => !fresh.includes(text))
    const harm = listed(program, gained)
    // Goods and prices where there were none anywhere.
    const sells = SELLS.test(known) ? undefined : gained.find((text) => SELLS.test(text))
    // Another page in place of this one: a build has no honest reason for that.
    const replaced = pair.between === 'version' && gained.length >= 2 && lost.length >= 2 && lost.length * 2 >= old.length
    const sign = harm ?? sells ?? (replaced ? gained[0] : undefined)
    if (!sign) continue
    const moved = pair.after.moves.slice(pair.after.moves.indexOf(other), pair.after.moves.indexOf(is.last) + 1)
    const spot = pageSpot(pair.after, is.last, route)
    const found: SeenSwitch = {
      message: 'area-switched',
      data: { by: BY[pair.between] },
      detail: {
        at: pageFile(program, route, spot),
        related: [...moved.flatMap((move) => sources(program, interpretation, pair, pair.after, move)), { at: spot }],
        verdict: harm || sells || replaced ? 'violation' : 'review',
        confidence: harm || sells ? 'high' : 'medium',
        witness: stepsWitness(pair.after, is.last, {
          zh: `审核时是“${lost.slice(0, 3).join('、') || '没有这部分'}”，之后是“${[sign, ...gained.filter((text) => text !== sign)].slice(0, 3).join('、')}”`,
          en: `reviewers see “${lost.slice(0, 3).join(', ') || 'nothing here'}”; then it is “${[sign, ...gained.filter((text) => text !== sign)].slice(0, 3).join(', ')}”`,
        }),
      },
    }
    if (harm || sells) return found
    weak ??= found
  }
  return weak
}

export function seenSwitches(program: ProgramModel, interpretation: Interpretation, run: RunEvidence): readonly SeenSwitch[] {
  const out: SeenSwitch[] = []
  const done = new Set<string>()
  for (const pair of pairsOf(run))
    for (const found of [landing(program, pair), area(program, interpretation, pair)]) {
      const key = `${pair.between} ${found?.message}`
      if (!found || done.has(key)) continue
      done.add(key)
      out.push(found)
    }
  return out
}
