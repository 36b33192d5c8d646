import {
  apiTable,
  callPath,
  consentOn,
  type Interpretation,
  joined,
  type ProgramModel,
  routeOf,
  rule,
  saidIn,
  tagSpan,
  type Unit,
  wayBack,
  wordsIn,
} from '../kit.ts'
import { seenPayments } from './run.ts'

const PAYS = new Set([...apiTable('wechat').family('payment'), 'createMidasPayment'])
const NAMES = /支付|付款|付费|购买|缴|充值|开通|结算|提交订单|下单|续费|打赏|买|￥|¥|\d\s*元|交(?:费|押金)|押金|预订|报名|订阅/
const FREE = /免费|0\s*元|零元|领取|签到|试用|不收费/
const AMOUNT = /[¥￥]\s*[\d.…]|(?:\d|…)\s*元|(?:金额|合计|总计|应付|实付|单价|费用|运费|押金)/

/** Every way to a page is a tap whose page speaks of paying. */
const cameFromOffer = (program: ProgramModel, interpretation: Interpretation, base: string): boolean => {
  const ways = interpretation.navigations.filter(({ url, from }) =>
    [...url.constants, ...url.pieces.map((pieces) => pieces[0] ?? null)].some(
      (one) => typeof one === 'string' && routeOf(program, from, one) === base,
    ),
  )
  return (
    ways.length > 0 &&
    ways.every(({ call, from }) => {
      const tapped = call?.contexts.every(({ root }) => root.kind === 'gesture') ?? true
      return tapped && saidIn(interpretation).some(({ unit, text }) => unit === from.base && (AMOUNT.test(text) || NAMES.test(text)))
    })
  )
}

/** Every text of a page, and of what it draws, is written in the program. */
const allSaid = (interpretation: Interpretation, unit: Unit): boolean =>
  unit.kind === 'page' &&
  unit.components.size === 0 &&
  interpretation.shown.every(
    ({ unit: one, slot, value }) =>
      one.base !== unit.base ||
      slot !== '' ||
      (!value.open && !value.origins.some(({ source }) => source === 'response' || source === 'api' || source === 'storage')),
  )

export default rule(
  {
    clauses: ['wx-op/13.2'],
    needs: ['program', 'interpretation'],
    wants: ['run'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    messages: {
      'pay-on-entry': {
        what: { zh: '没有点按就调起支付', en: 'The payment sheet opens without a tap' },
        why: {
          zh: '付款前页面须明确提示用户，不能一打开页面就调起支付。',
          en: 'People have to be told before they pay; the sheet may not come up because a page opened.',
        },
        fix: {
          zh: '先显示项目和金额，由用户点“支付”后再调起。',
          en: 'Show what is paid and how much, and open the sheet when they tap 支付.',
        },
      },
      'pay-disguised': {
        what: { zh: '按钮写“{text}”，点了却要付款', en: 'The button says "{text}" and a payment follows' },
        why: { zh: '按钮与页面都没有提示付款和金额。', en: 'Neither the button nor the page says that money is due, or how much.' },
        fix: { zh: '在按钮或页面上写明要支付的金额。', en: 'Say on the button or the page what is to be paid.' },
      },
      'pay-unsaid': {
        what: {
          zh: '点“{text}”直接弹出支付，之前没有一处提到要付钱',
          en: 'Tapping "{text}" opens the payment; nothing spoke of money before',
        },
        why: {
          zh: '付款前须明确提示用户，让人知道要付什么、付多少。',
          en: 'Before they pay people have to be told what for and how much.',
        },
        fix: {
          zh: '先显示收费说明和金额，由用户点“支付”后再调起。',
          en: 'Show what it costs first, and open the sheet when they tap 支付.',
        },
      },
      'other-amount': {
        what: { zh: '页面写 {shown}，实际要付 {due}', en: 'The page says {shown}, and {due} is to be paid' },
        why: { zh: '页面上的金额与支付的金额不符，等于没有提示。', en: 'A sum that differs from what is paid is no notice.' },
        fix: {
          zh: '用订单返回的金额更新页面，付款前让用户确认。',
          en: 'Show the order’s own sum, and let people confirm it before they pay.',
        },
      },
    },
  },
  ({ program, interpretation, run }, tell) => {
    const { say: report, show, done } = joined(program, tell)
    const calls = interpretation.calls.filter(
      ({ ns, api, contexts }) => ns === 'wx' && PAYS.has(api) && contexts.some(({ root }) => root.kind !== 'unbound'),
    )
    if (calls.length === 0) return 'inapplicable'
    for (const call of calls) {
      const unasked = call.contexts.find(
        (context) =>
          ['lifecycle', 'module', 'observer', 'event'].includes(context.root.kind) &&
          !consentOn(context, interpretation)?.clears &&
          !context.after.some(({ api }) => api === 'showModal'),
      )
      if (unasked) {
        // A page that was opened in order to pay, by the tap on the page before it.
        const sent = unasked.guards.some(
          ({ origins, holds }) => holds && wayBack(origins).some(({ source, path }) => source === 'query' && path !== '' && path !== 'id'),
        )
        const known = sent || cameFromOffer(program, interpretation, unasked.root.unit.base)
        report('pay-on-entry', {
          at: call.nameAt,
          ...callPath(call, unasked),
          ...(known || unasked.root.kind === 'event' ? { verdict: 'review' as const, confidence: 'medium' as const } : {}),
        })
        continue
      }
      for (const context of call.contexts) {
        const { element, template, unit, kind } = context.root
        if (
          kind !== 'gesture' ||
          !element ||
          !template ||
          context.after.some(({ api }) => api === 'showModal' || api === 'showActionSheet')
        )
          continue
        const label = wordsIn(interpretation, element).trim()
        if (label === '' || NAMES.test(label.replace(/免费|0\s*元|零元/g, ''))) continue
        const free = FREE.test(label)
        const said = saidIn(interpretation).filter((one) => one.unit === unit.base)
        if (said.some(({ text }) => AMOUNT.test(text) || /支付|付款/.test(text)) || cameFromOffer(program, interpretation, unit.base))
          continue
        // Where nothing calls it free, every word of the page has to be known before it is said that none speaks of money.
        // What a server's answer decides, only a run can show.
        const asked = context.guards.some(({ origins }) => origins.some(({ source }) => source === 'response'))
        if (!free && (asked || said.some(({ text }) => NAMES.test(text)) || !allSaid(interpretation, unit))) continue
        const path = callPath(call, context)
        report(free ? 'pay-disguised' : 'pay-unsaid', {
          at: call.nameAt,
          data: { text: label.slice(0, 20) },
          witness: path.witness,
          related: [{ at: tagSpan(element, template), note: { zh: '按钮', en: 'the button' } }, ...path.related],
        })
        break
      }
    }
    if (run) for (const { message, data, detail } of seenPayments(program, interpretation, run)) show(message, { ...detail, data })
    done()
    if (calls.some(({ at }) => interpretation.opaque.has(at.file)))
      return { notChecked: { zh: '部分页面无法解析', en: 'some pages could not be read' } }
  },
)
