import {
  type ApiCall,
  BUY,
  decided,
  hasTag,
  type Interpretation,
  joined,
  PHYSICAL,
  PRICE,
  rule,
  type SaidText,
  type Shown,
  type Span,
  saidIn,
  shownOn,
  textsOf,
  textsShown,
  VIRTUAL,
  writesOf,
} from '../kit.ts'
import { seenOffers } from './run.ts'
import { BALANCE_ONLY, GUIDE, NOTICE, REVIEW_WORDS } from './signs.ts'

/** Pages that sell memberships say so in their path. */
const VIRTUAL_PATH = /(?:^|[/_-])(?:s?vip|members?(?:hip)?)(?:$|[/_-])/i
const OFFLINE = /线下|面授|到店|工坊|场地|教室|校区|上门|听课证|门店/
const LESSONS = /课程|精品课/g
const PAY = ['pay', 'requestOrder', 'getOrderPayment', 'createOrder', 'requestPayment', 'openAwemeCustomerPay']
const alive = (calls: readonly ApiCall[]) => calls.filter(({ contexts }) => contexts.some(({ root }) => root.kind !== 'unbound'))

/** The sources of a condition besides the phone itself. */
const otherSources = (shown: Shown) =>
  shown.conditions.flatMap((condition) => {
    const { origins } = condition.value
    const phone = origins.some(({ name, source }) => source === 'api' && /^get(?:SystemInfo|DeviceInfo)/.test(name))
    const others = origins.filter(({ name, source }) => !(source === 'api' && /^get(?:SystemInfo|DeviceInfo|Storage)/.test(name)))
    return phone && others.length > 0 ? [{ condition, others }] : []
  })

export default rule(
  {
    clauses: ['dy-review/1.2.2.1', 'dy-review/1.2.2.2', 'dy-review/1.2.2.3', 'later/douyin-virtual-ios', 'later/douyin-evasion'],
    needs: ['program', 'interpretation'],
    wants: ['run'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    platforms: ['douyin'],
    messages: {
      'price-on-ios': {
        what: {
          zh: 'iOS 上仍显示虚拟商品的价格或购买字样：“{text}”',
          en: 'On iOS the price or purchase of virtual goods is still shown: "{text}"',
        },
        why: {
          zh: '只拦住支付接口不够，iOS 上不得残留虚拟商品的价格、购买和开通按钮（已接入钻石支付的除外，2025 年起）。',
          en: 'Blocking the payment call alone is not enough: prices and purchase buttons of virtual goods may not stay on screen on iOS (unless paid by the platform’s diamonds, allowed since 2025).',
        },
        fix: {
          zh: '按系统判断，在 iOS 上隐藏价格与购买按钮，或改为“由于相关规范，iOS功能暂不可用”。',
          en: 'Hide prices and purchase buttons on iOS by the system’s own answer, or show 由于相关规范，iOS功能暂不可用 instead.',
        },
      },
      'notice-switched': {
        what: { zh: 'iOS 不可用的提示还取决于其他条件（{by}）', en: 'The notice for iOS also depends on something else ({by})' },
        why: {
          zh: '条件变化后，iOS 用户就能看到价格并付费购买虚拟服务；只在审核期显示提示属于规避审核。',
          en: 'Once that changes, people on iOS can pay for virtual services; a notice that shows only during review evades it.',
        },
        fix: {
          zh: '让提示只取决于系统是否为 iOS，不要再接版本、开关或来源参数。',
          en: 'Let the notice depend on the system alone, not on versions, switches or parameters.',
        },
      },
      'pay-elsewhere': {
        what: { zh: '引导用户到其他地方购买虚拟商品：“{text}”', en: 'People are sent elsewhere to buy virtual goods: "{text}"' },
        why: {
          zh: '不得用文字、图片等把 iOS 用户引到 App、公众号、网页或安卓手机去完成虚拟商品付款。',
          en: 'No words or pictures may send people on iOS to an app, an account, a web page or another phone to pay for virtual goods.',
        },
        fix: { zh: '删去购买指引，只保留规定的不可用提示。', en: 'Remove the guidance and keep only the prescribed notice.' },
      },
    },
  },
  ({ program, interpretation, run }, tell) => {
    const { say: report, show, done } = joined(program, tell)
    const finish = (): void => {
      if (run)
        for (const { message, clauses, data, detail } of seenOffers(program, interpretation, run))
          show(message, { ...detail, clauses, data })
      done()
    }
    const payments = alive(interpretation.callsOf(...PAY))
    const buttons = hasTag(program, 'pay-button')
    const all = saidIn(interpretation)
    const virtual = (unit: string, of: readonly SaidText[]) =>
      VIRTUAL_PATH.test(unit) || of.some((one) => one.unit === unit && VIRTUAL.test(one.text))
    const told = new Set<string>()
    for (const { text, at, shownAt, unit } of all)
      if (GUIDE(text) && !told.has(`${at.file}:${at.start}`)) {
        told.add(`${at.file}:${at.start}`)
        report('pay-elsewhere', {
          at,
          data: { text: text.trim().slice(0, 40) },
          clauses: ['dy-review/1.2.2.3'],
          related: shownAt === at ? [] : [{ at: shownAt }],
          ...(VIRTUAL.test(text) || (!PHYSICAL.test(text) && virtual(unit, all))
            ? {}
            : { verdict: 'review' as const, confidence: 'medium' as const }),
        })
      }

    const switched = new Set<string>()
    const reported = new Set<string>()
    for (const { text, shown } of all) {
      if (!shown || !NOTICE.test(text)) continue
      for (const { condition, others } of otherSources(shown)) {
        const name = /[A-Za-z_$][\w$]*/.exec(condition.source.replace(/[{}!\s]/g, ' '))?.[0] ?? ''
        const write = writesOf(interpretation, shown.unit.base).find((one) => one.path?.split('.')[0] === name)
        const written = write ? (program.files.text(write.at.file)?.slice(write.at.start, write.at.end + 600) ?? '') : ''
        const offset = written.search(new RegExp(`\\b${name.replace(/\$/g, '\\$')}\\s*:`))
        const line = offset < 0 ? '' : (written.slice(offset).split('\n', 1)[0] ?? '')
        const at: Span = write
          ? offset < 0
            ? write.at
            : { file: write.at.file, start: write.at.start + offset, end: write.at.start + offset + line.replace(/,\s*$/, '').length }
          : condition.at
        switched.add(shown.unit.base)
        const key = `${at.file}:${at.start}`
        if (reported.has(key)) continue
        reported.add(key)
        const suspicious =
          REVIEW_WORDS.test(line) || REVIEW_WORDS.test(condition.source) || others.some((one) => ['query', 'time'].includes(one.source))
        const by = [...new Set(others.map((one) => one.name || one.source))].slice(0, 3).join(', ')
        report('notice-switched', {
          at,
          data: { by },
          clauses: ['dy-review/1.2.2.1', 'later/douyin-evasion'],
          related: [{ at: condition.at, note: { zh: '提示的条件', en: 'the condition of the notice' } }, { at: shown.at }],
          witness: {
            kind: 'flow',
            steps: [
              ...others
                .slice(0, 4)
                .map((one) => ({ text: { zh: `来自 ${one.name || one.source}`, en: `from ${one.name || one.source}` }, at: one.at })),
              { text: { zh: `写入 ${name}`, en: `${name} is set` }, at },
              { text: { zh: '决定是否显示提示', en: 'decides whether the notice shows' }, at: condition.at },
            ],
          },
          // A member who has paid elsewhere sees no notice either: without a sign of review a human looks.
          ...(suspicious ? {} : { verdict: 'review' as const, confidence: 'medium' as const }),
        })
      }
    }

    const offline = all.some(({ text }) => OFFLINE.test(text))
    const candidates = new Set(
      all.filter(({ shown, text, unit }) => shown && (PRICE.test(text) || BUY.test(text)) && virtual(unit, all)).map(({ unit }) => unit),
    )
    if (candidates.size === 0) {
      finish()
      return payments.length === 0 && !buttons ? 'inapplicable' : undefined
    }
    // A program that never asks for the system shows the same everywhere.
    const asks = interpretation.mentions.some(({ api, called }) => called && /^get(?:SystemInfo|DeviceInfo)/.test(api))
    const ios = asks ? interpretation.on('ios') : interpretation
    const android = asks ? interpretation.on('android') : interpretation
    const onPhone = shownOn(ios, android)
    const payOnIos = alive(ios.callsOf(...PAY))
    const doubtful: (() => void)[] = []
    let certain = false
    for (const unit of candidates) {
      const here = onPhone.filter((one) => one.unit.base === unit && !one.at.file.includes('miniprogram_npm/'))
      const texts = here.flatMap((shown) => textsOf(decided(shown, android)).map((text) => ({ shown, text })))
      const left = texts.filter(({ text }) => text.length <= 60 && (PRICE.test(text) || BUY.test(text)) && !GUIDE(text))
      const words = texts.map(({ text }) => text).join(' ')
      if (left.length === 0 || !(VIRTUAL.test(words) || VIRTUAL_PATH.test(unit))) continue
      // Lessons that are given in a room are no virtual goods.
      if (offline && !VIRTUAL.test(words.replace(LESSONS, ' ')) && !VIRTUAL_PATH.test(unit)) continue
      const buy = left.find(({ text }) => BUY.test(text) && !NOTICE.test(text))
      const price = left.find(({ text }) => PRICE.test(text))
      const main = price ?? buy
      // A price list of memberships that nobody can act on, or 购买记录 alone, is no offer.
      if (!main || !(price || buy)) continue
      const physical = PHYSICAL.test(words)
      const differs = JSON.stringify(left.map(({ text }) => text)) !== JSON.stringify(textsOn(android, unit))
      if (physical && differs) continue
      const notice = texts.some(({ text }) => NOTICE.test(text)) || switched.has(unit)
      // The prescribed notice stands there: words without a price may belong to a list that is cut on iOS.
      if (notice && !price && !switched.has(unit)) continue
      const offer = price !== undefined && (buy !== undefined || payments.length > 0 || buttons)
      const strong = VIRTUAL_PATH.test(unit) || VIRTUAL.test(words.replace(BALANCE_ONLY, ' '))
      const payable = payments.some(({ contexts }) => contexts.some(({ root }) => root.unit.base === unit))
      const sure =
        strong &&
        !physical &&
        !notice &&
        (payments.length > 0 || buttons) &&
        ((price && buy) || (offer && payable) || (payable && /付费|解锁|充值/.test(buy?.text ?? '')))
      const paid = payOnIos.find(({ contexts }) => contexts.some(({ root }) => root.unit.base === unit)) ?? payOnIos[0]
      const spots = [...new Map(left.map(({ shown }) => [`${shown.at.file}:${shown.at.start}`, shown.at])).values()]
      const value = main.shown.value
      const written = value.places.find(({ constant }) => constant === main.text)?.at
      const say = () =>
        report('price-on-ios', {
          at: main.shown.at,
          data: { text: main.text.trim().replace(/\s+/g, ' ').slice(0, 30) },
          clauses:
            paid && !notice
              ? ['dy-review/1.2.2.1', 'dy-review/1.2.2.2', 'later/douyin-virtual-ios']
              : ['dy-review/1.2.2.2', 'later/douyin-virtual-ios'],
          related: [
            ...(written ? [{ at: written }] : []),
            ...spots
              .filter((at) => at !== main.shown.at)
              .slice(0, 6)
              .map((at) => ({ at })),
            ...((paid ?? payments[0]) ? [{ at: (paid ?? payments[0])!.nameAt, note: { zh: '支付调用', en: 'the payment call' } }] : []),
            ...payGuards(payments),
          ],
          ...(sure ? {} : { verdict: 'review' as const, confidence: 'medium' as const }),
        })
      if (sure) {
        certain = true
        say()
      } else doubtful.push(say)
    }
    // Where one page is certain, the doubtful ones are the same cause.
    if (!certain) for (const say of doubtful.slice(0, 3)) say()
    finish()
  },
)

const textsOn = (interpretation: Interpretation, unit: string): readonly string[] =>
  interpretation.shown
    .filter((shown) => shown.unit.base === unit && shown.slot === '' && shown.reachable)
    .flatMap(textsShown)
    .filter((text) => PRICE.test(text) || BUY.test(text))

/** Where only the payment call asks for the system. */
const payGuards = (payments: readonly ApiCall[]) =>
  payments
    .flatMap(({ contexts }) => contexts.flatMap(({ guards }) => guards))
    .filter(({ origins }) => origins.some(({ name }) => /^get(?:SystemInfo|DeviceInfo)/.test(name)))
    .slice(0, 2)
    .map(({ at }) => ({ at, note: { zh: '只拦住了支付', en: 'only the payment is blocked' } }))
