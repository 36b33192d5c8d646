import { type Copy, type Detail, findTerms, rule, type Spot } from '../kit.ts'

/** Copy that speaks of another platform, whatever else it says. */
const NAMED = /(?<![细轻稍略卑低])微信(?!笺)|公众号(?![角召码令])|朋友圈(?!子)|WeChat|Weixin/gi
/** What is written for an account, or how people reach somebody: no function of the screen. */
const MENTION =
  /公众号(?:的)?(?:文章|推文|图文|稿件|投稿|编辑|排版|封面|配图|素材|运营|名称)|(?:复制|备注|填写|留下?|查看)(?:[^，。]{0,4})微信号?$|(?:微信号?|公众号)(?:已复制|复制成功)/
/** And what asks for one all the same. */
const FUNCTION = /登录|登陆|授权|关注|分享|转发|好友|朋友圈|扫码|支付|进群|加群|搜索|领取/
/** Paying with a WeChat wallet is one of the ways that the platform's own cashier offers. */
const CASHIER = /^微信(?:支付|付款|钱包|零钱)/
const DENIED = /(?:不|非|勿|禁止|谨防|防止|冒充|诈骗|仿冒|没有).{0,8}$/
/** Words of a contract or a guide that runs on: nobody reads a function into them at a glance. */
const LONG = 160
const MOST_PLACES = 20
const AGAIN = { zh: '同样的文案', en: 'the same words' }
const MAY = /[信圈号]|we(?:chat|ixin)|QQ|支付宝|快手|百度|微博|小红书/i

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/https?:\/\/\S+/gi, '')
    .replace(/[\s\u200b-\u200d\u2060\u00ad]+/g, '')

/** The words that speak of another platform, with how surely they mean one of its functions. */
const foreign = (one: Copy): { readonly matched: string; readonly sure: boolean } | null => {
  if (!MAY.test(one.text) || PICTURE_NAME.test(one.text.trim())) return null
  const [listed] = findTerms(one.text, { platform: 'douyin', lists: ['other-platform'], around: one.context, carrier: one.carrier }).filter(
    ({ strength, start }) => (strength === 'strong' || strength === 'medium') && !one.text.startsWith('朋友圈子', start),
  )
  if (listed) return { matched: listed.matched, sure: listed.strength === 'strong' }
  const text = plain(one.text)
  for (const match of text.matchAll(NAMED))
    if (!DENIED.test(text.slice(Math.max(0, match.index - 12), match.index)) && !CASHIER.test(text.slice(match.index)))
      return { matched: match[0], sure: false }
  return null
}

/** A paragraph of an agreement: it speaks of accounts and duties, and is no function of the screen. */
const TERMS =
  /个人信息|社交媒体|社交网络|social (?:\w+ )?(?:media|networks?)|personal information|用户在使用|使用本服务|本协议|本平台|服务期间|违反|违法|责任|法律|法规|有权|条款|请勿使用|本人实名|实名认证|同一(?:身份证|手机|设备|微信)|合理(?:方式|怀疑)/i
/** A policy names other services as examples of where one may meet the company. */
const AS_EXAMPLE = /(?:社交媒体|社交网络|social (?:\w+ )?(?:media|networks?)).{0,30}(?:如|such as)/i
/** What a library's picture is called: `weixin-fill`, `icon_wechat`. */
const PICTURE_NAME = /^[a-z\d]+(?:[-_][a-z\d]+)+$/i
const isTerms = ({ text, units }: Copy): boolean =>
  AS_EXAMPLE.test(text) ||
  (text.length > 24 &&
    (TERMS.test(text) ||
      (units.length > 0 && units.every((unit) => /agreement|privacy|protocol|policy|xieyi|yinsi|terms|rules?(?:$|\/)/i.test(unit)))))

const isMention = ({ text }: Copy): boolean => MENTION.test(plain(text)) && !FUNCTION.test(text)

export default rule(
  {
    clauses: ['dy-review/1.1.1.4.c'],
    needs: ['program', 'interpretation', 'copy'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    messages: {
      'in-copy': {
        what: { zh: '界面文案写着其他平台的功能：“{text}”', en: 'The screen speaks of another platform’s functions: "{text}"' },
        why: {
          zh: '抖音小程序里不能出现微信授权、公众号、朋友圈这类别的平台的功能文案，审核会直接驳回。',
          en: 'A Douyin program may not speak of functions of other platforms, such as signing in with WeChat; review refuses it.',
        },
        fix: { zh: '换成抖音的说法，或者删掉这段从别处移植来的文案。', en: 'Say it in Douyin’s terms, or take out what was carried over.' },
      },
    },
  },
  ({ program, interpretation, copy }, report) => {
    const pages = new Set(program.pages.map((page) => page.base))
    const seen = new Set<string>()
    // The same words on several pages are one thing to change.
    const byText = new Map<string, Detail[]>()
    for (const one of copy.copies) {
      const key = `${one.at.file}:${one.at.start}`
      const found = seen.has(key) ? null : foreign(one)
      if (!found) continue
      seen.add(key)
      const drawn = interpretation.shown.filter(({ value }) => value.constants.includes(one.text))
      // Reviewers open every page by its path, whether or not something leads there.
      const onPage = one.units.some((unit) => pages.has(unit)) && (one.via === 'config' || drawn.some(({ reachable }) => reachable))
      const source = program.files.text(one.at.file)?.slice(one.at.start, one.at.end) ?? ''
      const inside = source.indexOf(found.matched)
      const start = one.at.start + inside
      const detail: Detail = {
        at: inside < 0 ? one.at : { file: one.at.file, start, end: start + found.matched.length },
        data: { text: one.text.length > 40 ? `${one.text.slice(0, 40)}…` : one.text },
        related: drawn
          .filter((shown) => shown.at.file !== one.at.file)
          .slice(0, 4)
          .map((shown) => ({ at: shown.at, note: { zh: '显示在这里', en: 'shown here' } })),
        verdict: (one.reachable || onPage) && one.text.length <= LONG && !isTerms(one) && !isMention(one) ? 'violation' : 'review',
        confidence: found.sure && one.reachable ? 'high' : 'medium',
      }
      const group = byText.get(one.text.trim())
      if (group) group.push(detail)
      else byText.set(one.text.trim(), [detail])
    }
    for (const group of byText.values()) {
      const [first, ...others] = group.toSorted((a, b) => Number(a.verdict === 'review') - Number(b.verdict === 'review'))
      if (!first) continue
      const spots = [...(first.related ?? []), ...others.flatMap(({ at, related = [] }) => [{ at, note: AGAIN }, ...related])]
      const key = ({ at }: { readonly at: Spot }) => ('file' in at ? `${at.file}:${at.start}` : '')
      const places = new Map(spots.toReversed().map((spot) => [key(spot), spot]))
      places.delete(key(first))
      report('in-copy', { ...first, related: [...places.values()].reverse().slice(0, MOST_PLACES) })
    }
  },
)
