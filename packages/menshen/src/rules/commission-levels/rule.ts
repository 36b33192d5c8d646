import { callPath, rule, wholeCopy, wordingsIn } from '../kit.ts'

const RECRUIT = /邀请|推荐|直推|间推|下级|下线|团队|合伙人|代理|拉新/
const SHARE = /返\s*(?:\d|…)|佣金|提成|分润|返佣|返利|奖金/
const THIRD = /第?[三3]\s*[层级代]|三级|再邀请|间推|二级|两级|下级的下级|级差/
const NEVER = /不设|没有|无下级|不发展|禁止|谨防|举报/
const COLLECT = /代收|代付|资金池|代收池|归集|打款给|结算给|(?<!高)清分(?!辨)|分账给/
const PLAINLY = /资金池|代收池|归集|打款给|结算给|(?<!高)清分(?!辨)|分账给/
/** Money of merchants or strangers: a parcel is taken in, and a family pays a bill, in the same words. */
const TRADE =
  /商户|商家|店家|店铺|货款|会费|通道|费率|结算|清算|点位|跑分|资金|平台|银行卡|打到|转给|再打|秒到|秒回|T\+|D0|收款码|佣|团长|供应商|股东|分给|户头|账户/i
const PAYOUT = /settle|clearing|payout|pay_?out|transfer_?to|remit|daifu/i
const FUND = ['wx-op/5.12']
const LEVEL = ['wx-op/5.9', 'dy-review/2.2.2.1']

export default rule(
  {
    clauses: [...LEVEL, ...FUND],
    needs: ['program', 'interpretation', 'copy'],
    since: '2026-11',
    severity: 'error',
    confidence: 'medium',
    messages: {
      levels: {
        what: { zh: '多级返佣、拉人头：“{text}”', en: 'Commission over several levels of recruits: "{text}"' },
        why: { zh: '多级分销、发展下线获利不被允许。', en: 'Schemes that pay for recruits of recruits are not allowed.' },
        fix: { zh: '只保留对真实销售的单级返佣，或整体去掉。', en: 'Keep a single commission on real sales, or remove the scheme.' },
      },
      clearing: {
        what: { zh: '代收代付、清结算：“{text}”', en: 'Money is collected and paid out for others: "{text}"' },
        why: { zh: '没有支付业务许可不得代收代付或清结算。', en: 'Without a licence nobody may collect money and pay it out for others.' },
        fix: { zh: '改用持牌机构的分账能力，或去掉资金归集。', en: 'Use a licensed institution’s splitting, or stop pooling money.' },
      },
    },
  },
  ({ program, interpretation, copy }, report) => {
    const listed = wordingsIn(program, copy, ['mlm']).filter(({ strength, copy: one }) => strength !== 'weak' && !NEVER.test(one.text))
    const byUnit = new Map<string, { text: string; at: (typeof copy.copies)[number]['at'] }[]>()
    const whole = wholeCopy(copy)
    const spoken = [RECRUIT, SHARE, THIRD].every((one) => one.test(whole))
    for (const { text, at, reachable, units } of spoken ? copy.copies : [])
      if (reachable && text.length < 120 && !NEVER.test(text))
        for (const unit of units) {
          const list = byUnit.get(unit)
          if (list) list.push({ text, at })
          else byUnit.set(unit, [{ text, at }])
        }
    /** A unit that speaks of recruits, of a share for them, and of more than one step down. */
    const unit = [...byUnit.values()].find((texts) => {
      const all = texts.map(({ text }) => text).join('\n')
      return (
        RECRUIT.test(all) &&
        texts.some(({ text }) => SHARE.test(text)) &&
        texts.some(({ text }) => THIRD.test(text) && (SHARE.test(text) || RECRUIT.test(text)))
      )
    })
    const own = unit?.find(({ text }) => THIRD.test(text))
    const first = listed[0] ?? (own ? { at: own.at, text: own.text.slice(0, 40), strength: 'strong' as const } : undefined)
    if (first) {
      const sure = (listed.some(({ strength }) => strength === 'strong') || own !== undefined) && unit !== undefined
      report('levels', {
        at: first.at,
        data: { text: first.text },
        clauses: LEVEL,
        related: [
          ...listed.slice(1, 12).map(({ at }) => ({ at })),
          ...(unit ?? [])
            .filter(({ text }) => SHARE.test(text) || THIRD.test(text))
            .slice(0, 6)
            .map(({ at }) => ({ at })),
        ],
        ...(sure ? {} : { verdict: 'review' as const }),
      })
    }
    if (program.platform !== 'wechat') return
    const words = [
      ...wordingsIn(program, copy, ['settlement'])
        .filter(({ copy: one }) => !/不代收|不提供|不接受/.test(one.text))
        .map(({ at, text }) => ({ at, text })),
      ...(COLLECT.test(whole) ? copy.copies : [])
        .filter(
          ({ text, reachable }) =>
            reachable &&
            text.length < 80 &&
            COLLECT.test(text) &&
            (PLAINLY.test(text) || TRADE.test(text)) &&
            !/不代收|不提供|不接受|包裹|快递/.test(text),
        )
        .map(({ at, text }) => ({ at, text: text.slice(0, 40) })),
    ]
    const [say] = words
    if (!say) return
    const payout = interpretation
      .callsOf('request', 'cloud.callFunction')
      .find(({ contexts }) =>
        contexts.some(
          ({ root, args }) =>
            root.kind !== 'unbound' &&
            [
              ...(args[0]?.get('url')?.constants ?? []),
              ...(args[0]?.get('name')?.constants ?? []),
              ...(args[0]?.get('url')?.pieces.flat() ?? []),
            ].some((one) => typeof one === 'string' && PAYOUT.test(one.replace(/^https?:\/\/[^/]+/, ''))),
        ),
      )
    const context = payout?.contexts.find(({ root }) => root.kind !== 'unbound')
    report('clearing', {
      at: say.at,
      data: { text: say.text },
      clauses: FUND,
      related: [
        ...(payout ? [{ at: payout.nameAt, note: { zh: '付款出去', en: 'paid out here' } }] : []),
        ...(payout && context ? callPath(payout, context).related : []),
        ...words.slice(1, 5).map(({ at }) => ({ at })),
      ],
      ...(payout ? {} : { verdict: 'review' as const }),
    })
  },
)
