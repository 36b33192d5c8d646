/** What style sheets say about an element: enough to see that something is invisible or covers the screen. */
import { type Declaration, parseStyle } from '../program/style.ts'
import type { Element, ProgramModel, StyleFile } from '../program/types.ts'
import { plainAttribute } from './reading.ts'

interface Look {
  readonly order: number
  readonly classes: readonly string[]
  readonly declarations: readonly Declaration[]
}
/** The rules of a sheet by the first class that they ask for. */
type Looks = ReadonlyMap<string, readonly Look[]>
const known = new WeakMap<StyleFile, Looks>()

/** The classes that a selector's last part asks for, when it asks for classes only. */
const classesOf = (selector: string): readonly string[] | null => {
  const last =
    selector
      .trim()
      .split(/[\s>+~]+/)
      .at(-1) ?? ''
  return !last.includes(':') && last.startsWith('.') ? last.slice(1).split('.') : null
}
const looksIn = (sheet: StyleFile): Looks => {
  const had = known.get(sheet)
  if (had) return had
  const index = new Map<string, Look[]>()
  for (const [order, { selectors, declarations, within }] of parseStyle(sheet).entries()) {
    if (within.some((around) => around.startsWith('@keyframes'))) continue
    for (const selector of selectors) {
      const classes = classesOf(selector)
      const first = classes?.[0]
      if (!classes || first === undefined) continue
      const list = index.get(first)
      if (list) list.push({ order, classes, declarations })
      else index.set(first, [{ order, classes, declarations }])
    }
  }
  known.set(sheet, index)
  return index
}

const sheetsByTemplate = new WeakMap<ProgramModel, Map<string, readonly StyleFile[]>>()
/** The sheets that style a template: the app's, then those of the units that use it. */
const sheetsOf = (program: ProgramModel, template: string): readonly StyleFile[] => {
  let known = sheetsByTemplate.get(program)
  if (!known) sheetsByTemplate.set(program, (known = new Map()))
  const had = known.get(template)
  if (had) return had
  const units = [...program.pages, ...program.components.values()].filter((unit) => unit.template === template)
  const sheets = [program.app, ...units].flatMap(({ style }) => (style === null ? [] : (program.styles.get(style) ?? [])))
  known.set(template, sheets)
  return sheets
}
const classesIn = (element: Element): ReadonlySet<string> => new Set((plainAttribute(element, 'class') ?? '').split(/\s+/).filter(Boolean))
/** Looks of some classes that reach an element which has them and perhaps others. */
const reaching = (index: Looks, classes: ReadonlySet<string>): Look[] =>
  [...classes].flatMap((name) => index.get(name) ?? []).filter((look) => look.classes.every((name) => classes.has(name)))
/**
 * Whether anything says so of an element, even if something later takes it back: a first question, for which only those
 * sheets are read in which the value stands at all.
 */
export const mayLook = (program: ProgramModel, template: string, element: Element, property: string, value: string): boolean => {
  if (plainAttribute(element, 'style')?.includes(value)) return true
  let classes: ReadonlySet<string> | undefined
  for (const sheet of sheetsOf(program, template)) {
    if (!sheet.text.includes(value)) continue
    classes ??= classesIn(element)
    if (classes.size === 0) return false
    const says = (declaration: Declaration): boolean => declaration.property === property && declaration.value === value
    if (reaching(looksIn(sheet), classes).some(({ declarations }) => declarations.some(says))) return true
  }
  return false
}

/** Declarations that reach an element by its classes or its own style attribute; later ones win. Selectors are read by their last part only. */
export const looksOf = (program: ProgramModel, template: string, element: Element): ReadonlyMap<string, string> => {
  const out = new Map<string, string>()
  const classes = classesIn(element)
  if (classes.size > 0) {
    for (const sheet of sheetsOf(program, template)) {
      const hits = reaching(looksIn(sheet), classes)
      hits.sort((a, b) => a.order - b.order)
      for (const { declarations } of hits) for (const { property, value } of declarations) out.set(property, value)
    }
  }
  for (const piece of (plainAttribute(element, 'style') ?? '').split(';')) {
    const colon = piece.indexOf(':')
    if (colon > 0) out.set(piece.slice(0, colon).trim().toLowerCase(), piece.slice(colon + 1).trim())
  }
  return out
}

const full = (value: string | undefined, unit: RegExp): boolean => value !== undefined && unit.test(value)
/** Fixed or absolute over (nearly) the whole screen. */
export const coversScreen = (looks: ReadonlyMap<string, string>): boolean => {
  if (!/fixed|absolute/.test(looks.get('position') ?? '')) return false
  const zero = (name: string) => /^0[a-z%]*$/.test(looks.get(name) ?? '')
  if (zero('inset') || (zero('top') && zero('bottom') && zero('left') && zero('right'))) return true
  return full(looks.get('width'), /^(?:100(?:%|vw)|750rpx)$/) && full(looks.get('height'), /^(?:100(?:%|vh)|1\d{3}rpx)$/)
}
/** Not seen by anyone, yet there to be touched. */
export const transparent = (looks: ReadonlyMap<string, string>): boolean => {
  const opacity = looks.get('opacity')
  return opacity !== undefined && Number.parseFloat(opacity) <= 0.05
}
