import { apiTable, rule } from '../kit.ts'

const PAYS = new Set(apiTable('wechat').family('payment'))
const SAYS =
  /支付|付费|付款|购买|选购|网购|在线购|订购|收费|充值|缴费|缴纳|下单|售卖|出售|销售|商城|买单|票务|购票|打赏|会员费|有偿|押金|￥|¥|\d+\s*元/
const DENIES = /(?:不|无需|免)(?:涉及|含|需|用)?(?:支付|付费|收费)/

export default rule(
  {
    clauses: ['wx-op/13.1'],
    needs: ['program', 'interpretation'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'warning',
    confidence: 'high',
    messages: {
      unmentioned: {
        what: { zh: '小程序内有支付，简介却没有写明', en: 'Something is paid for, and the introduction does not say so' },
        why: { zh: '有支付行为的小程序须在简介里明确说明。', en: 'A program in which people pay has to say so in its introduction.' },
        fix: {
          zh: '在简介里写明用户可以付费做什么，如“在线支付预订”。',
          en: 'Say in the introduction what can be paid for, such as 在线支付预订.',
        },
      },
    },
  },
  ({ program, interpretation, listing }, report) => {
    const call = interpretation.calls.find(
      ({ ns, api, contexts, at }) =>
        ns === 'wx' && PAYS.has(api) && !program.vendored.has(at.file) && contexts.some(({ root }) => root.kind !== 'unbound'),
    )
    if (!call) return 'inapplicable'
    if (!listing || (listing.intro === undefined && listing.description === undefined))
      return { notChecked: { zh: '没有 listing.json，看不到简介', en: 'there is no listing with an introduction' } }
    const { intro = '', description = '' } = listing
    if (SAYS.test(intro) && !DENIES.test(intro)) return
    // The clause speaks of the introduction; a fuller description that says it leaves the matter to a human.
    const elsewhere = SAYS.test(description) && !DENIES.test(description)
    report('unmentioned', {
      at: { listing: 'intro' },
      related: [{ at: call.nameAt, note: { zh: '支付调用', en: 'the payment call' } }],
      ...(elsewhere ? { verdict: 'review' as const, confidence: 'medium' as const } : {}),
    })
  },
)
