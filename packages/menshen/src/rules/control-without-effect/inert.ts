/** Controls that look as if they could be tapped and have nothing behind them. */
import { attributeOf, type Element, plainAttribute, type TemplateFile } from '../kit.ts'

const INTERACTIVE = new Set([
  'navigator',
  'button',
  'input',
  'textarea',
  'picker',
  'switch',
  'slider',
  'radio',
  'checkbox',
  'radio-group',
  'checkbox-group',
  'label',
  'editor',
  'picker-view',
  'official-account',
  'open-data',
  'functional-page-navigator',
  'video',
  'map',
  'swiper',
  'movable-view',
  'slot',
  'web-view',
  'canvas',
])
const TAPPED = /^(?:capture-)?(?:bind|catch|mut-bind):?(?:tap|longpress|longtap|touchstart|touchend|click)$|^on(?:tap|click)$/i
const ARROW_NAME = /arrow|jiantou|(?:^|[-_/\s])(?:right|go|enter|forward|chevron|xiangyou|youjiantou)(?:[-_.\s\d]|$)/i
const ARROW_TEXT = /^\s*(?:>|＞|›|》|»|→|❯|&gt;)\s*$/u

const isBuiltIn = (tag: string): boolean =>
  !tag.includes('-') || /^(?:cover|scroll|movable|picker|rich|root|page|share|match|ad)-/.test(tag)
const handles = (element: Element): boolean => element.attributes.some((one) => TAPPED.test(one.name))
/** Anything inside, around, or on the element that can react to a tap. */
const reacts = (element: Element): boolean =>
  handles(element) ||
  INTERACTIVE.has(element.tag) ||
  !isBuiltIn(element.tag) ||
  element.children.some((child) => child.type === 'element' && reacts(child))
const reactsAround = (element: Element): boolean => {
  for (let at = element.parent; at !== null; at = at.parent)
    if (handles(at) || ['navigator', 'button', 'label', 'picker', 'form', 'template', 'swiper'].includes(at.tag) || !isBuiltIn(at.tag))
      return true
  return false
}
const elementsOf = (element: Element): readonly Element[] => element.children.filter((child): child is Element => child.type === 'element')

const isArrow = (element: Element): boolean => {
  const named = (): boolean => ARROW_NAME.test(plainAttribute(element, 'class') ?? '')
  if (element.tag === 'image') return ARROW_NAME.test((plainAttribute(element, 'src') ?? '').split('/').at(-1) ?? '') || named()
  if (element.children.some((child) => child.type === 'element')) return false
  const text = element.children
    .map((child) => (child.type === 'text' ? child.parts.map((part) => (part.type === 'text' ? part.value : 'x')).join('') : ''))
    .join('')
  return text.trim() === '' ? named() : ARROW_TEXT.test(text)
}

const CONDITION = /^(?:wx|tt):(?:if|elif|else)$/
/** The grey face of a button whose other face works. */
const otherFace = (element: Element): boolean =>
  element.parent !== null &&
  element.attributes.some(({ name }) => CONDITION.test(name)) &&
  elementsOf(element.parent).some(
    (one) =>
      one !== element &&
      one.tag === element.tag &&
      one.attributes.some(({ name }) => CONDITION.test(name)) &&
      reacts(one) &&
      (handles(one) || one.attributes.some(({ name }) => /^(?:open|form)-?type$/i.test(name))),
  )
/** A button without any handler or built-in function. */
const isInertButton = (element: Element): boolean =>
  element.tag === 'button' &&
  !handles(element) &&
  !/disabled?|gray|grey|over\b/i.test(attributeOf(element, 'class')?.value ?? '') &&
  !['open-type', 'openType', 'form-type', 'formType', 'disabled', 'loading', 'id'].some((name) => attributeOf(element, name)) &&
  !element.attributes.some((one) => /^(?:bind|catch|mut-bind|capture)/.test(one.name)) &&
  !elementsOf(element).some(reacts) &&
  !otherFace(element) &&
  !reactsAround(element)

/** How an element is named for its looks: its class and its picture. */
const look = (element: Element): string =>
  `${plainAttribute(element, 'class') ?? ''} ${(plainAttribute(element, 'src') ?? '').split('/').at(-1) ?? ''}`.trim()
/** An ornament with its mirror image on the other side: the lines beside a heading, the notches of a coupon. */
const isMirrored = (element: Element): boolean => {
  const name = look(element)
  const mirror = name.replaceAll(/right/gi, 'left').replaceAll('you', 'zuo')
  return mirror !== name && element.parent !== null && elementsOf(element.parent).some((one) => one !== element && look(one) === mirror)
}
/** A row that ends in an arrow. */
const isInertRow = (element: Element): boolean => {
  if (element.children.length < 2 || (element.tag !== 'view' && element.tag !== 'text' && element.tag !== 'cover-view')) return false
  const last = element.children.findLast((child): child is Element => child.type === 'element')
  return (
    last !== undefined &&
    isArrow(last) &&
    elementsOf(element).length >= 2 &&
    !isMirrored(last) &&
    !reacts(element) &&
    !reactsAround(element)
  )
}

/** Words out of the data: a row that tells a price or a date beside rows that call and lead. */
const tellsData = (element: Element): boolean =>
  element.children.some((child) =>
    child.type === 'element' ? tellsData(child) : child.type === 'text' && child.parts.some(({ type }) => type !== 'text'),
  )

/** One of several like controls of which the others work. */
const isInertSibling = (element: Element): boolean => {
  // Pictures inside make it an entry of a menu; plain text rows stand in any card.
  if (element.tag !== 'view' || element.parent === null || !element.children.some((one) => one.type === 'element' && one.tag === 'image'))
    return false
  const name = plainAttribute(element, 'class')
  if (!name || attributeOf(element, 'wx:for') || reacts(element) || reactsAround(element) || tellsData(element)) return false
  const alike = elementsOf(element.parent).filter(
    (one) => (one.tag === 'view' || one.tag === 'navigator') && plainAttribute(one, 'class') === name,
  )
  const working = alike.filter((one) => one.tag === 'navigator' || handles(one)).length
  return alike.length >= 3 && working * 2 > alike.length
}

export interface Inert {
  readonly element: Element
  readonly sort: 'button' | 'row' | 'sibling'
}
/** Put out of sight for good, by itself or with what holds it. */
const undrawn = (element: Element): boolean => {
  for (let at: Element | null = element; at !== null; at = at.parent)
    if (/display\s*:\s*none/.test(plainAttribute(at, 'style') ?? '') || plainAttribute(at, 'hidden') === '') return true
  return false
}
const NONE: readonly Inert[] = []
export const inertControls = (template: TemplateFile): readonly Inert[] =>
  template.elements.flatMap((element): readonly Inert[] => {
    const sort = isInertButton(element) ? 'button' : isInertRow(element) ? 'row' : isInertSibling(element) ? 'sibling' : null
    return sort === null || undrawn(element) ? NONE : [{ element, sort }]
  })
