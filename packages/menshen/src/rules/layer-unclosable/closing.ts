/** What shows a layer, and whether anything takes it away again. */
import {
  attributeOf,
  type DataWrite,
  type Element,
  type Interpretation,
  type ProgramModel,
  type Span,
  shownIn,
  tagSpan,
  type Unit,
  usesOf,
  type Value,
  writesOf,
} from '../kit.ts'

/** A condition of one piece of data: `a.b`, `!a`, `a === 'x'`. */
export interface Condition {
  readonly path: readonly string[]
  /** True when the layer shows for this constant. */
  readonly shows: (constant: unknown) => boolean
}
const SIMPLE = /^\s*(!*)\s*([A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*)\s*(?:([=!]==?)\s*('[^']*'|"[^"]*"|true|false|-?\d+))?\s*$/
const literal = (text: string): unknown =>
  /^['"]/.test(text) ? text.slice(1, -1) : text === 'true' ? true : text === 'false' ? false : Number(text)

const CONDITIONS = ['wx:if', 'tt:if', 'hidden'] as const
export const conditionOf = (element: Element): Condition | null => {
  for (const name of CONDITIONS) {
    const parts = attributeOf(element, name)?.parts
    const part = parts?.[0]
    if (parts?.length !== 1 || part?.type !== 'mustache') continue
    const found = SIMPLE.exec(part.source)
    if (!found) return null
    const [, nots = '', path = '', operator, right] = found
    const flip = (nots.length % 2 === 1) !== (name === 'hidden')
    const test = (constant: unknown): boolean => {
      if (operator === undefined || right === undefined) return Boolean(constant)
      const same = String(constant) === String(literal(right))
      return operator.startsWith('!') ? !same : same
    }
    return { path: path.split('.'), shows: (constant) => test(constant) !== flip }
  }
  return null
}

/** The part of a written value that the condition reads; null when the write concerns something else. */
const partOf = (write: DataWrite, path: readonly string[]): { readonly value: Value | undefined } | null => {
  if (write.path === null) return { value: undefined }
  const written = write.path.replace(/\[\w*\]/g, '').split('.')
  const shared = Math.min(written.length, path.length)
  for (let i = 0; i < shared; i++) if (written[i] !== path[i]) return null
  if (written.length > path.length) return null
  let value: Value | undefined = write.value
  for (const key of path.slice(written.length)) {
    const inner: Value | undefined = value?.get(key)
    if (inner === undefined && value && !value.open) return { value: undefined }
    value = inner
  }
  return { value }
}
const hides = (condition: Condition, value: Value | undefined): boolean =>
  value === undefined || value.open || value.constants.some((one) => !condition.shows(one))
const shows = (condition: Condition, value: Value | undefined): boolean => value?.constants.some((one) => condition.shows(one)) ?? false

/** A component's event that its script never sends: a handler bound to it never runs. */
const neverSent = (program: ProgramModel, unit: Unit, write: DataWrite): boolean => {
  const { element, name } = write.root
  const use = element ? unit.components.get(element.tag) : undefined
  const child = use?.target ? program.components.get(use.target) : undefined
  const source = child?.script ? program.files.text(child.script) : undefined
  if (!source || child?.script === undefined || !source.includes('triggerEvent')) return false
  if (/triggerEvent\s*\(\s*[^'"`\s]/.test(source) || /behaviors/.test(source)) return false
  const names = [...source.matchAll(/triggerEvent\s*\(\s*['"`]([\w-]+)['"`]/g)].map((one) => one[1]!.toLowerCase())
  return name !== 'tap' && !names.includes(name.toLowerCase())
}
/** A control that is never drawn closes nothing. */
const neverDrawn = (interpretation: Interpretation, element: Element | undefined): boolean => {
  if (!element) return false
  const inside = shownIn(interpretation, element)
  return inside.length > 0 && inside.every((one) => !one.reachable)
}

export interface Fate {
  /** It can come up at all. */
  readonly opens: boolean
  readonly openedBy: readonly DataWrite[]
  /** Something may take it away; when it is not known, it counts as that. */
  readonly closes: boolean
  /** Where a component that holds the layer is drawn. */
  readonly usedAt: readonly Span[]
}
/** What happens to a layer of a unit; for a component's property, in every place that uses it. */
export const fateOf = (program: ProgramModel, interpretation: Interpretation, unit: Unit, condition: Condition, depth = 3): Fate => {
  if (interpretation.opaque.has(unit.base)) return { opens: true, openedBy: [], closes: true, usedAt: [] }
  const writes = writesOf(interpretation, unit.base).filter((write) => write.root.kind !== 'unbound')
  const openedBy: DataWrite[] = []
  const usedAt: Span[] = []
  let closes = false
  for (const write of writes) {
    const part = partOf(write, condition.path)
    if (!part) continue
    if (shows(condition, part.value)) openedBy.push(write)
    if (hides(condition, part.value) && !neverSent(program, unit, write) && !neverDrawn(interpretation, write.root.element)) closes = true
  }
  let first: Value | null | undefined = interpretation.dataOf(unit)
  for (const key of condition.path) first = first?.get(key)
  // Data that can be either, with no write that we know of, is written out of sight.
  const either =
    !writes.some((write) => partOf(write, condition.path)) && shows(condition, first ?? undefined) && hides(condition, first ?? undefined)
  let opens = openedBy.length > 0 || (shows(condition, first ?? undefined) && !either)
  if (unit.kind === 'component' && depth > 0) {
    // A property is set from outside.
    const name = condition.path[0]!
    const dashed = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    for (const { unit: outer, element } of usesOf(program, unit.base)) {
      const attribute = attributeOf(element, name) ?? attributeOf(element, dashed)
      if (attributeOf(element, `model:${name}`)) return { opens: true, openedBy, closes: true, usedAt }
      if (!attribute) continue
      const [part, ...more] = attribute.parts
      const source =
        part?.type === 'mustache' && more.length === 0
          ? /^\s*([A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*)\s*$/.exec(part.source)?.[1]
          : undefined
      if (source === undefined) return { opens: true, openedBy, closes: true, usedAt }
      const above = fateOf(
        program,
        interpretation,
        outer,
        { path: [...source.split('.'), ...condition.path.slice(1)], shows: condition.shows },
        depth - 1,
      )
      opens ||= above.opens
      closes ||= above.closes
      openedBy.push(...above.openedBy)
      if (outer.template) usedAt.push(tagSpan(element, outer.template), ...above.usedAt)
    }
  }
  return { opens, openedBy, closes, usedAt }
}
