import {
  attributeOf,
  bearing,
  drawnIn,
  type Element,
  joined,
  looksOf,
  mayLook,
  mayLookIn,
  type ProgramModel,
  parseStyle,
  rule,
  sheetsOf,
  tagged,
  tagSpan,
  type Unit,
  wordsIn,
  writesOf,
} from '../kit.ts'
import { driftSeen, floatsSeen } from './seen.ts'

const MOVES = /(?:^|;)\s*(?:left|top|right|bottom|transform|margin-left|margin-top)\s*:[^;]*\{\{/i
const ADVERT =
  /red-?bag|red-?packet|hong-?bao|gift|(?:^|[-_/.\s])ads?(?:[-_/.\s\d]|$)|advert|guang-?gao|promo|coupon|lottery|choujiang|float-?ad|piaofu|banner/i
const ADVERT_WORDS = /广告|红包|领取|抽奖|优惠|福利|推荐|赚|特价|秒杀|限时/
/** An advert that floats has little room. */
const MOST_WORDS = 120
const SERVICE = /kefu|contact|service|客服|top|back|cart|gouwuche|回到顶部|返回|购物车|播放|music|share|分享/i

const inside = (element: Element): readonly Element[] =>
  element.children.flatMap((child) => (child.type === 'element' ? [child, ...inside(child)] : []))

/** Whether an element is drawn once for each of a list. */
const repeated = (element: Element): boolean => {
  for (let at: Element | null = element; at !== null; at = at.parent)
    if (at.attributes.some(({ name }) => /^(?:wx|tt|s):for$|^s-for$/.test(name))) return true
  return false
}

/** An animation without end that carries the element from one place to another; one that swells or turns stays where it is. */
const wandersBy = (program: ProgramModel, template: string, looks: ReadonlyMap<string, string>): boolean => {
  const animation = `${looks.get('animation') ?? ''} ${looks.get('animation-iteration-count') ?? ''}`
  if (!/infinite/.test(animation)) return false
  const names = new Set(`${animation} ${looks.get('animation-name') ?? ''}`.split(/[\s,]+/))
  return sheetsOf(program, template).some((sheet) =>
    parseStyle(sheet).some(
      ({ within, declarations }) =>
        within.some((around) => names.has(/^@(?:-webkit-)?keyframes\s+([\w-]+)/.exec(around)?.[1] ?? '')) &&
        declarations.some(({ property, value }) => /^(?:left|right|top|bottom|margin-left|margin-top)$/.test(property) || far(value)),
    ),
  )
}
/** Further than a thing that only bobs. */
const far = (value: string): boolean =>
  [...value.matchAll(/translate(?:3d|X|Y)?\(([^)]*)\)/g)].some(([, list = '']) =>
    [...list.matchAll(/(-?\d+(?:\.\d+)?)(rpx|px|vw|vh|%)/g)].some(
      ([, size = '0', unit]) => Math.abs(Number(size)) >= (unit === 'rpx' ? 100 : unit === 'px' ? 50 : unit === '%' ? 100 : 15),
    ),
  )

export default rule(
  {
    clauses: ['wx-op/6.2.1'],
    needs: ['program', 'interpretation'],
    wants: ['run'],
    since: '2026-11',
    severity: 'warning',
    confidence: 'medium',
    platforms: ['wechat'],
    partial: true,
    messages: {
      drifting: {
        what: { zh: '页面上有漂浮移动的广告', en: 'An advert drifts over the page' },
        why: {
          zh: '漂浮广告不被允许，会挡住内容并诱导误点。',
          en: 'Drifting adverts are not allowed: they cover content and make people tap by mistake.',
        },
        fix: { zh: '把广告固定放在内容之间，去掉移动和悬浮。', en: 'Put it between the content, without moving or floating.' },
      },
      floating: {
        what: { zh: '广告悬浮在内容之上', en: 'An advert floats above the content' },
        why: { zh: '悬浮在内容之上的广告按漂浮广告处理。', en: 'An advert that floats above the content counts as drifting.' },
        fix: { zh: '改成页面内的固定位置。', en: 'Give it a place within the page.' },
      },
    },
  },
  ({ program, interpretation, run }, report) => {
    const both = joined(program, report)
    /** Data that a timer keeps writing without anyone's doing. */
    const driven = (unit: Unit, source: string): boolean =>
      /setInterval|requestAnimationFrame|setTimeout/.test(unit.script ? (program.files.text(unit.script) ?? '') : '') &&
      writesOf(interpretation, unit.base).some(({ path, root }) => {
        const name = path?.split('.')[0]?.replace(/[^\w$]/g, '')
        return root.kind === 'lifecycle' && name && new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`).test(source)
      })
    // Elements that are adverts or hold one, and those whose place is computed.
    const adverts = new Set<Element>()
    const files = new Set<string>()
    for (const { element, file } of tagged(program, 'ad', 'ad-custom')) {
      files.add(file)
      for (let at: Element | null = element; at !== null; at = at.parent) adverts.add(at)
    }
    const moving = new Set<Element>()
    for (const { element, file, attribute } of bearing(program, 'style'))
      if (MOVES.test(attribute.value ?? '')) {
        files.add(file)
        moving.add(element)
      }
    for (const template of program.templates.values()) {
      const wandering =
        mayLookIn(program, template.file, 'animation', 'infinite') &&
        sheetsOf(program, template.file).some(({ text }) => text.includes('infinite') && text.includes('keyframes'))
      if (!wandering && !files.has(template.file)) continue
      for (const element of template.elements) {
        const style = attributeOf(element, 'style')
        const bound = moving.has(element)
        const isAd = adverts.has(element)
        const endless =
          wandering &&
          mayLook(program, template.file, element, 'animation', 'infinite') &&
          ['fixed', 'absolute'].some((position) => mayLook(program, template.file, element, 'position', position))
        if (!bound && !isAd && !endless) continue
        // Whether it sells is asked first: for the rest of them no sheet needs to be read.
        const all = [element, ...inside(element)]
        const names = all.map((one) => ['class', 'src', 'id'].map((name) => attributeOf(one, name)?.value ?? '').join(' ')).join(' ')
        const words = wordsIn(interpretation, element)
        // What carries the page's own content is no advert, whatever that content offers.
        if (!isAd && (element.tag === 'scroll-view' || words.length > MOST_WORDS)) continue
        const sells = isAd || ADVERT.test(names) || ADVERT_WORDS.test(words)
        if (!sells || (!isAd && SERVICE.test(`${names} ${words}`))) continue
        const looks = looksOf(program, template.file, element)
        const wanders = endless && wandersBy(program, template.file, looks)
        const moves = bound || wanders
        if (!moves && !isAd) continue
        const floats = /fixed|absolute/.test(looks.get('position') ?? '') || /position\s*:\s*(?:fixed|absolute)/.test(style?.value ?? '')
        if (!floats) continue
        const [unit] = drawnIn(program, interpretation, template.file, element)
        if (!unit) continue
        const sources = (style?.parts ?? []).map((part) => (part.type === 'mustache' ? part.source : '')).join(' ')
        // Many of them at once rain in a game; one by itself is an advert.
        const many = repeated(element)
        if (wanders || (moves && driven(unit, sources)))
          both.say('drifting', {
            at: tagSpan(element, template.file),
            ...(many ? { verdict: 'review' as const, confidence: 'low' as const } : {}),
          })
        else if (isAd && looks.get('position') === 'fixed' && !/^(?:0|0\w+)$/.test(looks.get('bottom') ?? ''))
          both.say('floating', { at: tagSpan(element, template.file), verdict: 'review' })
      }
    }
    const drifts = run ? driftSeen(program, run, ADVERT_WORDS, MOVES) : []
    for (const detail of drifts.length > 0 || !run ? drifts : floatsSeen(program, run, ADVERT_WORDS)) both.show('drifting', detail)
    both.done()
  },
)
