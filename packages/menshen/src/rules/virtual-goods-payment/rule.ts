import { allSaid, apiTable, callPath, PHYSICAL, rule, saidIn } from '../kit.ts'

const PAYMENT = apiTable('wechat').family('payment')
const ORDINARY = ['requestPayment', 'requestOrderPayment']
const OFFER =
  /(?:开通|购买|充值|续费|升级)[^。！？]{0,8}(?:会员|VIP|课程|视频|题库|金币|钻石|书币|次数|测算|报告|章节|全集)|付费(?:解锁|阅读|观看|查看|下载|测算)|解锁[^。！？]{0,8}(?:章节|全集|全文|更多|报告|结果|详情|完整)|(?:会员|VIP)[^。！？]{0,6}[¥￥]\s*[\d…]|虚拟会员/i
/** How far one has come, or what one has: no offer. */
const STANDING = /还差|再消费|消费满|累计|[已了]开通|已是|恭喜|到期/
const CARD = /会员卡|储值|到店|门店|余额/

export default rule(
  {
    clauses: ['wx-op/3.4', 'later/virtual-payment'],
    needs: ['program', 'interpretation'],
    since: '2026-11',
    severity: 'warning',
    confidence: 'medium',
    platforms: ['wechat'],
    messages: {
      sold: {
        what: { zh: '用普通微信支付出售虚拟商品：“{text}”', en: 'Virtual goods are sold by ordinary payment: "{text}"' },
        why: {
          zh: '条款成文时虚拟物品购买未开放；后来须用虚拟支付（wx.requestVirtualPayment），仍不能用普通支付。',
          en: 'When the clause was written, virtual goods were not open at all; since then they have to be paid by wx.requestVirtualPayment and still not by ordinary payment.',
        },
        fix: {
          zh: '接入虚拟支付并选对应类目，或去掉虚拟商品。',
          en: 'Use virtual payment with the fitting category, or remove the virtual goods.',
        },
      },
    },
  },
  ({ interpretation }, report) => {
    const calls = interpretation.callsOf(...ORDINARY).filter(({ contexts }) => contexts.some(({ root }) => root.kind !== 'unbound'))
    const [pay] = calls
    if (!pay) return 'inapplicable'
    if (
      interpretation.mentions.some(
        ({ api, called }) => called && /virtual/i.test(api) && (api === 'requestVirtualPayment' || PAYMENT.includes(api)),
      )
    )
      return
    if (!OFFER.test(allSaid(interpretation))) return
    const offers = saidIn(interpretation).filter(({ text }) => text.length < 80 && OFFER.test(text) && !STANDING.test(text))
    const payers = new Set(calls.flatMap(({ contexts }) => contexts.map(({ root }) => root.unit.base)))
    const [first, ...others] = offers.toSorted((a, b) => Number(payers.has(b.unit)) - Number(payers.has(a.unit)))
    if (!first) return
    const context = pay.contexts.find(({ root }) => root.kind !== 'unbound')
    // A card for a shop that stands in a street is paid like its goods.
    const unlocks =
      offers.some(({ text }) => /解锁|付费|课程|章节|全集|题库|测|报告|次数|金币|钻石|书币/.test(text)) ||
      saidIn(interpretation).some(({ text }) => /解锁|测算|测名|算命|题库|章节|付费阅读/.test(text))
    const posted = saidIn(interpretation).some(({ text }) => PHYSICAL.test(text))
    const card =
      (!unlocks && posted) ||
      offers.every(({ text }) => CARD.test(text)) ||
      (saidIn(interpretation).some(({ text }) => CARD.test(text)) && offers.length < 2)
    report('sold', {
      at: first.at,
      data: { text: first.text.trim().replace(/\s+/g, ' ').slice(0, 30) },
      related: [
        { at: pay.nameAt, note: { zh: '支付调用', en: 'the payment call' } },
        ...others.slice(0, 30).map(({ at }) => ({ at })),
        ...(context ? callPath(pay, context).related : []),
      ],
      ...(card ? { verdict: 'review' as const } : {}),
    })
  },
)
