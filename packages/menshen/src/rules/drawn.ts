/** Whether something stands on the screen from the start, or only after a person's own action opened it. */
import type { DataWrite, Interpretation, Value } from '../program/interpret/types.ts'
import type { Attribute, Element, ProgramModel, Unit } from '../program/types.ts'
import { drawnFrom } from './look.ts'
import { attributeOf, plainAttribute, shownIn, writesOf } from './reading.ts'

const CONDITIONS = new Set(['wx:if', 'wx:elif', 'tt:if', 'tt:elif', 'hidden', 's-if', 'if'])
const DEPTH = 4
const KEYWORDS = new Set(['true', 'false', 'null', 'undefined', 'typeof', 'index', 'length', 'this'])

/** Names of data that an expression reads: its first words, properties left out. */
const namesOf = (source: string): readonly string[] => {
  const plain = source.replace(/'[^']*'|"[^"]*"/g, ' ')
  const names = plain.match(/(?<![\w$.])[A-Za-z_$][\w$]*/g) ?? []
  return [...new Set(names)].filter((name) => !KEYWORDS.has(name))
}
const sourcesOf = (attribute: Attribute): string => attribute.parts.map((part) => (part.type === 'mustache' ? part.source : '')).join(' ')

const mayHold = (value: Value): boolean =>
  value.open || value.constants.some(Boolean) || value.keys().length > 0 || value.elements().length > 0

const camel = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

export interface Use {
  readonly unit: Unit
  readonly element: Element
}
const usesByProgram = new WeakMap<ProgramModel, Map<string, Use[]>>()
/** Where components are drawn, by their base path. */
export const usesOf = (program: ProgramModel, base: string): readonly Use[] => {
  let index = usesByProgram.get(program)
  if (!index) {
    index = new Map()
    for (const unit of [...program.pages, ...program.components.values()]) {
      const template = unit.template === null ? undefined : program.templates.get(unit.template)
      if (!template || unit.components.size === 0) continue
      for (const element of template.elements) {
        const target = unit.components.get(element.tag)?.target
        if (!target) continue
        const list = index.get(target)
        if (list) list.push({ unit, element })
        else index.set(target, [{ unit, element }])
      }
    }
    usesByProgram.set(program, index)
  }
  return index.get(base) ?? []
}

/** What was found out about a unit's name before. */
const settled = new WeakMap<Interpretation, Map<string, boolean>>()
/** The first name of a path: what of the data is written. */
const headOf = (path: string): string => {
  const end = path.search(/[.[]/)
  return end < 0 ? path : path.slice(0, end)
}

const writesTo = (interpretation: Interpretation, unit: Unit, name: string): readonly DataWrite[] =>
  writesOf(interpretation, unit.base).filter(({ path }) => path !== null && headOf(path) === name)

/** True when a piece of data becomes true, filled or set by what a person does and by nothing else. */
export const setByGesture = (program: ProgramModel, interpretation: Interpretation, unit: Unit, name: string, depth = DEPTH): boolean => {
  let known = settled.get(interpretation)
  if (!known) settled.set(interpretation, (known = new Map()))
  const key = `${unit.base}\n${name}`
  const had = known.get(key)
  if (had !== undefined) return had
  const writes = writesTo(interpretation, unit, name)
  const answer = foundSetByGesture(program, interpretation, unit, name, depth, writes)
  known.set(key, answer)
  return answer
}
const foundSetByGesture = (
  program: ProgramModel,
  interpretation: Interpretation,
  unit: Unit,
  name: string,
  depth: number,
  all: readonly DataWrite[],
): boolean => {
  const writes = all.filter((write) => mayHold(write.value))
  if (writes.length > 0) {
    if (!writes.every((write) => write.root.kind === 'gesture')) return false
    const data = interpretation.dataOf(unit)?.get(name)
    return data === undefined || data.open || data.constants.some((one) => !one) || data.elements().length > 0 || data.keys().length > 0
  }
  if (unit.kind !== 'component' || depth === 0) return false
  const given = usesOf(program, unit.base).filter((use) => interpretation.reachable.has(use.unit.base))
  return (
    given.length > 0 &&
    given.every(({ unit: outer, element }) => {
      const attribute = element.attributes.find((one) => camel(one.name) === name)
      return (
        attribute !== undefined && namesOf(sourcesOf(attribute)).some((one) => setByGesture(program, interpretation, outer, one, depth - 1))
      )
    })
  )
}

const namesIn = new WeakMap<Attribute, readonly string[]>()
const namesOfAttribute = (attribute: Attribute): readonly string[] => {
  let names = namesIn.get(attribute)
  if (!names) namesIn.set(attribute, (names = namesOf(sourcesOf(attribute))))
  return names
}
/** True when an expression of a template depends on data that only a person's action sets. */
export const attributeSetByGesture = (program: ProgramModel, interpretation: Interpretation, unit: Unit, attribute: Attribute): boolean =>
  namesOfAttribute(attribute).some((name) => setByGesture(program, interpretation, unit, name))

/** `{{!cover}}`: drawn once something is gone. */
const ABSENT = /^\s*\{\{\s*!\s*([A-Za-z_$][\w$]*)\s*\}\}\s*$/
/** True when a piece of data stands at first, and nothing but what a person does takes it away. */
const clearedByGesture = (interpretation: Interpretation, unit: Unit, name: string): boolean => {
  const all = writesTo(interpretation, unit, name)
  const clearing = all.filter(({ value }) => value.open || value.constants.some((one) => !one))
  if (clearing.length === 0 || !clearing.every(({ root }) => root.kind === 'gesture')) return false
  return interpretation.dataOf(unit)?.get(name)?.constants.some(Boolean) ?? false
}

/** True when an element is drawn only after a person's action: its own condition, one around it, or those of every place that draws its component. */
export const drawnByGesture = (
  program: ProgramModel,
  interpretation: Interpretation,
  unit: Unit,
  element: Element,
  depth = DEPTH,
): boolean => {
  for (let at: Element | null = element; at !== null; at = at.parent)
    for (const attribute of at.attributes) {
      if (!CONDITIONS.has(attribute.name)) continue
      if (attributeSetByGesture(program, interpretation, unit, attribute)) return true
      const without = ABSENT.exec(attribute.value ?? '')?.[1]
      if (without && !/hidden/.test(attribute.name) && clearedByGesture(interpretation, unit, without)) return true
    }
  if (unit.kind !== 'component' || depth === 0) return false
  const uses = usesOf(program, unit.base).filter((use) => interpretation.reachable.has(use.unit.base))
  return uses.length > 0 && uses.every((use) => drawnByGesture(program, interpretation, use.unit, use.element, depth - 1))
}

/** Units that draw an element of a template, among those that users can reach. */
export const drawnIn = (program: ProgramModel, interpretation: Interpretation, file: string, element: Element): readonly Unit[] => {
  const units = new Map<string, Unit>()
  for (const unit of [...program.pages, ...program.components.values()])
    if (interpretation.reachable.has(unit.base) && (unit.template === file || takesIn(program, unit, file, element)))
      units.set(unit.base, unit)
  for (const shown of shownIn(interpretation, element))
    if (shown.template === file && shown.reachable && interpretation.reachable.has(shown.unit.base)) units.set(shown.unit.base, shown.unit)
  return [...units.values()]
}

/** The definition that an element stands in, by its name. */
const definitionOf = (element: Element): string | undefined => {
  for (let at: Element | null = element; at !== null; at = at.parent)
    if (at.tag === 'template') return plainAttribute(at, 'name') ?? undefined
  return undefined
}
/** Whether a unit's template draws something of another file: it includes the file, or uses the definition by its name. */
const takesIn = (program: ProgramModel, unit: Unit, file: string, element: Element): boolean => {
  if (unit.template === null || (program.templates.get(unit.template)?.imports.length ?? 0) === 0) return false
  const files = drawnFrom(program, unit.template)
  if (!files.has(file)) return false
  const name = definitionOf(element)
  if (name === undefined)
    return [...files].some((one) => program.templates.get(one)?.imports.some(({ kind, target }) => kind === 'include' && target === file))
  return [...files].some((one) =>
    program.templates.get(one)?.elements.some((at) => {
      if (at.tag !== 'template') return false
      const used = attributeOf(at, 'is')?.value
      // A name that is worked out counts where it is written there: a framework's own templates choose among all of theirs.
      return used === name || (used?.includes('{{') === true && (used.includes(`'${name}'`) || used.includes(`"${name}"`)))
    }),
  )
}
