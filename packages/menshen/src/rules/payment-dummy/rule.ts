import { callPath, rule } from '../kit.ts'

/** What only a server can compute for each order. */
const PER_ORDER = ['paySign', 'package', 'nonceStr', 'timeStamp']

export default rule(
  {
    clauses: ['wx-op/11.3', 'wx-op/11.1'],
    needs: ['interpretation'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    platforms: ['wechat'],
    partial: true,
    messages: {
      dummy: {
        what: {
          zh: '支付参数是写死的（{field}: {value}），付款必然失败',
          en: 'The payment’s parameters are written into the code ({field}: {value}); paying always fails',
        },
        why: {
          zh: '每笔订单的签名须由服务器生成。写死的参数使支付流程走不通，是严重缺陷。',
          en: 'The signature of each order comes from a server. With fixed values nobody can pay, which is a serious defect.',
        },
        fix: {
          zh: '向自己的服务器下单，用它返回的参数调用支付；没有接入支付就去掉入口。',
          en: 'Order at your own server and pay with what it returns, or remove the entry if there is no payment yet.',
        },
      },
    },
  },
  ({ interpretation }, report) => {
    const calls = interpretation.callsOf('requestPayment').filter((call) => call.ns === 'wx')
    if (calls.length === 0) return 'inapplicable'
    for (const call of calls) {
      const contexts = call.contexts.filter((context) => context.root.kind !== 'unbound')
      const [first] = contexts
      if (!first) continue
      const fixed = PER_ORDER.flatMap((field) => {
        const values = contexts.map((context) => context.args[0]?.get(field))
        const constant = values[0]?.constants.find((one) => typeof one === 'string')
        return typeof constant === 'string' &&
          values.every(
            (value) => value && !value.open && value.constants.every((one) => typeof one === 'string' || typeof one === 'number'),
          )
          ? [{ field, constant }]
          : []
      })
      const sign = fixed.find((one) => one.field === 'paySign')
      if (!sign || fixed.length < 2) continue
      report('dummy', { at: call.nameAt, data: { field: sign.field, value: `'${sign.constant.slice(0, 20)}'` }, ...callPath(call, first) })
    }
  },
)
