/** The same as seen in a run: somebody filled in the form, or agreed to everything, and did not get in. */
import {
  asksIn,
  type CallRecord,
  type Detail,
  entryWords,
  type Interpretation,
  isEntry,
  journey,
  lacksAnswers,
  type Move,
  noticed,
  outcome,
  type Pass,
  type ProgramModel,
  pretended,
  type RunEvidence,
  type RunRecord,
  recordSpot,
  screenAfter,
  screenBefore,
  settledAfter,
  stackSpots,
  stepsWitness,
  type Tappable,
  tapKey,
  tappedSpots,
  tapsOn,
  targetOf,
  textsOn,
  trusted,
} from '../kit.ts'

const KINDS = [
  { words: entryWords('verify-code'), clause: 'dy-review/1.1.1.2.b', code: true },
  { words: entryWords('register'), clause: 'dy-review/1.1.1.2.a', code: false },
  { words: entryWords('login'), clause: 'dy-review/1.1.1.2.b', code: false },
] as const
const OUT = /同意|代表|退出|登出|注销|切换|暂不|稍后|取消|须知|协议|先逛|跳过|没有账号|忘记/
const TERMS = /(?:阅读|同意|勾选).{0,14}(?:协议|政策|条款)/
const NUMBER = /手机|电话|邮箱|账号/
const FAILED = /失败|没有(?:登录|登记|注册|授权)?成功|没能|未成功|重新(?:授权|登录)|出错|异常|再试/
const FINE = /^(?:0+|1|2\d\d|ok|success|true)$/i

export interface SeenWay {
  readonly message: 'throws' | 'leads-nowhere' | 'not-taken'
  readonly clause: string
  readonly data: Readonly<Record<string, string>>
  readonly detail: Pick<Detail, 'at' | 'related' | 'witness' | 'verdict' | 'confidence'>
}

/** What was typed on the page since it came up. */
const filled = (pass: Pass, move: Move): ReadonlySet<string> => {
  const here = screenBefore(pass, move)?.state
  const out = new Set<string>()
  for (const one of journey(pass, move)) {
    const state = screenBefore(pass, one)?.state
    if (one.step.do === 'input' && one.done && one.step.value !== '' && state?.route === here?.route && state?.view === here?.view)
      out.add(one.step.selector)
  }
  return out
}
const dataOf = (call: CallRecord): unknown => {
  const summary = call.answer?.summary
  return summary !== null && typeof summary === 'object' && !Array.isArray(summary)
    ? (summary as Readonly<Record<string, unknown>>).data
    : undefined
}
/** Something that only somebody who is in is given. */
const hasAccount = (data: unknown): boolean =>
  data !== null &&
  typeof data === 'object' &&
  !Array.isArray(data) &&
  Object.entries(data).some(
    ([key, value]) =>
      (/token|session|openid|user|member|account|uid/i.test(key) && value !== null && value !== '' && value !== false) ||
      (key === 'data' && hasAccount(value)),
  )
/** An answer that says yes: a good code and no word of failure, or an account in it. */
const saysYes = (data: unknown): boolean => {
  if (data === null || typeof data !== 'object' || Array.isArray(data)) return false
  const entries = Object.entries(data)
  const code = entries.find(([key]) => /^(?:code|errcode|err_?no|errno|ret|retcode|status|error)$/i.test(key))?.[1]
  const account = hasAccount(data)
  if (code === undefined) return account || entries.some(([key, value]) => /^(?:ok|success|bound)$/i.test(key) && value === true)
  return (
    FINE.test(String(code)) && (account || !entries.some(([key, value]) => /msg|message|error/i.test(key) && FAILED.test(String(value))))
  )
}
/** Everything that was asked of a server came back well. */
const served = (records: readonly RunRecord[]): boolean =>
  records.every((record) => record.kind !== 'network' || (record.source === 'responses' && record.status >= 200 && record.status < 300))
const keeps = (record: RunRecord): boolean =>
  record.kind === 'storage' &&
  record.action === 'set' &&
  !['""', 'null', '', '{}', 'undefined', 'false'].includes(JSON.stringify(record.value ?? null))

function judged(program: ProgramModel, interpretation: Interpretation, pass: Pass, move: Move): SeenWay | 'works' | null {
  const target = targetOf(pass, move)
  if (target?.layer !== 'page' || target.text.length > 20 || OUT.test(target.text)) return null
  const kind = KINDS.find(({ words }) => isEntry(words, target.text))
  if (!kind || lacksAnswers(pass, move) || pretended(pass, move)) return null
  const records = outcome(pass, move)
  const spots = tappedSpots(program, interpretation, pass, move)
  const data = { text: target.text.trim() }
  const { last } = settledAfter(pass, move)
  const wrong = records.find((record) => record.kind === 'error' && record.blame === 'program' && record.cause.chain.length > 0)
  const seen = noticed(pass, move)
  if (wrong?.kind === 'error' && !seen) {
    return {
      message: 'throws',
      clause: kind.clause,
      data: { ...data, error: wrong.message },
      detail: {
        at: recordSpot(program, pass, wrong),
        related: [{ at: spots.at }, ...spots.related],
        verdict: 'violation',
        confidence: 'high',
        witness: stepsWitness(pass, last, {
          zh: `点“${data.text}”程序出错：${wrong.message}`,
          en: `“${data.text}” throws: ${wrong.message}`,
        }),
      },
    }
  }
  const fields = tapsOn(screenBefore(pass, move)).filter((tap: Tappable) => tap.field !== null)
  const typed = filled(pass, move)
  const ready = kind.code
    ? fields.some(
        (field) => typed.has(field.selector) && (NUMBER.test(field.text) || fields.length === 1 || typed.size === fields.length),
      ) || fields.some((field) => typed.has(field.selector) && /^1\d{10}$/.test(field.text))
    : fields.every((field) => typed.has(field.selector))
  const asked = asksIn(pass).filter((ask) => !ask.own && ask.index >= move.from && ask.index < last.to)
  if (asked.some(({ answer }) => answer !== 'yes')) return null
  if (!seen) {
    if (!ready || !served(records) || records.some(keeps)) return null
    // A box that has to be ticked first explains the silence; a library's own element may do anything.
    if ('file' in spots.at && program.vendored.has(spots.at.file)) return null
    if (textsOn(screenBefore(pass, move)).some(({ text }) => TERMS.test(text))) return null
    if (tapsOn(screenBefore(pass, move)).some(({ tag }) => /^(?:checkbox|radio|switch)$/.test(tag))) return null
    return {
      message: 'leads-nowhere',
      clause: kind.clause,
      data,
      detail: {
        ...spots,
        verdict: 'violation',
        confidence: 'high',
        witness: stepsWitness(pass, last, {
          zh: `填好之后点“${data.text}”，什么也没有发生`,
          en: `all is filled in, and “${data.text}” does nothing`,
        }),
      },
    }
  }
  const yes = records.find(
    (record): record is CallRecord =>
      record.kind === 'call' && record.api === 'request' && record.answer?.by === 'responses' && saysYes(dataOf(record)),
  )
  const said = (message: SeenWay['message'], words: string, zh: string, en: string): SeenWay => ({
    message,
    clause: asked.some(({ thing }) => thing === 'profile') ? 'dy-review/1.1.1.4.b' : kind.clause,
    data: { ...data, said: words },
    detail: {
      ...spots,
      related: [
        ...spots.related,
        ...(yes
          ? stackSpots(program, yes)
              .slice(0, 4)
              .map((at) => ({ at }))
          : []),
      ],
      verdict: 'violation',
      confidence: 'medium',
      witness: stepsWitness(pass, last, { zh, en }),
    },
  })
  if (records.some((record) => record.kind === 'navigation' && record.ok)) return 'works'
  // Told to fill in the form: that is how it should be, and says nothing of what comes after.
  if (!ready && fields.length > 0) return null
  // Signing in with the platform asks for nothing that could be wrong: when the server says yes, one is in.
  const login = records.some(
    (record) => record.kind === 'call' && /^(?:login|getUserProfile|getUserInfo|button\.getPhoneNumber)$/.test(record.api),
  )
  const before = new Set(textsOn(screenBefore(pass, move)).map(({ text }) => text))
  const fresh = [
    ...textsOn(screenAfter(pass, last)).map(({ text }) => text),
    ...records.flatMap((record) =>
      record.kind === 'prompt' && record.sort !== 'loading' ? [`${record.title} ${record.text}`.trim()] : [],
    ),
  ].filter((text) => !before.has(text))
  const failed = fresh.find((text) => text.length <= 40 && FAILED.test(text))
  const told = yes !== undefined && hasAccount(dataOf(yes))
  if (failed && yes && (fields.length === 0 ? login : told) && served(records) && !records.some(keeps))
    return said('not-taken', failed, `服务器已经答应，页面却说“${failed}”`, `the server said yes, but the page says “${failed}”`)
  return textsOn(screenAfter(pass, last)).some(({ text }) => FAILED.test(text)) || failed ? null : 'works'
}

export function seenWays(program: ProgramModel, interpretation: Interpretation, run: RunEvidence): readonly SeenWay[] {
  const found = new Map<string, SeenWay>()
  const works = new Set<string>()
  for (const pass of trusted(run)) {
    if (pass.profile !== 'accept-all' || !['taps', 'people', 'walk'].includes(pass.kind)) continue
    for (const move of pass.moves) {
      if (move.step.do !== 'tap' || !move.done) continue
      const key = tapKey(pass, move)
      const result = judged(program, interpretation, pass, move)
      if (result === 'works') works.add(key)
      else if (result && !found.has(key)) found.set(key, result)
    }
  }
  // What was seen to work once works; a silence then was another matter: a lock, a count of seconds.
  return [...found].flatMap(([key, way]) => (works.has(key) && way.message !== 'throws' ? [] : [way]))
}
