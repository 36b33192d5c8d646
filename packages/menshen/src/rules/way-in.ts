/** Ways by which people reach a function: words, icons, platform buttons, other components. Looked for before anything is said to be missing. */
import type { ApiCall, Binding, CallContext, Interpretation, Root } from '../program/interpret/types.ts'
import type { Element, ProgramModel, Span, Unit } from '../program/types.ts'
import { isEntry } from './account.ts'
import { type Bearing, bearing } from './elements.ts'
import { attributeOf, bindingsAt, tagSpan } from './reading.ts'
import { type Said, saidIn } from './said.ts'
import type { EntryWords } from './tables.ts'

export interface WayIn {
  readonly at: Span
  /** What shows it: the words, or the icon's name. */
  readonly text: string
  /** dead: nothing is bound to it, or what is bound does nothing. */
  readonly state: 'works' | 'dead'
  /** An entry of a menu that comes up. */
  readonly menu?: boolean
}
/** Where libraries lie: their buttons offer every kind that the platform knows. */
const LIBRARY = /(?:^|\/)(?:miniprogram_npm|dist|vant|weui|iview|tdesign|uview|uni_modules|lib)\//i
const OPENS = /contact|feedback|im$|lifeIm|privateMessage/i

/** A call to a number that is always empty. */
const dialsNothing = (api: string, context: CallContext): boolean => {
  const number = api === 'makePhoneCall' ? context.args[0]?.get('phoneNumber') : undefined
  return number !== undefined && !number.open && number.constants.every((one) => !one)
}

/** What calls and writes begin with: elements, and handlers by their places. */
interface Beginnings {
  readonly elements: ReadonlySet<Element>
  readonly handlers: ReadonlyMap<string, ReadonlySet<number>>
}
const beginningsIn = new WeakMap<Interpretation, Beginnings>()
const beginningsOf = (interpretation: Interpretation): Beginnings => {
  const had = beginningsIn.get(interpretation)
  if (had) return had
  const elements = new Set<Element>()
  const handlers = new Map<string, Set<number>>()
  const seen = new Set<Root>()
  const put = (root: Root): void => {
    if (seen.has(root)) return
    seen.add(root)
    if (root.element) elements.add(root.element)
    const starts = handlers.get(root.at.file)
    if (starts) starts.add(root.at.start)
    else handlers.set(root.at.file, new Set([root.at.start]))
  }
  for (const { api, contexts } of interpretation.calls) for (const context of contexts) if (!dialsNothing(api, context)) put(context.root)
  for (const { root } of interpretation.writes) put(root)
  const beginnings = { elements, handlers }
  beginningsIn.set(interpretation, beginnings)
  return beginnings
}

/** True when the handler comes to anything: a platform call, a change of what is shown, a move. */
export const doesSomething = (interpretation: Interpretation, binding: Binding): boolean => {
  if (binding.status === 'unknown') return true
  if (binding.status === 'missing' || binding.empty) return false
  const { elements, handlers } = beginningsOf(interpretation)
  const { element, handlerAt } = binding
  return elements.has(element) || (handlerAt !== null && (handlers.get(handlerAt.file)?.has(handlerAt.start) ?? false))
}

/** Calls that only say something. */
const SAYS = /^(?:show|hide)(?:Toast|Loading)$/
/** Which entry of a menu a condition asks for: tapIndex === 1, !tapIndex. */
const chosen = (source: string, holds: boolean): number | undefined => {
  if (!holds) return undefined
  if (/^!\s*[\w$.]*tapIndex$/.test(source.trim())) return 0
  const same = /tapIndex\s*={2,3}\s*(\d)|(\d)\s*={2,3}\s*[\w$.]*tapIndex/.exec(source)
  return same ? Number(same[1] ?? same[2]) : undefined
}
/** Whether anything follows when an entry of a menu is picked. */
const menuWorks = (interpretation: Interpretation, sheet: ApiCall, text: string): boolean => {
  const roots = sheet.contexts.map(({ root }) => root.at)
  const at = sheet.contexts.map(({ args }) =>
    (args[0]?.get('itemList')?.elements() ?? []).findIndex((item) => item.constants.includes(text) && item.constants.length === 1),
  )[0]
  const follows = interpretation.calls.some(
    (call) =>
      !SAYS.test(call.api) &&
      call.contexts.some(
        ({ after, guards }) =>
          after.includes(sheet) &&
          !guards.some(({ source, holds }) => {
            const index = chosen(source, holds)
            return index !== undefined && at !== undefined && at >= 0 && index !== at
          }),
      ),
  )
  return follows || interpretation.writes.some(({ root }) => roots.some((one) => one.file === root.at.file && one.start === root.at.start))
}

const stateOf = (interpretation: Interpretation, element: Element | null): WayIn['state'] => {
  for (let at = element; at !== null; at = at.parent) {
    if (at.tag === 'navigator' || at.tag === 'official-account') return 'works'
    const open = attributeOf(at, 'open-type') ?? attributeOf(at, 'openType')
    if (open && (open.parts.some((part) => part.type === 'mustache') || OPENS.test(open.value ?? ''))) return 'works'
    // The inside of another component may do anything with a tap.
    if (
      at.tag.includes('-') &&
      bindingsAt(interpretation, at).length === 0 &&
      at.attributes.some(({ name }) => /^(?:url|link|is-link|to|path)$/.test(name))
    )
      return 'works'
    for (const binding of bindingsAt(interpretation, at)) {
      if (doesSomething(interpretation, binding)) return 'works'
    }
  }
  return 'dead'
}

const stateOfSaid = (interpretation: Interpretation, { text, call, shown }: Said): WayIn['state'] =>
  call?.api === 'showActionSheet'
    ? menuWorks(interpretation, call, text)
      ? 'works'
      : 'dead'
    : call
      ? 'works'
      : stateOf(interpretation, shown?.element ?? null)

/** Attributes that name what an icon shows. */
const NAMING = new Set(['class', 'src', 'icon', 'name', 'aria-label', 'type', 'iconClass', 'icon-class', 'prefix-icon'])
const iconPatterns = new WeakMap<EntryWords, RegExp>()
const iconsOf = (words: EntryWords): RegExp => {
  let icons = iconPatterns.get(words)
  if (!icons) iconPatterns.set(words, (icons = new RegExp((words.icons ?? []).join('|') || '(?!)', 'i')))
  return icons
}
/** The piece of an icon's name, class or picture that says what it is for. */
const iconIn = ({ attributes }: Element, words: EntryWords, icons: RegExp): string | undefined => {
  let found = false
  for (let i = 0; i < attributes.length && !found; i++) {
    const { name, value } = attributes[i]!
    found = value !== null && NAMING.has(name) && icons.test(value)
  }
  if (!found) return undefined
  const names = attributes.flatMap(({ name, value }) => (value !== null && NAMING.has(name) ? [value.toLowerCase()] : []))
  return words.icons?.find((one) => names.some((name) => name.includes(one)))
}

/** Every way in of one kind that is drawn or offered. */
export const waysIn = (program: ProgramModel, interpretation: Interpretation, words: EntryWords): readonly WayIn[] => {
  const out: WayIn[] = []
  for (const said of saidIn(interpretation)) {
    if (said.text.length > 40 || !isEntry(words, said.text)) continue
    out.push({ at: said.at, text: said.text.trim(), menu: said.call?.api === 'showActionSheet', state: stateOfSaid(interpretation, said) })
  }
  const icons = iconsOf(words)
  for (const { file, elements } of words.icons ? program.templates.values() : []) {
    const text = program.files.text(file) ?? ''
    // A name may be written in entities; else it stands in the file as it is.
    if (!icons.test(text) && !text.includes('&')) continue
    for (const element of elements) {
      const icon = iconIn(element, words, icons)
      if (icon && stateOf(interpretation, element) === 'works') out.push({ at: tagSpan(element, file), text: icon, state: 'works' })
    }
  }
  for (const tab of program.tabBar) if (isEntry(words, tab.text)) out.push({ at: tab.at, text: tab.text, state: 'works' })
  return out
}

/** The elements that open something of the platform's own, with the attribute that says what. */
const openers = (program: ProgramModel): readonly Bearing[] => {
  if (bearing(program, 'openType').length === 0) return bearing(program, 'open-type')
  return [...program.templates.values()].flatMap(({ file, elements }) =>
    elements.flatMap((element) => {
      const attribute = attributeOf(element, 'open-type') ?? attributeOf(element, 'openType')
      return attribute ? [{ element, file, attribute }] : []
    }),
  )
}
/** Buttons by which the platform itself brings people to the developer; one whose kind is given by data counts when the data may say so. */
export const serviceButtons = (program: ProgramModel, interpretation: Interpretation, kinds: RegExp): readonly Span[] => {
  const units = new Map<string, Unit[]>()
  for (const unit of [...program.pages, ...program.components.values()])
    if (unit.template) units.set(unit.template, [...(units.get(unit.template) ?? []), unit])
  const out: Span[] = []
  for (const { element, file, attribute: open } of openers(program)) {
    const sources = open.parts.flatMap((part) => (part.type === 'mustache' ? [part.source] : []))
    const chosen = sources.some((source) => {
      if (kinds.test(source)) return true
      const name = /^\s*([A-Za-z_$][\w$]*)\s*$/.exec(source)?.[1]
      // An item of a list or an expression: not followed here, and given the benefit of the doubt in the program's own templates.
      if (name === undefined) return !LIBRARY.test(file) && !/openType/.test(source)
      return (units.get(file) ?? []).some((unit) =>
        interpretation
          .dataOf(unit)
          ?.get(name)
          ?.constants.some((one) => typeof one === 'string' && kinds.test(one)),
      )
    })
    if (chosen || (sources.length === 0 && kinds.test(open.value ?? ''))) out.push(tagSpan(element, file))
  }
  return out
}
