import { apiTable, rule, wordingsIn } from '../kit.ts'

const PAYS = new Set([...apiTable('wechat').family('payment'), ...apiTable('douyin').family('payment')])
const GIVES = /捐|善款|筹款|救助金|爱心款|功德|随喜|献爱心|香火/
/** Money is asked for in so many words, by transfer or by a code, without an interface that could be seen. */
const ASKED =
  /微信(?:支付|付|转|零)|付款码|收款码|扫码|转一点|直接转|转账|去支付|点此转|立即捐|我要捐|直接捐|请捐|捐一|认捐|打款|凑|筹|\d\s?(?:元|块)|[一几两十百]块/
/** Somebody reports on giving, or says where it may be done. */
const TOLD = /名单|公示|公告|地图|资质|接收点|捐赠点|捐献点|地址|新闻|讲座|报道|总会|民政|基金会|红十字|献血|不接受|不募|勿/

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
      asked: {
        what: { zh: '文案向用户要捐款：“{text}”', en: 'The words ask people for donations: "{text}"' },
        why: {
          zh: '没有许可和公开募捐资格，不得用微信支付、收款码等方式捐款、募捐。',
          en: 'Without permission and a fund-raising licence nobody may collect donations, by WeChat Pay or by a code.',
        },
        fix: {
          zh: '去掉要捐款的文案和收款方式，请用户到有资格的慈善平台去捐。',
          en: 'Remove the words and the way to pay, and send people to a licensed platform.',
        },
      },
    },
  },
  ({ program, interpretation, copy }, report) => {
    const calls = interpretation.calls.filter(({ api, contexts }) => PAYS.has(api) && contexts.some(({ root }) => root.kind !== 'unbound'))
    if (calls.length === 0) {
      if (program.platform !== 'wechat') return 'inapplicable'
      const asked = wordingsIn(program, copy, ['charity']).filter(
        ({ copy: one, strength }) => strength !== 'weak' && ASKED.test(one.text) && !TOLD.test(one.text),
      )
      const [first, ...others] = asked
      if (first)
        report('asked', {
          at: first.at,
          data: { text: first.text },
          clauses: ['wx-op/13.3'],
          related: others.slice(0, 8).map(({ at }) => ({ at })),
          verdict: 'review',
          confidence: 'medium',
        })
      return
    }
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
