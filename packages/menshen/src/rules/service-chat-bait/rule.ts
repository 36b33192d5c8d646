import {
  attributeOf,
  bearing,
  findTerms,
  hasTag,
  type Placed,
  type ProgramModel,
  plainAttribute,
  rule,
  shownIn,
  tagSpan,
  textsOf,
  wordsIn,
} from '../kit.ts'

const BAIT =
  /红包|现金|领(?:券|奖|取(?:福利|礼|奖|红包|优惠))|抽奖|中奖|代金券|优惠券|福利|免费领|礼包|惊喜|大奖|回复[“「『"']?[\w\u4e00-\u9fff]{1,6}[”」』"']?[^。]{0,6}(?:领|得|到账|红包)/
const INNOCENT = /(?:售后|咨询|客服|问题|使用|退|投诉|反馈|联系)[^。]{0,6}$|礼品卡|红包(?:装|糖|问题|使用)/

/** How to reach whoever runs a draw is something to ask about. */
const REACH = /(?:联系方式|联系电话|联系到|怎么联系)/
const GAIN = /红包|券|免费|礼|[领得]|福利|现金/

const contactButtons = (program: ProgramModel): readonly Placed[] => {
  const opens = (element: Placed['element']): boolean => plainAttribute(element, 'open-type') === 'contact'
  if (!hasTag(program, 'contact-button')) return bearing(program, 'open-type').filter(({ element }) => opens(element))
  return [...program.templates.values()].flatMap(({ file, elements }) =>
    elements.filter((element) => element.tag === 'contact-button' || opens(element)).map((element) => ({ element, file })),
  )
}

export default rule(
  {
    clauses: ['wx-op/5.1.5'],
    needs: ['program', 'interpretation'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    platforms: ['wechat'],
    messages: {
      bait: {
        what: { zh: '客服按钮用奖励引诱点击：“{text}”', en: 'A button of the service chat lures with a reward: "{text}"' },
        why: {
          zh: '不得用红包、抽奖、优惠等与咨询无关的内容引诱用户进入客服会话。',
          en: 'Red packets, draws or coupons may not lure people into the service chat.',
        },
        fix: {
          zh: '按钮写“联系客服”等与咨询有关的话，会话卡片同样处理。',
          en: 'Label the button for what it is, such as 联系客服, and the message card likewise.',
        },
      },
    },
  },
  ({ program, interpretation }, report) => {
    let seen = false
    for (const { element, file } of contactButtons(program)) {
      seen = true
      const shown = shownIn(interpretation, element).filter(({ reachable }) => reachable)
      const near = element.parent && element.parent.children.length <= 6 ? wordsIn(interpretation, element.parent) : ''
      const own = [
        ...shown
          .filter(({ slot }) => slot === '' || slot === 'send-message-title')
          .flatMap(({ value }) => textsOf(value).map((text) => ({ text, at: value.places.find(({ constant }) => constant === text)?.at }))),
        ...[plainAttribute(element, 'send-message-title')].flatMap((text) => (text ? [{ text, at: undefined }] : [])),
      ]
      const pictured = shown.length === 0 && own.length === 0 ? near : ''
      const lures = (text: string) =>
        !(REACH.test(text) && !GAIN.test(text)) &&
        ((BAIT.test(text) && !INNOCENT.test(text)) ||
          findTerms(text, { platform: 'wechat', lists: ['contact-bait'], scope: 'contact-button' }).some(
            ({ strength }) => strength === 'strong',
          ))
      const hit = own.find(({ text }) => lures(text)) ?? (lures(pictured) ? { text: pictured, at: undefined } : undefined)
      if (!hit) continue
      const tag = tagSpan(element, file)
      const title = attributeOf(element, 'send-message-title')
      report('bait', {
        at: hit.at ?? tag,
        data: { text: hit.text.trim().slice(0, 40) },
        related: [
          { at: tag, note: { zh: '客服按钮', en: 'the button' } },
          ...(title ? [{ at: { file, start: title.start, end: title.end } }] : []),
        ],
        ...(pictured === '' ? {} : { verdict: 'review' as const, confidence: 'medium' as const }),
      })
    }
    if (!seen) return 'inapplicable'
  },
)
