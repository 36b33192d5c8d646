/** The elements of all templates by tag and by attribute: most rules are after a few of them. */
import type { Attribute, Element, ProgramModel } from '../program/types.ts'

export interface Placed {
  readonly element: Element
  /** The template that it stands in. */
  readonly file: string
  /** Its number among all elements of all templates. */
  readonly order: number
}
export interface Bearing extends Placed {
  readonly attribute: Attribute
}
interface Index {
  readonly byTag: ReadonlyMap<string, readonly Placed[]>
  readonly byAttribute: ReadonlyMap<string, readonly Bearing[]>
}
const indexes = new WeakMap<ProgramModel, Index>()
const indexOf = (program: ProgramModel): Index => {
  const had = indexes.get(program)
  if (had) return had
  const byTag = new Map<string, Placed[]>()
  const byAttribute = new Map<string, Bearing[]>()
  let order = 0
  for (const { file, elements } of program.templates.values())
    for (const element of elements) {
      order++
      const alike = byTag.get(element.tag)
      if (alike) alike.push({ element, file, order })
      else byTag.set(element.tag, [{ element, file, order }])
      for (const attribute of element.attributes) {
        const bearers = byAttribute.get(attribute.name)
        if (!bearers) byAttribute.set(attribute.name, [{ element, file, order, attribute }])
        // Written twice on one element, the first counts.
        else if (bearers.at(-1)!.element !== element) bearers.push({ element, file, order, attribute })
      }
    }
  const index = { byTag, byAttribute }
  indexes.set(program, index)
  return index
}

const NONE: readonly never[] = []
/** Lists of the index as one, in the order of the templates. */
export const inOrder = <T extends Placed>(...lists: readonly (readonly T[])[]): readonly T[] => {
  const some = lists.filter(({ length }) => length > 0)
  return some.length < 2 ? (some[0] ?? NONE) : some.flat().sort((a, b) => a.order - b.order)
}
/** The elements of these tags, in the order of the templates. */
export const tagged = (program: ProgramModel, ...tags: readonly string[]): readonly Placed[] => {
  const { byTag } = indexOf(program)
  return inOrder(...tags.map((tag) => byTag.get(tag) ?? NONE))
}
/** Whether an element of one of these tags stands in any template. */
export const hasTag = (program: ProgramModel, ...tags: readonly string[]): boolean => {
  const { byTag } = indexOf(program)
  return tags.some((tag) => byTag.has(tag))
}
/** The elements with an attribute of that name, whatever its value, in the order of the templates. */
export const bearing = (program: ProgramModel, attribute: string): readonly Bearing[] => indexOf(program).byAttribute.get(attribute) ?? NONE
/** Every tag that stands in any template. */
export const tagsIn = (program: ProgramModel): Iterable<string> => indexOf(program).byTag.keys()

/** `closest`, with each element looked at once: for what many elements below one another are asked. */
export const nearest = (fits: (element: Element) => boolean): ((element: Element | null) => Element | undefined) => {
  const known = new WeakMap<Element, Element | null>()
  return (element) => {
    const asked: Element[] = []
    let found: Element | null | undefined = null
    for (let at = element; at !== null; at = at.parent) {
      found = known.get(at)
      if (found !== undefined) break
      asked.push(at)
      found = null
      if (fits(at)) {
        found = at
        break
      }
    }
    for (const one of asked) known.set(one, found ?? null)
    return found ?? undefined
  }
}
/** The element that is repeated for each entry of a list: the element itself, or the nearest around it. */
export const loopAround = nearest(({ attributes }) => attributes.some(({ name }) => name === 'wx:for' || name === 'tt:for'))
