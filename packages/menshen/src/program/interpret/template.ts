/** Templates of one unit: what they bind, what they show, which components stand in them. */
import type { Attribute, Element, Span, TemplateFile, TextNode, TextPart } from '../types.ts'
import { type Expression, evaluate, namesOf, parseExpression } from './expression.ts'
import { GETTER, NOWHERE } from './machine.ts'
import { scriptRequire } from './modules.ts'
import { composed } from './operators.ts'
import type { Compiled, UnitState, Units } from './units.ts'
import {
  alternatives,
  Const,
  isFunction,
  join,
  Obj,
  originsOf,
  Several,
  type Site,
  stringsOf,
  truth,
  UNDEFINED,
  UNKNOWN,
  Unknown,
  type V,
} from './value.ts'

export interface EventBinding {
  readonly element: Element
  readonly template: string
  readonly event: string
  readonly catches: boolean
  readonly attribute: Attribute
  names(): string[]
  functions(): V[]
  dataset(): V
}
export interface PropertyBinding {
  readonly child: UnitState
  readonly property: string
  readonly names: ReadonlySet<string>
  readonly at: Site
  value(): V
}
export interface ShownRecord {
  readonly state: UnitState
  readonly template: string
  readonly element: Element | null
  readonly slot: string
  readonly at: Span
  readonly value: V
  readonly conditions: readonly Condition[]
}
export interface Condition {
  readonly at: Span
  readonly value: V
  readonly holds: boolean
  readonly source: string
}
const NO_CONDITIONS: readonly Condition[] = []
/** Something shown that is evaluated when it is asked for: much of what templates compute, classes and styles above all, nobody asks for. */
class LaterShown implements ShownRecord {
  readonly state: UnitState
  readonly template: string
  readonly element: Element | null
  readonly slot: string
  readonly at: Span
  private readonly evaluated: () => V
  private readonly conditionsOf: () => readonly Condition[]
  private known: V | null = null
  private knownConditions: readonly Condition[] | null = null
  constructor(
    state: UnitState,
    s: { readonly template: string; readonly element: Element | null; readonly slot: string; readonly at: Span },
    evaluated: () => V,
    conditionsOf: () => readonly Condition[],
  ) {
    this.state = state
    this.template = s.template
    this.element = s.element
    this.slot = s.slot
    this.at = s.at
    this.evaluated = evaluated
    this.conditionsOf = conditionsOf
  }
  get value(): V {
    return (this.known ??= this.evaluated())
  }
  get conditions(): readonly Condition[] {
    return (this.knownConditions ??= this.conditionsOf())
  }
}
export interface UnitTemplate {
  readonly elements: readonly Element[]
  readonly children: ReadonlyMap<Element, UnitState>
  readonly events: readonly EventBinding[]
  readonly properties: readonly PropertyBinding[]
  /** Those that a name of the data decides. */
  decidedBy(name: string): readonly PropertyBinding[]
  /** Everything that is shown, evaluated when it is asked for: once all data is known. */
  show(out: ShownRecord[]): void
}

const EVENT = /^(?:capture-)?(bind|catch|mut-bind)[:]?([\w-]+)$/
const PREFIXES = ['wx:', 'tt:', 'a:', 's-', 'qq:', 'swan:', 'ks:', 'xhs:', 'v-']
const CONTROLS = ['if', 'elif', 'else', 'for', 'for-items', 'for-item', 'for-index'] as const
type Control = (typeof CONTROLS)[number]
/** What an attribute controls, by its name under any platform's prefix. */
const CONTROL_OF = new Map<string, Control>(PREFIXES.flatMap((prefix) => CONTROLS.map((name) => [prefix + name, name] as const)))
const MAX_DEPTH = 60
const MAX_ELEMENTS = 12_000

/** The control attribute (`if`, `for`, …) of an element under any platform's prefix. */
export function control(e: Element, name: Control): Attribute | undefined {
  const { attributes } = e
  for (let i = 0; i < attributes.length; i++) if (CONTROL_OF.get(attributes[i]!.name) === name) return attributes[i]
  return undefined
}
/** What the name of an event attribute says; null for other attributes. The same few names come again and again. */
interface EventName {
  readonly event: string
  readonly catches: boolean
}
const eventNames = new Map<string, EventName | null>()
const MAX_NAMES = 5000
function eventName(attribute: string): EventName | null {
  let known = eventNames.get(attribute)
  if (known === undefined) {
    const match = EVENT.exec(attribute)
    known = match ? { event: match[2]!, catches: match[1] === 'catch' } : null
    if (eventNames.size < MAX_NAMES) eventNames.set(attribute, known)
  }
  return known
}
export const attribute = (e: Element, name: string): Attribute | undefined => e.attributes.find((a) => a.name === name)

/** Names that are known at one place of a template: loop items, modules, the data given to a template. */
interface Scope {
  readonly parent: Scope | null
  readonly names: ReadonlyMap<string, () => V>
  /** True for the data object of a <template>: names beyond it are undefined. */
  readonly closed: boolean
}
interface Place {
  readonly scope: Scope
  readonly conditions: readonly {
    readonly expression: Expression | null
    readonly at: Span
    readonly holds: boolean
    readonly source: string
    readonly scope: Scope
  }[]
}

/** Texts known in part that one place of a template may show: the rows of a table, beside their number. */
const MAX_HALF_KNOWN = 48

/** What is known of a value that becomes part of a text. */
type Single = Const | Obj | Unknown
const piecesOf = (v: Single): readonly (string | null)[] =>
  v.t === 0 ? [v.v === null || v.v === undefined ? '' : String(v.v)] : v.t === 2 && v.pieces ? v.pieces : [null]

export function bindTemplate(units: Units, state: UnitState): UnitTemplate {
  const m = units.m
  const files = units.model.templates
  const root = files.get(state.unit.template!)
  const elements: Element[] = []
  const children = new Map<Element, UnitState>()
  const events: EventBinding[] = []
  const properties: PropertyBinding[] = []
  const shown: { element: Element | null; template: string; slot: string; parts: readonly TextPart[]; at: Span; place: Place }[] = []
  let count = 0
  /** How often each <template> was expanded: rich-text libraries nest a dozen levels that all name each other. */
  const expanded = new Map<Element, number>()
  const active = new Set<Element | TemplateFile>()

  const lookup =
    (scope: Scope): ((name: string) => V) =>
    (name) => {
      for (let s: Scope | null = scope; s; s = s.parent) {
        const f = s.names.get(name)
        if (f) return f()
        if (s.closed) return UNDEFINED
      }
      let own = state.data.props!.get(name)
      if (own?.t === 1 && own.tag === GETTER) own = m.get(state.data, name, NOWHERE)
      if (own !== undefined) return state.data.any ? join(own, state.data.any) : own
      if (state.data.any) return state.data.any
      const method = state.methods.get(name)
      if (method && isFunction(method)) return method
      return state.data.open || state.opaque ? UNKNOWN : UNDEFINED
    }
  const shownValue = (parts: readonly TextPart[], scope: Scope, file: string, data = false): V => {
    const names = lookup(scope)
    const one = (p: TextPart): V => {
      if (p.type === 'text') return new Const(p.value, file, p.start, p.end)
      const e = parseExpression(p.source, data)
      if (!e) return UNKNOWN
      return evaluate(m, e, names, { file, start: p.start, end: p.end })
    }
    if (parts.length === 0) return new Const('', file)
    if (parts.length === 1) return one(parts[0]!)
    let strings: string[] | null = ['']
    /** Beside values that nobody knows, what each of the known ones would read. */
    let half: (readonly Single[])[] | null = [[]]
    const pieces: (string | null)[] = []
    let origins: V = UNKNOWN
    for (const p of parts) {
      const v = one(p)
      if (p.type === 'mustache') origins = join(origins, v)
      const s = stringsOf(v)
      const all = alternatives(v)
      const whole = all.every((w) => w.t === 0)
      if (strings && whole && s.length && strings.length * s.length <= 64) strings = strings.flatMap((a) => s.map((b) => a + b))
      else strings = null
      if (half && half.length * all.length <= MAX_HALF_KNOWN) half = half.flatMap((a) => all.map((w) => [...a, w]))
      else half = null
      pieces.push(s.length === 1 && whole ? s[0]! : null)
    }
    const at = { start: parts[0]!.start, end: parts.at(-1)!.end }
    if (strings) return strings.map((s): V => new Const(s, file, at.start, at.end)).reduce((a, b) => join(a, b))
    const from = originsOf(origins, 2)
    if (!half || half.length < 2) return new Unknown(from, pieces)
    return new Several(half.map((all) => composed(from, all.flatMap(piecesOf), all)))
  }

  const walk = (nodes: readonly (Element | TextNode)[], file: TemplateFile, place: Place, depth: number, holder: Element | null): void => {
    if (depth > MAX_DEPTH) return
    let chain: { expression: Expression | null; at: Span; source: string; scope: Scope }[] = []
    for (let i = 0; i < nodes.length; i++) {
      const n = nodes[i]!
      if (n.type === 'text') {
        if (n.parts.some((p) => p.type === 'mustache' || p.value.trim()))
          shown.push({
            element: holder,
            template: file.file,
            slot: '',
            parts: n.parts,
            at: { file: file.file, start: n.start, end: n.end },
            place,
          })
        continue
      }
      if (++count > MAX_ELEMENTS) return
      // wx:if / elif / else make one chain of siblings
      let when: Attribute | undefined
      let elseWhen: Attribute | undefined
      let otherwise: Attribute | undefined
      let hidden: Attribute | undefined
      for (let j = n.attributes.length - 1; j >= 0; j--) {
        const a = n.attributes[j]!
        if (a.name === 'hidden') hidden = a
        else {
          const what = CONTROL_OF.get(a.name)
          if (what === 'if') when = a
          else if (what === 'elif') elseWhen = a
          else if (what === 'else') otherwise = a
        }
      }
      let inner = place
      const test = when ?? elseWhen
      const conditionOf = (a: Attribute) => ({
        expression: expressionOf(a),
        at: { file: file.file, start: a.start, end: a.end },
        source: a.value ?? '',
        scope: place.scope,
      })
      if (when) chain = []
      if (elseWhen || otherwise) inner = { ...inner, conditions: [...inner.conditions, ...chain.map((c) => ({ ...c, holds: false }))] }
      if (test) {
        const c = conditionOf(test)
        // wx:if is evaluated inside the loop of its own element
        inner = { ...inner, conditions: [...inner.conditions, { ...c, holds: true }] }
        chain = [...chain, c]
      }
      if (hidden && hidden.value !== null)
        inner = {
          ...inner,
          conditions: [
            ...inner.conditions,
            {
              expression: expressionOf(hidden),
              at: { file: file.file, start: hidden.start, end: hidden.end },
              source: hidden.value,
              holds: false,
              scope: place.scope,
            },
          ],
        }
      element(n, file, inner, depth)
    }
  }
  const expressionOf = (a: Attribute): Expression | null => {
    const p = a.parts
    if (p.length === 1 && p[0]!.type === 'mustache') return parseExpression(p[0]!.source, false)
    // wx:if="false" is a non-empty string: true. Strings without braces are constants.
    if (p.length === 1 && p[0]!.type === 'text') return { k: 'const', v: p[0]!.value, start: 0, end: 0 }
    return null
  }

  const element = (e: Element, file: TemplateFile, given: Place, depth: number): void => {
    let place = given
    const loop = control(e, 'for') ?? control(e, 'for-items')
    if (loop) {
      const item = control(e, 'for-item')?.value ?? 'item'
      const index = control(e, 'for-index')?.value ?? 'index'
      const outer = place.scope
      const site = { file: file.file, start: loop.start, end: loop.end }
      const listOf = onceAWalk(units, () => m.everything(shownValue(loop.parts, outer, file.file), UNKNOWN, site))
      const bound = (loop.value ?? '').match(/^\s*(?:\{\{)?\s*(\w+)\s+in\s+([\w.[\]]+)\s*(?:\}\})?\s*$/)
      const scope: Scope = bound
        ? {
            parent: outer,
            closed: false,
            names: new Map([
              [
                bound[1]!,
                () =>
                  m.everything(
                    evaluate(m, parseExpression(bound[2]!, false)!, lookup(outer), { file: file.file, start: loop.start, end: loop.end }),
                    UNKNOWN,
                    { file: file.file, start: loop.start, end: loop.end },
                  ),
              ],
              [index, () => new Unknown()],
            ]),
          }
        : {
            parent: outer,
            closed: false,
            names: new Map<string, () => V>([
              [item, listOf],
              [index, () => new Unknown()],
            ]),
          }
      place = { scope, conditions: place.conditions.map((c, i) => (i >= place.conditions.length - 1 ? { ...c, scope } : c)) }
    }
    elements.push(e)
    if (e.tag === 'template' || e.tag === 'include') {
      reference(e, file, place, depth)
      return
    }
    if (e.tag === 'import' || e.tag === 'wxs' || e.tag === 'sjs' || e.tag === 'import-sjs' || e.tag === 'page-meta') {
      if (e.tag === 'page-meta') walk(e.children, file, place, depth + 1, e)
      return
    }
    const use = state.unit.components.get(e.tag)
    const child = use?.target ? units.states.get(use.target) : undefined
    if (child) children.set(e, child)
    for (let i = 0; i < e.attributes.length; i++) bindAttribute(e, e.attributes[i]!, file, place, child)
    walk(e.children, file, place, depth + 1, e)
  }

  const bindAttribute = (e: Element, a: Attribute, file: TemplateFile, place: Place, child: UnitState | undefined): void => {
    const at: Span = { file: file.file, start: a.start, end: a.end }
    const named = eventName(a.name)
    if (named) {
      const { event, catches } = named
      if (a.value !== null && units.inner.has(a.value)) return
      const value = (): V => (a.value === null ? UNDEFINED : shownValue(a.parts, place.scope, file.file))
      const given = (): V => dataset(e, file, place.scope)
      const compiled = (): Compiled | null => units.compiled?.(state, value(), event, given) ?? null
      events.push({
        element: e,
        template: file.file,
        event,
        catches,
        attribute: a,
        names: () => compiled()?.names ?? stringsOf(value()),
        functions: () => compiled()?.functions ?? handlerFunctions(state, value()),
        dataset: given,
      })
      return
    }
    if (a.value === null) return
    if (
      child &&
      (child.properties.size === 0 || child.properties.has(camel(a.name)) || child.properties.has(a.name)) &&
      !a.name.startsWith('data-') &&
      a.name !== 'class' &&
      a.name !== 'style' &&
      a.name !== 'id'
    ) {
      const names = new Set<string>()
      for (const p of a.parts)
        if (p.type === 'mustache') namesOf(parseExpression(p.source, false) ?? { k: 'const', v: 0, start: 0, end: 0 }, names)
      // Loop items depend on the list they come from.
      for (let s: Scope | null = place.scope; s; s = s.parent)
        for (const n of s.names.keys()) if (names.has(n)) for (const k of loopNames(e)) names.add(k)
      properties.push({
        child,
        property: child.properties.has(a.name) ? a.name : camel(a.name),
        names,
        at,
        value: () => shownValue(a.parts, place.scope, file.file),
      })
    }
    if (a.name.startsWith('model:')) {
      const target = (a.parts[0]?.type === 'mustache' ? a.parts[0].source : '').trim()
      if (/^[\w.]+$/.test(target)) {
        const typed = m.unknown('event', 'input', at, 'detail.value')
        const old = state.data.props!.get(target)
        state.data.props!.set(target, old ? join(old, typed) : typed)
      }
    }
    if (isShownAttribute(a.name) || a.parts.some((p) => p.type === 'mustache'))
      shown.push({ element: e, template: file.file, slot: a.name, parts: a.parts, at, place })
  }
  const loopNames = (e: Element): string[] => {
    const out: string[] = []
    for (let x: Element | null = e; x; x = x.parent) {
      const loop = control(x, 'for') ?? control(x, 'for-items')
      for (const p of loop?.parts ?? [])
        if (p.type === 'mustache') out.push(...namesOf(parseExpression(p.source, false) ?? { k: 'const', v: 0, start: 0, end: 0 }))
    }
    return out
  }
  const dataset = (e: Element, file: TemplateFile, scope: Scope): V => {
    const o = new Obj('object', 0)
    o.props = new Map()
    for (const a of e.attributes)
      if (a.name.startsWith('data-') && a.value !== null)
        o.props.set(camel(a.name.slice(5).toLowerCase()), shownValue(a.parts, scope, file.file))
    return o
  }

  /** <template is data> and <include>. */
  const reference = (e: Element, file: TemplateFile, place: Place, depth: number): void => {
    if (e.tag === 'include') {
      const target = file.imports.find((i) => i.kind === 'include' && i.at.start >= e.start && i.at.end <= e.end)?.target
      const included = target ? files.get(target) : undefined
      if (!included || active.has(included)) return
      active.add(included)
      walk(included.children, included, { ...place, scope: modules(included, place.scope) }, depth + 1, e.parent)
      active.delete(included)
      return
    }
    const is = attribute(e, 'is')
    if (!is) return
    const data = attribute(e, 'data')
    const meant = stringsOf(shownValue(is.parts, place.scope, file.file))
    if (meant.length === 0) units.nameless.set(`${file.file}:${is.start}`, { file: file.file, start: is.start, end: is.end })
    for (const name of meant) {
      const found = definition(file, name)
      if (!found || active.has(found.element)) continue
      const times = expanded.get(found.element) ?? 0
      if (times >= (active.size > 1 ? 1 : 40)) continue
      expanded.set(found.element, times + 1)
      const names = new Map<string, () => V>()
      if (data?.parts.length) {
        const inner = data.parts.length === 1 && data.parts[0]!.type === 'mustache' ? data.parts : null
        if (inner) {
          const e2 = parseExpression((inner[0] as { source: string }).source, true)
          if (e2?.k === 'object')
            for (const p of e2.props) {
              const base = { file: file.file, start: inner[0]!.start, end: inner[0]!.end }
              if (p.key !== null) names.set(p.key, () => evaluate(m, p.value, lookup(place.scope), base))
              else {
                // {{...item}}: names are looked up in the spread value
                const spread = p.value
                const spreadNames = new Set<string>()
                const v = evaluate(m, spread, lookup(place.scope), base)
                for (const w of alternatives(v)) if (w.t === 1 && w.props) for (const k of w.props.keys()) spreadNames.add(k)
                for (const k of spreadNames) names.set(k, () => m.get(evaluate(m, spread, lookup(place.scope), base), k, base))
              }
            }
        }
      }
      active.add(found.element)
      walk(
        found.element.children,
        found.file,
        { conditions: place.conditions, scope: { parent: modules(found.file, null), names, closed: false } },
        depth + 1,
        e.parent,
      )
      active.delete(found.element)
    }
  }
  const definition = (
    file: TemplateFile,
    name: string,
    seen: Set<TemplateFile> = new Set(),
  ): { element: Element; file: TemplateFile } | null => {
    if (seen.has(file)) return null
    seen.add(file)
    const own = file.definitions.get(name)
    if (own) return { element: own, file }
    for (const i of file.imports) {
      const target = i.target ? files.get(i.target) : undefined
      const found = target && definition(target, name, seen)
      if (found) return found
    }
    return null
  }
  /** WXS and SJS modules of a template file: their functions are walked like scripts. */
  const modules = (file: TemplateFile, parent: Scope | null): Scope => {
    const names = new Map<string, () => V>()
    for (const s of file.scripts) names.set(s.module, () => scriptRequire(units, file, s))
    return { parent, names, closed: false }
  }
  if (root) walk(root.children, root, { scope: modules(root, null), conditions: [] }, 0, null)

  /** By name of the data: the properties of children that it decides. */
  const decided = new Map<string, PropertyBinding[]>()
  for (const b of properties)
    for (const name of b.names) {
      const list = decided.get(name)
      if (list) list.push(b)
      else decided.set(name, [b])
    }
  return {
    elements,
    children,
    events,
    properties,
    decidedBy: (name) => decided.get(name) ?? [],
    show(out) {
      // What stands together is shown under the same conditions, and conditions around it are those of the elements around it.
      const known = new Map<Place['conditions'][number], Condition>()
      const together = new Map<Place['conditions'], Condition[]>()
      const conditionOf = (c: Place['conditions'][number]): Condition => {
        let value = known.get(c)
        if (!value)
          known.set(
            c,
            (value = {
              at: c.at,
              holds: c.holds,
              source: c.source,
              value: c.expression ? evaluate(m, c.expression, lookup(c.scope), c.at) : UNKNOWN,
            }),
          )
        return value
      }
      const conditionsOf = ({ conditions }: Place): readonly Condition[] => {
        let all = together.get(conditions)
        if (!all) together.set(conditions, (all = conditions.map(conditionOf)))
        return all
      }
      for (const s of shown)
        out.push(
          new LaterShown(
            state,
            s,
            () => m.aside(() => shownValue(s.parts, s.place.scope, s.template)),
            () => (s.place.conditions.length === 0 ? NO_CONDITIONS : m.aside(() => conditionsOf(s.place))),
          ),
        )
    },
  }
}

/** Keeps a value until the next root begins: templates ask for the same loop item many times. */
function onceAWalk(units: Units, compute: () => V): () => V {
  let value: V | null = null
  let at = -1
  return () => {
    if (value === null || at !== units.m.walk) {
      at = units.m.walk
      value = UNDEFINED // a loop over its own item
      value = compute()
    }
    return value
  }
}

const camel = (s: string): string => (s.includes('-') ? s.replace(/-([a-z])/g, (_x, c: string) => c.toUpperCase()) : s)
const SHOWN_ATTRIBUTES = new Set([
  'placeholder',
  'title',
  'label',
  'value',
  'content',
  'desc',
  'description',
  'text',
  'src',
  'url',
  'confirm-text',
  'cancel-text',
  'header',
  'footer',
  'tip',
  'note',
  'alt',
  'aria-label',
  'button-text',
  'left-text',
  'right-text',
  'send-message-title',
  'name',
])
const isShownAttribute = (name: string): boolean => SHOWN_ATTRIBUTES.has(name) || /(?:text|title|label|placeholder|tips?|desc)$/i.test(name)

/** The functions a handler attribute leads to. */
export function handlerFunctions(state: UnitState, value: V): V[] {
  const out: V[] = []
  for (const w of alternatives(value)) {
    if (w.t === 0 && typeof w.v === 'string') {
      const f = state.methods.get(w.v) ?? state.instance.props!.get(w.v)
      if (f && isFunction(f)) out.push(f)
      else {
        // uni-app: bindtap="{{a}}" where data.a holds the function, or a name put there at run time
        const d = state.data.props!.get(w.v)
        if (d && isFunction(d)) out.push(d)
      }
    } else if (isFunction(w)) out.push(w)
  }
  return out
}
/** Whether a condition hides what stands under it for good. */
export const neverHolds = (c: { value: V; holds: boolean }): boolean => {
  const t = truth(c.value)
  return t !== undefined && t !== c.holds
}
