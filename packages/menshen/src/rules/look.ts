/** What style sheets say about an element: enough to see that something is invisible or covers the screen. */
import { bareText, type Declaration, parseStyle } from '../program/style.ts'
import type { Element, ProgramModel, StyleFile, Unit } from '../program/types.ts'
import { plainAttribute } from './reading.ts'

const NONE: readonly never[] = []

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

const sheetsByTemplate = new WeakMap<ProgramModel, ReadonlyMap<string, readonly StyleFile[]>>()
/** The sheets that style a template: the app's, then those of the units that use it. */
export const sheetsOf = (program: ProgramModel, template: string): readonly StyleFile[] => {
  let known = sheetsByTemplate.get(program)
  if (!known) {
    const app = sheetsIn(program, program.app)
    const made = new Map<string, readonly StyleFile[]>([['', app]])
    for (const unit of [...program.pages, ...program.components.values()])
      if (unit.template !== null)
        // What a template takes in from others is styled by its own sheets.
        for (const file of drawnFrom(program, unit.template))
          made.set(file, [...new Set([...(made.get(file) ?? app), ...sheetsIn(program, unit)])])
    sheetsByTemplate.set(program, (known = made))
  }
  return known.get(template) ?? known.get('') ?? NONE
}
const MOST_FILES = 40
/** A template with those that it imports or includes. */
export const drawnFrom = (program: ProgramModel, template: string): ReadonlySet<string> => {
  const files = new Set([template])
  for (const file of files)
    for (const { target } of program.templates.get(file)?.imports ?? []) if (target !== null && files.size < MOST_FILES) files.add(target)
  return files
}
const sheetsIn = (program: ProgramModel, { style }: Unit): readonly StyleFile[] => {
  const sheet = style === null ? undefined : program.styles.get(style)
  return sheet ? [sheet] : NONE
}
const NO_CLASSES: ReadonlySet<string> = new Set()
const classesIn = (element: Element): ReadonlySet<string> => {
  const written = plainAttribute(element, 'class')
  if (!written) return NO_CLASSES
  return new Set(/\s/.test(written) ? written.split(/\s+/).filter(Boolean) : [written])
}
const hasAll = (classes: ReadonlySet<string>, asked: readonly string[]): boolean => asked.every((name) => classes.has(name))

const saying = new WeakMap<StyleFile, Map<string, ReadonlySet<string>>>()
/**
 * The classes that stand in the selector of any rule of a sheet that says one thing. Found from the words themselves,
 * without reading all of the sheet: perhaps more classes than the rules are for, never fewer.
 */
const sayingIn = (sheet: StyleFile, property: string, value: string): ReadonlySet<string> => {
  let known = saying.get(sheet)
  if (!known) saying.set(sheet, (known = new Map()))
  const key = `${property}: ${value}`
  const had = known.get(key)
  if (had) return had
  const classes = new Set<string>()
  known.set(key, classes)
  if (!sheet.text.includes(value)) return classes
  const found = selectorsSaying(bareOf(sheet), property, value) ?? parseStyle(sheet).flatMap(({ selectors }) => selectors)
  for (const selector of found) for (const [, name] of selector.matchAll(/\.([^\s.,>+~:{}()#[\]]+)/g)) classes.add(name!)
  return classes
}
/** More of them than any sheet has in earnest. */
const MOST_SAYING = 200
/** The selectors before the braces that hold such a declaration; null when nested rules leave that open. */
const selectorsSaying = (text: string, property: string, value: string): readonly string[] | null => {
  const out: string[] = []
  let seen = 0
  for (const { index } of text.matchAll(new RegExp(`${property}[-\\w]{0,24}\\s*:[^;{}]{0,400}?${value}`, 'gi'))) {
    if (++seen > MOST_SAYING) return null
    const open = text.lastIndexOf('{', index)
    if (open < 0) continue
    const from = Math.max(text.lastIndexOf('}', open), text.lastIndexOf('{', open - 1), text.lastIndexOf(';', open)) + 1
    if (text.lastIndexOf('}', index) > open) return null
    out.push(text.slice(from, open))
  }
  return out
}
const bareTexts = new WeakMap<StyleFile, string>()
const bareOf = (sheet: StyleFile): string => {
  let text = bareTexts.get(sheet)
  if (text === undefined) bareTexts.set(sheet, (text = bareText(sheet.text)))
  return text
}
const hints = new WeakMap<ProgramModel, Map<string, Hint>>()
interface Hint {
  /** The classes of which a sheet says so, and that stand in the template at all. */
  readonly classes: ReadonlySet<string>
  /** Whether the value stands in the template: in an element's own style, perhaps. */
  readonly written: boolean
}
const hintFor = (program: ProgramModel, template: string, property: string, value: string): Hint => {
  let known = hints.get(program)
  if (!known) hints.set(program, (known = new Map()))
  const key = `${template}\n${property}: ${value}`
  let hint = known.get(key)
  if (!hint) {
    const text = program.files.text(template) ?? ''
    const classes = new Set<string>()
    for (const sheet of sheetsOf(program, template))
      for (const name of sayingIn(sheet, property, value)) if (text.includes(name)) classes.add(name)
    known.set(key, (hint = { classes, written: text.includes(value) }))
  }
  return hint
}
/** Whether anything may say so of any element of a template: where nothing does, none of them needs to be looked at. */
export const mayLookIn = (program: ProgramModel, template: string, property: string, value: string): boolean => {
  const { classes, written } = hintFor(program, template, property, value)
  return written || classes.size > 0
}
/**
 * Whether anything says so of an element, even if something later takes it back: a first question, for which only those
 * sheets are read in which the value stands at all. The property stands for those that begin with it, too, and the value
 * for any that holds it.
 */
export const mayLook = (program: ProgramModel, template: string, element: Element, property: string, value: string): boolean => {
  const { classes, written } = hintFor(program, template, property, value)
  if (written && plainAttribute(element, 'style')?.includes(value)) return true
  if (classes.size > 0) for (const name of classesIn(element)) if (classes.has(name)) return true
  return false
}

/** Declarations that reach an element by its classes or its own style attribute; later ones win. Selectors are read by their last part only. */
export const looksOf = (program: ProgramModel, template: string, element: Element): ReadonlyMap<string, string> => {
  const out = new Map<string, string>()
  const classes = classesIn(element)
  if (classes.size > 0) {
    const selectors = [...classes].map((name) => `.${name}`)
    for (const sheet of sheetsOf(program, template)) {
      // A sheet that names none of them need not be read.
      if (!selectors.some((selector) => sheet.text.includes(selector))) continue
      const index = looksIn(sheet)
      const hits: Look[] = []
      for (const name of classes) for (const look of index.get(name) ?? []) if (hasAll(classes, look.classes)) hits.push(look)
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
