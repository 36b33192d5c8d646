/** The same as seen in a run: the payment sheet stood there, and what had been said of money before it. */
import {
  behind,
  type CallRecord,
  calledAt,
  type Detail,
  formerly,
  type Interpretation,
  journey,
  type Move,
  moveOf,
  natural,
  type Pass,
  type ProgramModel,
  pageSpot,
  type RunEvidence,
  recordsIn,
  recordsOf,
  screenBefore,
  stepsWitness,
  targetOf,
  trusted,
  unansweredBefore,
} from '../kit.ts'

const MONEY =
  /支付|付款|付费|购买|缴|充值|开通|结算|结账|买单|订单|下单|续费|打赏|赞助|捐|押金|租金|预订|订阅|收费|费用|价格|票价|会员|[¥￥]\s*\d|\d\s*元|\d+\.\d{2}/
/** Sums as people read them. */
const SUM = /[¥￥]\s*(\d{1,7}(?:\.\d{1,2})?)|(\d{1,7}(?:\.\d{1,2})?)\s*元|(?<![\d.])(\d{1,6}\.\d{2})(?![\d.])/g
const TOTAL = /^(?:total_?fee|total_?amount|pay_?amount)$/i

export interface SeenPayment {
  readonly message: 'pay-on-entry' | 'pay-unsaid' | 'other-amount'
  readonly data: Readonly<Record<string, string>>
  readonly detail: Pick<Detail, 'at' | 'related' | 'witness' | 'verdict' | 'confidence'>
}

/** What a person could read on the way: the screens of the last pages, and the dialogs that were answered. */
const readBefore = (pass: Pass, move: Move, call: CallRecord): readonly string[] => {
  const moves = journey(pass, move)
  const screens = moves.map((one) => screenBefore(pass, one)).slice(1)
  const prompts = moves.flatMap((one) =>
    recordsOf(pass, one).flatMap((record) =>
      record.kind === 'prompt' && record.id < call.id && record.sort !== 'payment' && record.sort !== 'permission'
        ? [`${record.title} ${record.text} ${record.buttons.join(' ')}`]
        : [],
    ),
  )
  const target = targetOf(pass, move)?.text
  return [
    ...screens.flatMap((screen) => screen?.state.text.filter(({ layer }) => layer !== 'tab').map(({ text }) => text) ?? []),
    ...prompts,
    ...(target ? [target] : []),
  ]
}
const sumsIn = (texts: readonly string[]): readonly number[] =>
  texts.flatMap((text) => [...text.matchAll(SUM)].map((match) => Number(match[1] ?? match[2] ?? match[3])))
const totalIn = (value: unknown, depth = 3): number | null => {
  if (value === null || typeof value !== 'object' || depth === 0) return null
  for (const [key, one] of Object.entries(value)) {
    const cents = typeof one === 'string' ? Number(one) : one
    if (TOTAL.test(key) && typeof cents === 'number' && Number.isFinite(cents) && cents > 0)
      return Number.isInteger(cents) && !String(one).includes('.') ? cents / 100 : cents
    const inside = totalIn(one, depth - 1)
    if (inside !== null) return inside
  }
  return null
}
/** Yuan, as the call says it in cents, or the order that was made for it right before; null when neither does. */
const dueIn = (pass: Pass, move: Move, call: CallRecord): number | null => {
  const order = pass.records
    .slice(move.from, pass.records.indexOf(call))
    .findLast((record): record is CallRecord => record.kind === 'call' && record.api === 'request' && record.answer?.by === 'responses')
  return totalIn(call.args) ?? (order ? totalIn(order.answer?.summary) : null)
}
const yuan = (sum: number): string => `¥${sum.toFixed(2)}`

export function seenPayments(program: ProgramModel, interpretation: Interpretation, run: RunEvidence): readonly SeenPayment[] {
  const out: SeenPayment[] = []
  const amounts = new Map<string, SeenPayment | 'fits'>()
  const told = new Set<string>()
  const keep = (found: SeenPayment) => {
    const key = `${found.message} ${JSON.stringify(found.detail.at)}`
    if (told.has(key)) return
    told.add(key)
    out.push(found)
  }
  for (const pass of trusted(run)) {
    const calls = new Map(recordsIn(pass, 'call').map((call) => [call.id, call]))
    for (const prompt of recordsIn(pass, 'prompt')) {
      const call = prompt.sort === 'payment' && prompt.call !== null ? calls.get(prompt.call) : undefined
      const move = call && moveOf(pass, call)
      if (!call || !move || unansweredBefore(pass, move, call) || !natural(program, interpretation, pass, move)) continue
      const place = calledAt(program, call, pageSpot(pass, move, call.page))
      const whose = behind(pass, call)
      const former = formerly(pass, call)
      const read = readBefore(pass, move, call)
      if (whose === 'nobody') {
        // A slow answer to a tap is that tap's doing; a cash desk that opens after 提交订单 was asked for.
        if (former && (call.cause.ended === 'time' || former.kind !== 'event' || MONEY.test(former.target?.text ?? ''))) continue
        keep({
          message: 'pay-on-entry',
          data: {},
          detail: {
            ...place,
            verdict: former && read.some((text) => MONEY.test(text)) ? 'review' : 'violation',
            confidence: 'high',
            witness: stepsWitness(pass, move, { zh: '没有点按，支付框就弹出来了', en: 'the payment sheet came up, and nobody had tapped' }),
          },
        })
        continue
      }
      if (!read.some((text) => MONEY.test(text))) {
        const text = targetOf(pass, move)?.text ?? ('text' in move.step ? move.step.text : '')
        keep({
          message: 'pay-unsaid',
          data: { text: text.slice(0, 20) },
          detail: {
            ...place,
            verdict: 'violation',
            confidence: 'high',
            witness: stepsWitness(pass, move, {
              zh: '弹出支付框之前，没有一处提到要付钱',
              en: 'nothing spoke of money before the payment sheet came up',
            }),
          },
        })
        continue
      }
      const due = dueIn(pass, move, call)
      const sums = sumsIn(read)
      if (due === null || sums.length === 0) continue
      // Answers that were written for one kind of goods say the same for the others: where it fits once, it is right.
      const key = JSON.stringify(place.at)
      if (sums.some((sum) => Math.abs(sum - due) < 0.005)) amounts.set(key, 'fits')
      else if (!amounts.has(key))
        amounts.set(key, {
          message: 'other-amount',
          data: { due: yuan(due), shown: yuan(sums.at(-1)!) },
          detail: {
            ...place,
            verdict: 'violation',
            confidence: 'medium',
            witness: stepsWitness(pass, move, {
              zh: `页面上写的是 ${[...new Set(sums.map(yuan))].slice(0, 4).join('、')}，要付的是 ${yuan(due)}`,
              en: `the page says ${[...new Set(sums.map(yuan))].slice(0, 4).join(', ')}; ${yuan(due)} is to be paid`,
            }),
          },
        })
    }
  }
  for (const found of amounts.values()) if (found !== 'fits') keep(found)
  return out
}
