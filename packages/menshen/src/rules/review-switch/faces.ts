/** A page with two faces: one word of a server, no user's own, says whether it sells something or shows something harmless. */
import { attributeOf, type Element, type Interpretation, type ProgramModel, type Shown, wordsIn } from '../kit.ts'
import { COMMERCE, sourcesOf } from './signs.ts'

const IF = /^(?:wx|tt):if$/
const ELSE = ['wx:else', 'tt:else']
const BARE = /^\{\{\s*!?\s*[\w$]+(?:\.[\w$]+)?\s*\}\}$/
/** What differs from one user, or one thing, to the next. */
const OWN =
  /log_?in|sign|vip|member|auth|bind|user|mine|own|buy|bought|paid|pay|order|token|phone|mobile|new|first|empty|has|list|length|total|count|num|coupon|status|state|stock|sale|end|start|finish|expire|join|level|role|admin|score|result|code|success|msg|load|like|collect|follow|time|date|type|id$/i
/** What stands there while there is nothing to show. */
const WAITING = /加载|暂无|没有|登录|登陆|授权|网络|失败|空空|还没|敬请|稍候|重试|未开通|已结束|维护/

const inside = (element: Element): number =>
  element.children.reduce((n, child) => n + (child.type === 'element' ? 1 + inside(child) : 0), 0)
const nextOf = (element: Element, all: readonly Element[]): Element | undefined => {
  const siblings = element.parent
    ? element.parent.children.filter((child): child is Element => child.type === 'element')
    : all.filter(({ parent }) => parent === null)
  return siblings[siblings.indexOf(element) + 1]
}

export interface Faces {
  readonly shown: Shown
  readonly other: Element
}
export const facesOf = (program: ProgramModel, interpretation: Interpretation): readonly Faces[] => {
  const entries = new Set([program.home, ...program.tabBar.map(({ page }) => page)])
  const seen = new Set<Element>()
  return interpretation.shown.flatMap((shown) => {
    const { element, slot, unit, value, template } = shown
    if (!element || !IF.test(slot) || seen.has(element) || !entries.has(unit.base) || !shown.reachable) return []
    seen.add(element)
    const test = attributeOf(element, slot)?.value ?? ''
    if (!BARE.test(test) || OWN.test(test) || !value.constants.some((one) => typeof one === 'boolean')) return []
    const from = sourcesOf(value.origins)
    if (
      !from.remote ||
      value.origins.some(({ source, path }) => source !== 'response' || OWN.test(path.split('.').at(-1) ?? '') || /\*/.test(path))
    )
      return []
    const other = nextOf(element, program.templates.get(template)?.elements ?? [])
    if (!other || !ELSE.some((name) => attributeOf(other, name) !== undefined)) return []
    const [one, two] = [wordsIn(interpretation, element), wordsIn(interpretation, other)]
    if (COMMERCE.test(one) === COMMERCE.test(two) || WAITING.test(`${one} ${two}`)) return []
    return inside(element) + one.length > 0 && (inside(other) > 0 || two.length > 1 || other.tag === 'image') ? [{ shown, other }] : []
  })
}
