/** The elements of all templates by tag and by attribute: most rules are after a few of them. */
import type { Attribute, Element, ProgramModel, TemplateFile } from '../program/types.ts'

export interface Placed {
  readonly element: Element
  /** The template that it stands in. */
  readonly file: string
}
export interface Bearing extends Placed {
  readonly attribute: Attribute
}
type Templates = ReadonlyMap<string, readonly TemplateFile[]>
const templatesByTag = new WeakMap<ProgramModel, Templates>()
/** The templates in which each tag stands. */
const byTag = (program: ProgramModel): Templates => {
  let index = templatesByTag.get(program)
  if (!index) {
    const made = new Map<string, TemplateFile[]>()
    for (const template of program.templates.values())
      for (const { tag } of template.elements) {
        const list = made.get(tag)
        if (!list) made.set(tag, [template])
        else if (list[list.length - 1] !== template) list.push(template)
      }
    templatesByTag.set(program, (index = made))
  }
  return index
}
/** Whether an element of one of these tags stands in any template. */
export const hasTag = (program: ProgramModel, ...tags: readonly string[]): boolean => tags.some((tag) => byTag(program).has(tag))
/** The templates in which a tag stands. */
export const templatesWith = (program: ProgramModel, tag: string): ReadonlySet<TemplateFile> => new Set(byTag(program).get(tag))
/** Every tag that stands in any template. */
export const tagsIn = (program: ProgramModel): Iterable<string> => byTag(program).keys()
/** The elements of these tags, in the order of the templates. */
export const tagged = (program: ProgramModel, ...tags: readonly string[]): readonly Placed[] => {
  if (!hasTag(program, ...tags)) return NONE
  const holding = new Set(tags.flatMap((tag) => byTag(program).get(tag) ?? NONE))
  const out: Placed[] = []
  for (const template of program.templates.values())
    if (holding.has(template))
      for (const element of template.elements) if (tags.includes(element.tag)) out.push({ element, file: template.file })
  return out
}

const bearers = new WeakMap<ProgramModel, ReadonlyMap<string, readonly Bearing[]>>()
const byAttribute = (program: ProgramModel): ReadonlyMap<string, readonly Bearing[]> => {
  let index = bearers.get(program)
  if (!index) {
    const made = new Map<string, Bearing[]>()
    for (const { file, elements } of program.templates.values())
      for (let i = 0; i < elements.length; i++) {
        const element = elements[i]!
        const { attributes } = element
        for (let j = 0; j < attributes.length; j++) {
          const attribute = attributes[j]!
          const list = made.get(attribute.name)
          if (!list) made.set(attribute.name, [{ element, file, attribute }])
          // Of two by the same name the first counts.
          else if (list[list.length - 1]!.element !== element) list.push({ element, file, attribute })
        }
      }
    bearers.set(program, (index = made))
  }
  return index
}
/** The elements with an attribute of that name, whatever its value, in the order of the templates. */
export const bearing = (program: ProgramModel, name: string): readonly Bearing[] => byAttribute(program).get(name) ?? NONE
/** The elements with an attribute whose name is like that. */
export const bearingLike = (program: ProgramModel, like: RegExp): ReadonlySet<Element> => {
  const out = new Set<Element>()
  for (const [name, list] of byAttribute(program)) if (like.test(name)) for (let i = 0; i < list.length; i++) out.add(list[i]!.element)
  return out
}
const NONE: readonly never[] = []

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
