/** Small ways of reading the evidence that every other rule needs. */
import type { CallContext } from '../program/interpret/types.ts'
import type { Attribute, Element } from '../program/types.ts'

export const attributeOf = (element: Element, name: string): Attribute | undefined =>
  element.attributes.find((attribute) => attribute.name === name)

/** The value of an attribute when it is written out; undefined when it is absent or holds an expression. '' for an attribute without a value. */
export const plainAttribute = (element: Element, name: string): string | undefined => {
  const attribute = attributeOf(element, name)
  if (!attribute || attribute.parts.some((part) => part.type === 'mustache')) return undefined
  return attribute.value ?? ''
}

/** The element itself or the nearest one around it that fits. */
export const closest = (element: Element | null, fits: (element: Element) => boolean): Element | undefined => {
  for (let at = element; at !== null; at = at.parent) if (fits(at)) return at
  return undefined
}

/** True when a person's own action leads to the call: a tap and the like, not a page that loads. */
export const byGesture = (context: CallContext): boolean => context.root.kind === 'gesture'
/** True when the program comes to the call by itself. */
export const unasked = (context: CallContext): boolean => ['lifecycle', 'module', 'observer', 'unload'].includes(context.root.kind)
