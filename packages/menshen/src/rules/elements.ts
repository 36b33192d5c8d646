/** The elements of all templates by tag and by attribute: most rules are after a few of them. */
import type { Attribute, Element, ProgramModel } from '../program/types.ts'

export interface Placed {
  readonly element: Element
  /** The template that it stands in. */
  readonly file: string
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
  for (const { file, elements } of program.templates.values())
    for (const element of elements) {
      const alike = byTag.get(element.tag)
      if (alike) alike.push({ element, file })
      else byTag.set(element.tag, [{ element, file }])
      for (const attribute of element.attributes) {
        const bearers = byAttribute.get(attribute.name)
        if (!bearers) byAttribute.set(attribute.name, [{ element, file, attribute }])
        // Written twice on one element, the first counts.
        else if (bearers.at(-1)!.element !== element) bearers.push({ element, file, attribute })
      }
    }
  const index = { byTag, byAttribute }
  indexes.set(program, index)
  return index
}

const NONE: readonly never[] = []
/** The elements of a tag, in the order of the templates. */
export const tagged = (program: ProgramModel, tag: string): readonly Placed[] => indexOf(program).byTag.get(tag) ?? NONE
/** Whether an element of one of these tags stands in any template. */
export const hasTag = (program: ProgramModel, ...tags: readonly string[]): boolean => {
  const { byTag } = indexOf(program)
  return tags.some((tag) => byTag.has(tag))
}
/** The elements with an attribute of that name, whatever its value, in the order of the templates. */
export const bearing = (program: ProgramModel, attribute: string): readonly Bearing[] => indexOf(program).byAttribute.get(attribute) ?? NONE
/** Every tag that stands in any template. */
export const tagsIn = (program: ProgramModel): Iterable<string> => indexOf(program).byTag.keys()
