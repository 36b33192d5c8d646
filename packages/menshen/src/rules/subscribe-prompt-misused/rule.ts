import { type CallContext, callPath, type Interpretation, rule, tagSpan, type Value, wordsIn } from '../kit.ts'

const LURE = /领|红包|抽奖|奖励|优惠券|福利|免费|礼|金币|积分|中奖/
const MARKETING_ID = /sale|coupon|promo|market|recall|discount|activity|advert|huodong|push_?all/i
const MARKETING = /秒杀|\d\s*折|抢光|错过|特价|优惠|限时|促销|清仓|红包|大促|上新|福利|回馈/
/** The reward and the subscription in one breath. */
const GAIN = '(?:红包|奖励|奖品|优惠券|券|积分|礼|金币|现金|元)'
const TIED = new RegExp(
  `订阅[^。！？\\n]{0,6}(?:即?可?领取?|得|送|赢取?)[^。！？\\n]{0,6}${GAIN}|领取?[^。！？\\n]{0,6}${GAIN}[^。！？\\n]{0,6}(?:请|须|需)先订阅`,
)
/** What a notice is about, and what is lost without it. */
const TOLD = /无法|不能|取消|获得中奖|中奖(?:信息|通知|结果)/
const SENDS = /messages?(?:\/|$|\?)|subscribe|template|notify|push|sendmsg|send_msg/i
const ALL = /^(?:all|all_\w+|everyone|\*)$/i

/** What a notice may follow from: an order, a date, a queue, a reply that one waits for. */
const ABOUT_NOTICES =
  /提醒|通知|订阅|预约|预定|报名|下单|支付|付款|购买|结算|提交|确认|确定|申请|挂号|排队|取号|开奖|抽奖|参与|打卡|签到|发布|发送|留言|评论|回复|反馈|关注|保存|登录|授权|接单|核销|退款|充值|兑换|领取|开始|完成|加入|参加|创建|添加|缴费|借|还|寄|约/
/** So many different actions that ask for the same messages. */
const MANY_TAPS = 3
const handlerOf = (interpretation: Interpretation, { root }: CallContext): string =>
  interpretation.bindings.find(({ element, event }) => element === root.element && event === root.name)?.handlers.join(' ') ??
  `${root.at.file}:${root.at.start}`

const texts = (value: Value | undefined, depth = 3): readonly string[] =>
  value === undefined || depth === 0
    ? []
    : [
        ...value.constants.filter((one): one is string => typeof one === 'string'),
        ...value
          .keys()
          .slice(0, 30)
          .flatMap((key) => texts(value.get(key), depth - 1)),
        ...value
          .elements()
          .slice(0, 20)
          .flatMap((one) => texts(one, depth - 1)),
      ]

export default rule(
  {
    clauses: ['wx-op/14.8.2', 'wx-op/14.8.4', 'wx-op/5.5', 'later/subscribe-message'],
    needs: ['program', 'interpretation', 'copy'],
    since: '2026-11',
    severity: 'warning',
    confidence: 'high',
    platforms: ['wechat'],
    messages: {
      'asked-everywhere': {
        what: { zh: '点页面任何地方都会弹出订阅消息', en: 'A tap anywhere on the page asks for message subscriptions' },
        why: {
          zh: '用户点的是别的内容，借机索要下发机会属于恶意诱导触发。',
          en: 'People tap something else; taking that tap for a subscription tricks them into it.',
        },
        fix: { zh: '只在用户点“提醒我”之类的按钮时请求订阅。', en: 'Ask only when people tap a button such as 提醒我.' },
      },
      'asked-with-lure': {
        what: { zh: '用“{text}”引诱用户订阅消息', en: 'People are lured into subscribing with "{text}"' },
        why: { zh: '不得以奖励或无关的操作诱导用户订阅。', en: 'Rewards and unrelated actions may not be used to get subscriptions.' },
        fix: { zh: '按钮写明订阅什么通知，不与奖励挂钩。', en: 'Say on the button which notice it is, and tie no reward to it.' },
      },
      'too-many': {
        what: { zh: '一次请求 {count} 个消息模板', en: '{count} message templates are asked for at once' },
        why: { zh: '一次最多三个，且应与用户正在做的事有关。', en: 'Three is the most, and each should belong to what the user is doing.' },
        fix: { zh: '只请求当前操作需要的模板。', en: 'Ask for the templates that the present action needs.' },
      },
      'marketing-sent': {
        what: { zh: '通知被用来群发营销内容：“{text}”', en: 'Notices are used to send advertising: "{text}"' },
        why: {
          zh: '不得用模板、客服等消息骚扰用户或做营销。',
          en: 'Template and service messages may not be used to pester people or to advertise.',
        },
        fix: { zh: '只发用户这一单的进度，不发促销。', en: 'Send only the progress of what the user ordered.' },
      },
    },
  },
  ({ interpretation, copy }, report) => {
    const calls = interpretation
      .callsOf('requestSubscribeMessage')
      .filter(({ contexts }) => contexts.some(({ root }) => root.kind !== 'unbound'))
    for (const call of calls) {
      const taps = call.contexts.filter(({ root }) => root.kind === 'gesture' && root.element && root.template)
      const wide = taps.find(({ root }) => {
        const element = root.element
        if (!element) return false
        const captures = element.attributes.some(({ name }) => /^capture-(?:bind|catch)/.test(name))
        const inner = (of: typeof element): number =>
          of.children.reduce(
            (n, child) =>
              child.type === 'element'
                ? n + inner(child) + (child.attributes.some(({ name }) => /^(?:bind|catch)(?::)?tap$/.test(name)) ? 1 : 0)
                : n,
            0,
          )
        return element.tag !== 'button' && (captures || element.parent === null) && (inner(element) > 0 || captures)
      })
      const ids = call.contexts[0]?.args[0]?.get('tmplIds')
      const count = ids?.elements().length ?? 0
      if (wide?.root.element && wide.root.template) {
        const path = callPath(call, wide)
        report('asked-everywhere', {
          at: tagSpan(wide.root.element, wide.root.template),
          clauses: ['wx-op/14.8.2', 'later/subscribe-message'],
          witness: path.witness,
          related: [{ at: call.nameAt }, ...path.related],
        })
        continue
      }
      // One wrapper around whatever people tap: they want to open, to search, to like, and are asked each time.
      const others = [
        ...new Map(
          taps.flatMap((context) => {
            const { root } = context
            const words = root.element ? wordsIn(interpretation, root.element).trim() : ''
            return root.element && !ABOUT_NOTICES.test(words)
              ? [[`${root.unit.base}:${root.element.start}`, { context, words }] as const]
              : []
          }),
        ).values(),
      ]
      const handlers = new Set(others.map(({ context }) => handlerOf(interpretation, context)))
      if (others.length >= MANY_TAPS && handlers.size >= MANY_TAPS && others[0]) {
        const { root } = others[0].context
        report('asked-everywhere', {
          at: call.nameAt,
          clauses: ['wx-op/14.8.2', 'later/subscribe-message'],
          witness: callPath(call, others[0].context).witness,
          related: [
            ...others.slice(0, 8).flatMap(({ context }) =>
              context.root.element && context.root.template
                ? [
                    {
                      at: tagSpan(context.root.element, context.root.template),
                      note: { zh: '点这里也会弹出', en: 'a tap here asks as well' },
                    },
                  ]
                : [],
            ),
            { at: root.at },
          ],
        })
        continue
      }
      const lured = taps
        .map((context) => ({ context, text: context.root.element ? wordsIn(interpretation, context.root.element).trim() : '' }))
        .find(({ text }) => text !== '' && text.length < 40 && LURE.test(text) && !/提醒|通知|订阅/.test(text.replace(LURE, '')))
      const units = new Set(taps.map(({ root }) => root.unit.base))
      const tied =
        copy.copies.find(
          (one) =>
            one.reachable &&
            one.text.length < 60 &&
            TIED.test(one.text) &&
            !TOLD.test(one.text) &&
            one.units.some((unit) => units.has(unit)),
        ) ?? undefined
      const promotes = texts(ids).filter((id) => MARKETING_ID.test(id))
      if (lured)
        report('asked-with-lure', {
          at: call.nameAt,
          data: { text: lured.text.slice(0, 20) },
          clauses: ['wx-op/14.8.2', 'later/subscribe-message'],
          ...callPath(call, lured.context),
          ...(promotes.length > 0 ? {} : { verdict: 'review' as const, confidence: 'medium' as const }),
        })
      else if (tied && taps[0])
        report('asked-with-lure', {
          at: call.nameAt,
          data: { text: tied.text.slice(0, 20) },
          clauses: ['wx-op/14.8.2', 'later/subscribe-message'],
          witness: callPath(call, taps[0]).witness,
          related: [{ at: tied.at }, ...callPath(call, taps[0]).related],
        })
      else if (count > 3 && call.contexts[0])
        report('too-many', {
          at: call.nameAt,
          data: { count: String(count) },
          clauses: ['wx-op/14.8.2', 'later/subscribe-message'],
          ...callPath(call, call.contexts[0]),
          verdict: 'review',
          confidence: 'medium',
        })
    }
    let sends = false
    for (const call of interpretation.callsOf('request', 'cloud.callFunction'))
      for (const context of call.contexts) {
        const [options] = context.args
        const sending =
          texts(options?.get('url') ?? options?.get('name')).some((url) => SENDS.test(url)) ||
          context.after.some(({ api }) => api === 'requestSubscribeMessage')
        if (context.root.kind === 'unbound' || !sending) continue
        sends = true
        const said = texts(options?.get('data'))
        const advert = said.find((text) => MARKETING.test(text) && text.length > 4)
        if (!advert) continue
        const mass =
          said.some((text) => ALL.test(text)) ||
          options?.get('data')?.get('every') !== undefined ||
          texts(options?.get('url')).some((url) => /weekly|daily|every|batch|broadcast|massSend/i.test(url))
        report('marketing-sent', {
          at: call.nameAt,
          data: { text: advert.slice(0, 30) },
          clauses: ['wx-op/5.5', 'wx-op/14.8.4'],
          ...callPath(call, context),
          ...(mass ? {} : { verdict: 'review' as const, confidence: 'medium' as const }),
        })
        break
      }
    if (calls.length === 0 && !sends) return 'inapplicable'
  },
)
