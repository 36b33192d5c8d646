import { apiTable, rule, wordingsIn } from '../kit.ts'

const PAYS = new Set([...apiTable('wechat').family('payment'), ...apiTable('douyin').family('payment')])
const GIVES = /捐|善款|筹款|救助金|爱心款|功德|随喜|献爱心|香火/

export default rule(
  {
    clauses: ['wx-op/13.3', 'dy-review/2.1.1.3'],
    needs: ['program', 'interpretation', 'copy'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    messages: {
      donation: {
        what: { zh: '用支付接口募捐：“{text}”', en: 'Donations are raised through payment: "{text}"' },
        why: {
          zh: '没有许可和公开募捐资格，不得用支付接口捐款、募捐。',
          en: 'Without permission and a fund-raising licence nobody may collect donations through payment.',
        },
        fix: {
          zh: '去掉募捐，或由有公开募捐资格的主体提交资质。',
          en: 'Remove the donations, or submit as a body that is licensed to raise funds.',
        },
      },
    },
  },
  ({ program, interpretation, copy }, report) => {
    const calls = interpretation.calls.filter(({ api, contexts }) => PAYS.has(api) && contexts.some(({ root }) => root.kind !== 'unbound'))
    if (calls.length === 0) return 'inapplicable'
    const payers = new Set(calls.flatMap(({ contexts }) => contexts.map(({ root }) => root.unit.base)))
    const words = wordingsIn(program, copy, ['charity']).filter(
      ({ copy: one, strength }) => strength !== 'weak' && GIVES.test(one.text) && !/不接受|不募|勿/.test(one.text),
    )
    const [first, ...others] = words.toSorted(
      (a, b) => Number(b.copy.units.some((unit) => payers.has(unit))) - Number(a.copy.units.some((unit) => payers.has(unit))),
    )
    const [call] = calls
    if (!first || !call) return
    const here = first.copy.units.some((unit) => payers.has(unit))
    const payer = calls.find(({ contexts }) => contexts.some(({ root }) => first.copy.units.includes(root.unit.base))) ?? call
    report('donation', {
      at: first.at,
      data: { text: first.text },
      related: [
        { at: payer.nameAt, note: { zh: '支付调用', en: 'the payment call' } },
        ...payer.contexts.slice(0, 1).map(({ root }) => ({ at: root.at })),
        ...others.slice(0, 8).map(({ at }) => ({ at })),
      ],
      // Words on another page than the payment may be news about charity.
      ...(here && first.strength === 'strong' ? {} : { verdict: 'review' as const, confidence: 'medium' as const }),
    })
  },
)
