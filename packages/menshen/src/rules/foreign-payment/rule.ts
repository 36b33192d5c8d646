import { apiTable, callPath, hasTag, type Interpretation, rule, type Span, saidIn } from '../kit.ts'

const OWN = new Set(apiTable('douyin').family('payment'))
const WECHAT = new Set(apiTable('wechat').family('payment'))
const OTHERS = /^(?:my|swan|qq|ks|jd)$/
/** Addresses of cashiers on the web. */
const CASHIER =
  /\/\/(?:[\w-]+\.)*(?:h5pay|pay|cashier|wxpay|checkout)[\w-]*\.|\/\/(?:[\w-]+\.)*(?:alipay|tenpay|lianlianpay|ping-?xx|paypal|stripe|unionpay)\.|\/(?:h5pay|wx-?h5-?pay|cashier|alipay|wxpay|checkout|unionpay)(?:[/?#]|$)/i
const OFFER = /[¥￥]\s*[\d.…]|购买|开通|充值|付费|会员/
const VIRTUAL = /虚拟|会员|VIP|课程|视频|充值|开通/i

const opensWeb = (interpretation: Interpretation) => interpretation.navigations.some(({ kind }) => kind === 'web')

export default rule(
  {
    clauses: ['dy-review/1.2.1.1.a', 'wx-op/8.4', 'later/douyin-trade-system'],
    needs: ['program', 'interpretation'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    messages: {
      'other-platform': {
        what: { zh: '调用了 {api}，这不是抖音的支付接口', en: '{api} is called, which is no payment of Douyin’s' },
        why: {
          zh: '抖音小程序须接入平台的担保支付或交易系统，其他平台的接口在这里无法完成支付。',
          en: 'Douyin programs have to use the platform’s own payment; another platform’s function cannot complete it here.',
        },
        fix: {
          zh: '改用 tt.requestOrder 与 tt.getOrderPayment（原 tt.pay）。',
          en: 'Use tt.requestOrder and tt.getOrderPayment (formerly tt.pay).',
        },
      },
      'web-cashier': {
        what: { zh: '付款被转到网页收银台', en: 'Payment is moved to a cashier on the web' },
        why: {
          zh: '支付须在小程序内用平台接口完成，不得借内嵌网页绕开。',
          en: 'Paying has to be done in the program with the platform’s own payment; a web page may not get round it.',
        },
        fix: { zh: '改用平台的支付接口。', en: 'Use the platform’s own payment.' },
      },
      'test-payment': {
        what: { zh: '支付处于调试或旧式收银台模式', en: 'Payment runs in debugging or an old cashier mode' },
        why: {
          zh: 'service 须为 5（担保支付收银台），调试参数不能带上线。',
          en: 'service has to be 5, the platform’s cashier, and debugging options may not be released.',
        },
        fix: { zh: '写 service: 5 并去掉 _debug。', en: 'Write service: 5 and remove _debug.' },
      },
    },
  },
  ({ program, interpretation }, report) => {
    const douyin = program.platform === 'douyin'
    const live = interpretation.calls.filter(({ contexts }) => contexts.some(({ root }) => root.kind !== 'unbound'))
    const own = live.filter(({ api }) => (douyin ? OWN : WECHAT).has(api))
    const buttons = hasTag(program, 'pay-button')
    if (douyin)
      for (const call of live) {
        const context = call.contexts.find(({ root }) => root.kind !== 'unbound')
        if (!context) continue
        if ((WECHAT.has(call.api) && !OWN.has(call.api)) || (OTHERS.test(call.ns) && /pay/i.test(call.api))) {
          const vendored = program.vendored.has(call.at.file)
          report('other-platform', {
            at: call.nameAt,
            data: { api: `${call.ns}.${call.api}` },
            clauses: ['dy-review/1.2.1.1.a', 'later/douyin-trade-system'],
            ...callPath(call, context),
            ...(vendored || own.length > 0 || buttons ? { verdict: 'review' as const, confidence: 'medium' as const } : {}),
          })
        } else if (call.api === 'pay') {
          const service = context.args[0]?.get('service')
          const debug = context.args[0]?.get('_debug')
          if (
            (service && !service.open && service.constants.length > 0 && !service.constants.includes(5)) ||
            debug?.constants.some(Boolean)
          )
            report('test-payment', {
              at: call.nameAt,
              clauses: ['dy-review/1.2.1.1.a'],
              ...callPath(call, context),
              verdict: 'review',
              confidence: 'medium',
            })
        }
      }
    if (!opensWeb(interpretation)) return own.length === 0 && !douyin ? 'inapplicable' : undefined
    const found: Span[] = []
    for (const [file, facts] of interpretation.scripts)
      if (!program.vendored.has(file))
        for (const [text, start, end] of facts.strings) if (/^https?:/.test(text) && CASHIER.test(text)) found.push({ file, start, end })
    const [first, ...others] = found
    if (!first) return
    const offers = saidIn(interpretation).filter(({ text }) => OFFER.test(text))
    if (offers.length === 0) return
    const goods = offers.some(({ text }) => VIRTUAL.test(text))
    const sure = own.length === 0 && !buttons && (douyin || goods)
    report('web-cashier', {
      at: first,
      clauses: douyin ? ['dy-review/1.2.1.1.a', 'later/douyin-trade-system'] : ['wx-op/8.4'],
      related: [
        ...others.slice(0, 5).map((at) => ({ at })),
        ...offers.slice(0, 3).map(({ shownAt }) => ({ at: shownAt, note: { zh: '在这里出售', en: 'sold here' } })),
        ...interpretation.navigations
          .filter(({ kind }) => kind === 'web')
          .slice(0, 2)
          .map(({ at }) => ({ at, note: { zh: '网页', en: 'the web page' } })),
      ],
      ...(sure ? {} : { verdict: 'review' as const, confidence: 'medium' as const }),
    })
  },
)
