import {
  type Detail,
  lacksAnswers,
  type Move,
  noticed,
  outcome,
  type Pass,
  pretended,
  recordSpot,
  rule,
  screenBefore,
  settledAfter,
  stepsWitness,
  tapKey,
  tappedSpots,
  tapsOn,
  targetOf,
  trusted,
} from '../kit.ts'

const PAY = /支付|付款|立即购买|马上购买|去结算|确认购买|提交订单|立即下单|缴费/
const NOT = /方式|记录|须知|成功|失败|说明|设置|管理|密码|待|已|未|\d\s*人|到店|货到/

/** The fields on the screen that nobody has filled in. */
const unfilled = (pass: Pass, move: Move): boolean => {
  const typed = new Set(pass.moves.slice(0, pass.moves.indexOf(move)).flatMap(({ step }) => (step.do === 'input' ? [step.selector] : [])))
  return tapsOn(screenBefore(pass, move)).some(
    (tap) => (tap.field !== null && !typed.has(tap.selector)) || /^(?:checkbox|radio|switch|picker)$/.test(tap.tag),
  )
}

/** A button that offers to pay, and no payment, no word, nothing behind it. On WeChat that is a dead control like any other. */
export default rule(
  {
    clauses: ['dy-review/1.2.1.1.a'],
    needs: ['program', 'interpretation', 'run'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    platforms: ['douyin'],
    partial: true,
    messages: {
      'leads-nowhere': {
        what: { zh: '点“{text}”没有弹出支付，也没有任何提示', en: 'Tapping "{text}" opens no payment and says nothing' },
        why: { zh: '支付功能要真实可用，点了付不了会被驳回。', en: 'Paying has to work; a button that leads to no payment is refused.' },
        fix: {
          zh: '检查下单接口返回的字段是否就是支付用到的字段，下单失败时要提示用户。',
          en: 'See that the payment uses the fields that the order’s answer has, and say so when there is no order.',
        },
      },
      throws: {
        what: { zh: '点“{text}”程序出错，付不了款：{error}', en: 'Tapping "{text}" fails before the payment: {error}' },
        why: { zh: '支付功能要真实可用。', en: 'Paying has to work.' },
        fix: { zh: '按调用栈找到这一行，处理缺失的值。', en: 'Follow the stack to this line and deal with the missing value.' },
      },
    },
  },
  ({ program, interpretation, run }, report) => {
    const found = new Map<string, { readonly message: 'leads-nowhere' | 'throws'; readonly detail: Detail }>()
    const works = new Set<string>()
    let offered = false
    for (const pass of trusted(run)) {
      if (pass.profile !== 'accept-all' || !['taps', 'people', 'walk'].includes(pass.kind)) continue
      for (const move of pass.moves) {
        const target = move.step.do === 'tap' && move.done ? targetOf(pass, move) : null
        if (target?.layer !== 'page' || target.text.length > 24 || !PAY.test(target.text) || NOT.test(target.text)) continue
        offered = true
        const key = tapKey(pass, move)
        if (noticed(pass, move)) {
          works.add(key)
          continue
        }
        if (found.has(key) || lacksAnswers(pass, move) || pretended(pass, move) || unfilled(pass, move)) continue
        const records = outcome(pass, move)
        if (records.some((record) => record.kind === 'network' && (record.source !== 'responses' || record.status >= 300))) continue
        const wrong = records.find((record) => record.kind === 'error' && record.blame === 'program')
        const spots = tappedSpots(program, interpretation, pass, move)
        const text = target.text.trim()
        const { last } = settledAfter(pass, move)
        found.set(
          key,
          wrong?.kind === 'error'
            ? {
                message: 'throws',
                detail: {
                  at: recordSpot(program, pass, wrong),
                  related: [{ at: spots.at }, ...spots.related],
                  data: { text, error: wrong.message },
                  witness: stepsWitness(pass, last, { zh: `程序出错：${wrong.message}`, en: `the program throws: ${wrong.message}` }),
                },
              }
            : {
                message: 'leads-nowhere',
                detail: {
                  ...spots,
                  data: { text },
                  witness: stepsWitness(pass, last, { zh: '没有支付框，也没有提示', en: 'no payment, and not a word' }),
                },
              },
        )
      }
    }
    if (!offered) return 'inapplicable'
    for (const [key, { message, detail }] of found) if (!works.has(key)) report(message, detail)
  },
)
