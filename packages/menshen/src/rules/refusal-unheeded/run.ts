/** The same as seen in a run: somebody said no, and was asked again, sent away, or left with nothing. */
import {
  type Asked,
  asksIn,
  behind,
  type CallRecord,
  calledAt,
  type Detail,
  formerly,
  type Interpretation,
  journey,
  type Move,
  moveOf,
  type NavigationRecord,
  type Pass,
  type ProgramModel,
  pageSpot,
  pageWords,
  passesOf,
  type RunEvidence,
  type Screen,
  samePlaces,
  screenAfter,
  screenBefore,
  settledAfter,
  stepsWitness,
  THING_TEXT,
  type Thing,
  tappedSpots,
  tapsOn,
  thingsIn,
  trusted,
  unansweredBefore,
} from '../kit.ts'

export interface Unheeded {
  readonly message: 'asked-again' | 'sent-away' | 'nothing-left' | 'comes-back'
  readonly thing: Thing
  readonly detail: Detail
}

interface Code {
  readonly program: ProgramModel
  readonly interpretation: Interpretation
}
/** What comes by itself within this time is a consequence of the no. */
const SOON = 3500
const apiOf = (program: ProgramModel, ask: Asked): string =>
  ask.call.api.startsWith('button.') ? ask.call.api.slice(7) : `${program.platform === 'douyin' ? 'tt' : 'wx'}.${ask.call.api}`

/** The question asked again: the same thing by the platform's question, or the same dialog of the program's. */
const repeats = (one: Asked, other: Asked): boolean =>
  one.thing === other.thing &&
  one.own === other.own &&
  (!one.own || JSON.stringify(one.call.args) === JSON.stringify(other.call.args)) &&
  (one.thing !== 'other' || JSON.stringify(one.call.args) === JSON.stringify(other.call.args))

function askedAgain(program: ProgramModel, pass: Pass): readonly Unheeded[] {
  const out: Unheeded[] = []
  const asks = asksIn(pass)
  for (const ask of asks) {
    const whose = behind(pass, ask.call)
    if (whose === 'finger' || whose === 'yes') continue
    const before = asks.findLast((one) => one.index < ask.index && one.answer === 'no' && repeats(one, ask))
    const move = moveOf(pass, ask.call)
    if (!before || !move || unansweredBefore(pass, move, ask.call)) continue
    // A tap after the refusal, however slow what it led to, is the user's will.
    const former = formerly(pass, ask.call)
    if (former?.kind === 'event' && former.id > before.call.id) continue
    // Opening a page by itself begins anew for a person; only what a no has led to in one sitting counts.
    const sitting = journey(pass, move)
    const first = sitting[0]?.from ?? 0
    const later = before.index < first
    // Where it was asked on entry to begin with, asking at the next entry is that fault and not another.
    if (later && behind(pass, before.call) === 'nobody') continue
    // A no to a dialog that the program puts on each page is one thing; a new sitting may show it again.
    if (later && ask.own) continue
    out.push({
      message: 'asked-again',
      thing: ask.thing,
      detail: {
        ...calledAt(program, ask.call, pageSpot(pass, move, ask.call.page)),
        data: { api: apiOf(program, ask) },
        verdict: 'violation',
        confidence: ask.own || later ? 'medium' : 'high',
        witness: stepsWitness(pass, move, {
          zh: `拒绝过一次${THING_TEXT[ask.thing].zh}之后，没有点按又来要（${apiOf(program, ask)}）`,
          en: `after a refusal ${THING_TEXT[ask.thing].en} is asked for again without a tap (${apiOf(program, ask)})`,
        }),
      },
    })
  }
  return out
}

/** Leads away from where the person was; a page to choose by hand on is no such thing. */
const LEAVES = new Set(['navigateBack', 'exitMiniProgram', 'reLaunch', 'redirectTo', 'switchTab'])
const CHOICE = /city|choose|select|picker|search|address|location|area|manual|login|guest/i
const SIGN_IN = /login|sign|auth|bind|register|phone|profile/i

function sentAway(program: ProgramModel, pass: Pass): readonly Unheeded[] {
  const out: Unheeded[] = []
  for (const ask of asksIn(pass)) {
    if (ask.answer !== 'no' || !['location', 'phone', 'profile'].includes(ask.thing)) continue
    const move = moveOf(pass, ask.call)
    if (!move || unansweredBefore(pass, move, ask.call)) continue
    const route = ask.call.page
    const records = pass.records.slice(ask.index)
    const answeredAt = ask.prompt
      ? pass.records.find((one) => one.kind === 'prompt-closed' && one.prompt === ask.prompt?.id)?.at
      : ask.call.answer?.at
    if (answeredAt === undefined || route === null) continue
    const gone = records.find(
      (record): record is CallRecord | NavigationRecord =>
        (record.kind === 'navigation' || (record.kind === 'call' && record.api === 'exitMiniProgram')) &&
        record.at >= answeredAt &&
        record.at <= answeredAt + SOON &&
        behind(pass, record) !== 'finger' &&
        behind(pass, record) !== 'yes',
    )
    const deed = records.find((record) => record.kind === 'event' && record.at > answeredAt)
    if (!gone || (deed && deed.id < gone.id)) continue
    const action = gone.kind === 'call' ? gone.api : gone.action
    if (!LEAVES.has(action) || (gone.kind === 'navigation' && !gone.ok)) continue
    const to = gone.kind === 'navigation' ? (gone.to.split('?')[0] ?? '') : ''
    if (to === route || CHOICE.test(to)) continue
    const away = moveOf(pass, gone) ?? move
    const here = screenBefore(pass, move)
    // A page that is only there to sign in on has done its part.
    const others = tapsOn(here).filter(
      (one) => one.openType === null && one.selector !== ('selector' in move.step ? move.step.selector : ''),
    )
    const only = SIGN_IN.test(route) || (ask.thing !== 'location' && others.length === 0 && pageWords(here).length <= 4)
    const exits = action === 'exitMiniProgram'
    out.push({
      message: 'sent-away',
      thing: ask.thing,
      detail: {
        ...calledAt(program, gone, pageSpot(pass, away, route)),
        data: { api: apiOf(program, ask) },
        verdict: only && !exits ? 'review' : 'violation',
        confidence: only && !exits ? 'low' : 'high',
        witness: stepsWitness(pass, away, {
          zh: `拒绝${THING_TEXT[ask.thing].zh}之后，页面自己离开了（${action}）`,
          en: `after ${THING_TEXT[ask.thing].en} was refused the page leaves by itself (${action})`,
        }),
      },
    })
  }
  return out
}

/** Words that make the permission the price of what is on the page. */
const DEMAND =
  /(?:需要|请先|必须|须|请|先|只有|没有|未)(?:你的|您的|开启|打开|授权|允许|绑定|提供|获取|登录)?.{0,8}(?:位置|定位|手机号?|头像|昵称|授权|信息)|(?:授权|绑定|提供|开启|允许|登录).{0,10}(?:后|才能|才可|方可|即可).{0,4}(?:查看|看|使用|浏览|继续|进入|显示|用)/
/** Another way to what the permission would have given. */
const INSTEAD = /选|切换|手动|输入|搜索|城市|地区|跳过|先看|逛|暂不|稍后|游客|随便|全部|推荐|默认|不用|取消|改用|电话|客服/

/** The words of a page that an answer made come: those that stand there after a yes and not after a no. */
const gained = (yes: Screen | null, no: Screen | null): readonly string[] => {
  const there = new Set(pageWords(no))
  return pageWords(yes).filter((text) => !there.has(text) && text.trim() !== '')
}

/** Screens of a page after a no, beside those after a yes to the same question. */
function nothingLeft(code: Code, run: RunEvidence): readonly Unheeded[] {
  const out: Unheeded[] = []
  const yeses = [
    ...passesOf(run, { kind: 'taps', profile: 'accept-all' }),
    ...passesOf(run, { kind: 'sweep', profile: 'accept-all' }),
  ].filter((pass) => trusted(run).includes(pass))
  const noes = trusted(run).filter((pass) => asksIn(pass).some(({ answer }) => answer === 'no'))
  for (const no of noes)
    for (const yes of yeses) {
      if (yes.kind !== no.kind || yes.server !== no.server) continue
      for (const pair of samePlaces(no, yes)) {
        const found = leftWithNothing(code, no, pair.one, yes, pair.other)
        if (found) out.push(found)
      }
    }
  return out
}
function leftWithNothing({ program, interpretation }: Code, no: Pass, one: Move, yes: Pass, other: Move): Unheeded | null {
  const within = (pass: Pass, move: Move) => {
    const { last } = settledAfter(pass, move)
    return asksIn(pass).filter(({ index }) => index >= move.from && index < last.to)
  }
  const refused = within(no, one).find(({ answer }) => answer === 'no')
  if (!refused || !['location', 'phone', 'profile'].includes(refused.thing) || unansweredBefore(no, one, refused.call)) return null
  const granted = within(yes, other)
  const asked = granted.filter(({ thing }) => thing === refused.thing)
  if (asked.length === 0 || asked.some(({ answer }) => answer !== 'yes')) return null
  const after = settledAfter(no, one)
  const happy = settledAfter(yes, other)
  const [screen, reward] = [after.screen, happy.screen]
  if (
    !screen ||
    !reward ||
    screen.state.route !== refused.call.page ||
    reward.state.route !== screen.state.route ||
    screen.state.prompts.length > 0
  )
    return null
  const more = gained(reward, screen)
  const words = pageWords(screen)
  const demand = words.find((text) => text.length <= 60 && DEMAND.test(text) && thingsIn(text).includes(refused.thing))
  // An empty page says the same without words.
  const empty = words.join('').trim() === ''
  if (more.length < 2 || !(demand || empty)) return null
  // What is on offer beside the question: another way, a list that stands there all the same, somewhere to write.
  const question = 'selector' in one.step ? one.step.selector : ''
  const ways = tapsOn(screen).filter((tap) => tap.selector !== question && (tap.field !== null || INSTEAD.test(tap.text)))
  const rest = tapsOn(screen).filter((tap) => tap.selector !== question)
  if (ways.length > 0 || rest.length > 2) return null
  return {
    message: 'nothing-left',
    thing: refused.thing,
    detail: {
      ...(refused.call.stack.length > 0
        ? calledAt(program, refused.call, pageSpot(no, one, refused.call.page))
        : tappedSpots(program, interpretation, no, one)),
      data: { thing: THING_TEXT[refused.thing], text: demand ?? ' ' },
      verdict: 'violation',
      confidence: 'medium',
      witness: stepsWitness(no, after.last, {
        zh: `拒绝之后${demand ? `只剩“${demand}”` : '什么也没有'}；同意时页面上会有“${more.slice(0, 3).join('、')}”`,
        en: `after the refusal there is ${demand ? `only “${demand}”` : 'nothing'}; after a yes there is “${more.slice(0, 3).join(', ')}”`,
      }),
    },
  }
}

/** Given once, and the layer that asks stands there again when the page comes back. */
function comesBack({ program, interpretation }: Code, pass: Pass): readonly Unheeded[] {
  const out: Unheeded[] = []
  const button = (screen: Screen | null) => tapsOn(screen).find((tap) => tap.openType === 'getPhoneNumber')
  for (const ask of asksIn(pass)) {
    if (ask.thing !== 'phone' || ask.own || ask.answer !== 'yes' || ask.call.page === null) continue
    const move = moveOf(pass, ask.call)
    const first = move && journey(pass, move)[0]
    // It was not there when the page came up: something opened it.
    if (!move || !first || unansweredBefore(pass, move, ask.call) || button(settledAfter(pass, first).screen)) continue
    const taken = pass.records.find(
      (record) => record.kind === 'network' && record.id > ask.call.id && record.status >= 200 && record.status < 300,
    )
    const left = pass.records.findIndex((record) => record.kind === 'navigation' && record.ok && record.id > ask.call.id)
    if (!taken || left < 0) continue
    const at = pass.moves.indexOf(move)
    for (let i = at + 1; i < pass.moves.length && !['open', 'launch'].includes(pass.moves[i]!.step.do); i++) {
      const next = pass.moves[i]!
      const screen = screenAfter(pass, next)
      const before = screenBefore(pass, next)
      if (screen?.state.route !== ask.call.page || before?.state.route === ask.call.page) continue
      // What was given was taken back on the way: signing out asks anew.
      const between = pass.records.slice(pass.records.indexOf(ask.call), next.to)
      if (between.some((record) => record.kind === 'storage' && record.action !== 'set' && record.action !== 'get')) break
      if (pass.moves.slice(at, i).some(({ step }) => step.do === 'tap' && /退出|解除|解绑|注销|更换/.test(step.text))) break
      // Back on the page, with nothing tapped there.
      const again = button(settledAfter(pass, next).screen)
      if (again && screen.state.view === ask.call.view)
        out.push({
          message: 'comes-back',
          thing: 'phone',
          detail: {
            ...tappedSpots(program, interpretation, pass, move),
            verdict: 'violation',
            confidence: 'medium',
            witness: stepsWitness(pass, next, {
              zh: `手机号已经给过，回到页面又出现“${again.text}”`,
              en: `the number was given, and “${again.text}” is there again on coming back`,
            }),
          },
        })
      break
    }
  }
  return out
}

export function unheeded(code: Code, run: RunEvidence): readonly Unheeded[] {
  const { program } = code
  const all = [
    ...trusted(run).flatMap((pass) => [...askedAgain(program, pass), ...sentAway(program, pass), ...comesBack(code, pass)]),
    ...nothingLeft(code, run),
  ]
  const seen = new Set<string>()
  return all.filter(({ message, thing, detail: { at } }) => {
    const key = `${message} ${thing} ${'file' in at ? at.file : 'page' in at ? at.page : ''}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
