/** The same as seen in a run: somebody new opened the program, stood before a form or a sign-in, and found no way past it. */
import {
  calledAt,
  type Detail,
  entryWords,
  type Interpretation,
  isEntry,
  journey,
  lacksAnswers,
  type Move,
  moveOf,
  type NavigationRecord,
  type Pass,
  type ProgramModel,
  pageSpot,
  pageWords,
  type RunEvidence,
  recordsIn,
  type Screen,
  screenBefore,
  settledAfter,
  stepsWitness,
  type Tappable,
  tappedSpots,
  tapsOn,
  targetOf,
  trusted,
  unprompted,
} from '../kit.ts'

const DECLINE = entryWords('decline')
const GUEST = entryWords('guest')
const CLOSED = entryWords('closed-group')
const PERSONAL = /手机|电话|身份证|生日|出生|姓名|住址|密码|账号|工号|学号|验证码|称呼|邮箱|昵称/
const SIGN_IN = /登录|登陆|授权|注册|绑定|完善|认证|一键/
const SEND = /提交|保存|确定|确认|完成|下一步|开始|进入|登录|注册|绑定|同意/
const TERMS = /协议|政策|隐私|条款|说明|忘记|客服|帮助/

export interface Wall {
  readonly data: Readonly<Record<string, string>>
  readonly detail: Pick<Detail, 'at' | 'related' | 'witness' | 'verdict' | 'confidence'>
}

/** What asks for who one is, in the layer over the page or on the page itself. */
const asks = (screen: Screen, covered: boolean): boolean => {
  const inside = covered ? (screen.state.cover?.text ?? '') : pageWords(screen).join(' ')
  const fields = tapsOn(screen).filter(({ field }) => field !== null)
  const personal =
    fields.some(({ text }) => PERSONAL.test(text)) ||
    tapsOn(screen).some(({ openType }) => /^get(?:PhoneNumber|UserInfo)$/.test(openType ?? ''))
  return personal || (SIGN_IN.test(inside) && tapsOn(screen).some(({ text }) => SIGN_IN.test(text) && text.length <= 16))
}
const signsIn = (tap: Pick<Tappable, 'text' | 'openType'>): boolean =>
  /^get(?:PhoneNumber|UserInfo)$/.test(tap.openType ?? '') || (SIGN_IN.test(tap.text) && !declines(tap.text))
const declines = (text: string): boolean => isEntry(DECLINE, text) || isEntry(GUEST, text)

interface Place {
  readonly route: string
  readonly covered: boolean
}
const standsAt = (screen: Screen | null, place: Place): boolean =>
  screen?.state.route === place.route && (!place.covered || Boolean(screen.state.cover))

/** Taps made before the wall, with what came of each: past it, or still there. */
function attempts(run: RunEvidence, place: Place) {
  const tried = new Map<string, { readonly pass: Pass; readonly move: Move }>()
  const unreached = new Set<string>()
  let way = false
  for (const pass of trusted(run))
    for (const move of pass.moves) {
      if (move.step.do !== 'tap' && move.step.do !== 'back') continue
      const before = screenBefore(pass, move)
      if (!standsAt(before, place)) continue
      if (!move.done) {
        if (move.step.do === 'tap' && move.missed === 'covered') unreached.add(move.step.selector)
        continue
      }
      if (journey(pass, move).some(({ step }) => step.do === 'input')) continue
      const target = targetOf(pass, move)
      const { screen } = settledAfter(pass, move)
      const gone = screen !== null && screen.state.prompts.length === 0 && !standsAt(screen, place)
      const text = target?.text ?? ''
      if (gone && !(target && signsIn(target)) && !TERMS.test(text)) way = true
      if (target && !tried.has(target.selector)) tried.set(target.selector, { pass, move })
    }
  return { tried, unreached, way }
}

function wallIn(program: ProgramModel, interpretation: Interpretation, run: RunEvidence, pass: Pass): Wall | null {
  const [launch] = pass.moves
  if (launch?.step.do !== 'launch') return null
  const { screen, last } = settledAfter(pass, launch)
  const home = program.home?.slice(program.root.length)
  if (!screen?.state.route || !home || lacksAnswers(pass, last) || pageWords(screen).some((text) => isEntry(CLOSED, text))) return null
  const { route } = screen.state
  const covered = Boolean(screen.state.cover)
  if (!asks(screen, covered)) return null
  const jump = recordsIn(pass, 'navigation').find(
    (record): record is NavigationRecord =>
      record.ok &&
      record.to.split('?')[0] === route &&
      record.action !== 'launch' &&
      unprompted(record) &&
      (moveOf(pass, record)?.to ?? 0) <= last.to,
  )
  if (!covered && (route === home || !jump)) return null
  const place = { route, covered }
  const { tried, unreached, way } = attempts(run, place)
  if (way) return null
  /** What lies under the layer: fingers were sent there and did not reach it, or would not. */
  const beneath = (tap: Tappable): boolean => covered && (tap.covered === true || unreached.has(tap.selector))
  const left = tapsOn(screen).filter(
    (tap) =>
      tap.layer === 'page' &&
      !beneath(tap) &&
      tap.field === null &&
      !tried.has(tap.selector) &&
      !signsIn(tap) &&
      !SEND.test(tap.text) &&
      !TERMS.test(tap.text),
  )
  const decoy = [...tried.values()].find(({ pass: one, move }) => declines(targetOf(one, move)?.text ?? ''))
  const fields = tapsOn(screen).flatMap((tap) => (tap.field !== null && tap.text ? [tap.text] : []))
  const spots = decoy
    ? tappedSpots(program, interpretation, decoy.pass, decoy.move)
    : jump
      ? calledAt(program, jump, pageSpot(pass, last, route))
      : { at: pageSpot(pass, last, route, screen.state.cover ?? undefined), related: [] }
  return {
    data: { page: route },
    detail: {
      ...spots,
      // What nobody tapped may be the way out.
      verdict: left.length > 0 ? 'review' : 'violation',
      confidence: left.length > 0 ? 'low' : 'medium',
      witness: stepsWitness(decoy?.pass ?? pass, decoy ? settledAfter(decoy.pass, decoy.move).last : last, {
        zh: `不${fields.length > 0 ? `填${fields.slice(0, 3).join('、')}` : '登录'}就过不去${decoy ? `，“${targetOf(decoy.pass, decoy.move)?.text}”点了也没用` : ''}`,
        en: `no way past it without ${fields.length > 0 ? fields.slice(0, 3).join(', ') : 'signing in'}${decoy ? `; “${targetOf(decoy.pass, decoy.move)?.text}” changes nothing` : ''}`,
      }),
    },
  }
}

/** The first wall that was met, if any. */
export function wallSeen(program: ProgramModel, interpretation: Interpretation, run: RunEvidence): Wall | null {
  const met = trusted(run)
    .filter(
      ({ kind, profile, server }) => ['sweep', 'taps', 'people'].includes(kind) && profile === 'accept-all' && server !== 'after-release',
    )
    .map((pass) => wallIn(program, interpretation, run, pass))
  // Somebody new stands before it each time.
  return met.length > 0 && met.every((wall) => wall !== null)
    ? (met.find((wall) => wall?.detail.verdict === 'violation') ?? met[0] ?? null)
    : null
}
