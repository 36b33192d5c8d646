/** One walk over the templates of a unit: gathers what they bind, what they show and which components stand in them. */
import type { Attribute, Element, Span, TemplateFile, TextNode } from '../types.ts'
import { type Expression, evaluate, namesOf, parseExpression } from './expression.ts'
import { join } from './join.ts'
import { scriptRequire } from './modules.ts'
import { camel, isShownAttribute, LaterShown, onceAWalk, Showing, type ShownPlace, TemplateValues } from './shown.ts'
import {
  attribute,
  CONTROL_OF,
  control,
  type EventBinding,
  type EventName,
  EventTable,
  eventName,
  handlerFunctions,
  type Place,
  type PropertyBinding,
  Scope,
  type ShownRecord,
  type Test,
  type UnitTemplate,
} from './template.ts'
import type { Compiled, UnitState } from './unit-state.ts'
import type { Units } from './units.ts'
import { alternatives, makeUnknown, type Site, stringsOf, UNDEFINED, UNKNOWN, type V } from './value.ts'

const MAX_DEPTH = 60
const MAX_ELEMENTS = 12_000
const NO_TESTS: readonly Test[] = []
const NO_BINDINGS: readonly PropertyBinding[] = []
/** An expression without names, for those that are none. */
const NOTHING: Expression = { k: 'const', v: 0, start: 0, end: 0 }
const parsed = (source: string): Expression => parseExpression(source, false) ?? NOTHING

export function bindTemplate(units: Units, state: UnitState): UnitTemplate {
  const binder = new Binder(units, state)
  binder.bind()
  return binder
}

class Binder implements UnitTemplate {
  readonly elements: Element[] = []
  readonly children = new Map<Element, UnitState>()
  readonly events: EventBinding[] = []
  readonly properties: PropertyBinding[] = []
  private readonly units: Units
  private readonly state: UnitState
  private readonly values: TemplateValues
  private readonly shown: ShownPlace[] = []
  private count = 0
  /** How often each <template> was expanded: rich-text libraries nest a dozen levels that all name each other. */
  private readonly expanded = new Map<Element, number>()
  private readonly active = new Set<Element | TemplateFile>()
  private readonly table = new EventTable()
  /** By name of the data: the properties of children that it decides. */
  private readonly decided = new Map<string, PropertyBinding[]>()

  constructor(units: Units, state: UnitState) {
    this.units = units
    this.state = state
    this.values = new TemplateValues(units.m, state)
  }
  bind(): void {
    const root = this.units.model.templates.get(this.state.unit.template!)
    if (root) this.walk(root.children, root, { scope: this.modules(root, null), conditions: NO_TESTS }, 0, null)
    for (const b of this.properties)
      for (const name of b.names) {
        const list = this.decided.get(name)
        if (list) list.push(b)
        else this.decided.set(name, [b])
      }
  }
  eventsOf(element: Element): readonly EventBinding[] {
    return this.table.of(this.events, element)
  }
  decidedBy(name: string): readonly PropertyBinding[] {
    return this.decided.get(name) ?? NO_BINDINGS
  }
  show(out: ShownRecord[]): void {
    const showing = new Showing(this.values)
    for (let i = 0; i < this.shown.length; i++) out.push(new LaterShown(showing, this.shown[i]!))
  }

  // ---- elements ----------------------------------------------------------------------------------------------------

  private walk(nodes: readonly (Element | TextNode)[], file: TemplateFile, place: Place, depth: number, holder: Element | null): void {
    if (depth > MAX_DEPTH) return
    let chain: readonly Test[] = NO_TESTS
    for (let i = 0; i < nodes.length; i++) {
      const n = nodes[i]!
      if (n.type === 'text') {
        if (saysSomething(n)) {
          const at: Span = { file: file.file, start: n.start, end: n.end }
          this.shown.push({ element: holder, template: file.file, slot: '', parts: n.parts, at, place })
        }
        continue
      }
      if (++this.count > MAX_ELEMENTS) return
      // wx:if / elif / else make one chain of siblings
      let when: Attribute | undefined
      let elseWhen: Attribute | undefined
      let otherwise: Attribute | undefined
      let hidden: Attribute | undefined
      let loop: Attribute | undefined
      let loops: Attribute | undefined
      for (let j = n.attributes.length - 1; j >= 0; j--) {
        const a = n.attributes[j]!
        if (a.name === 'hidden') hidden = a
        else {
          const what = CONTROL_OF.get(a.name)
          if (what === 'if') when = a
          else if (what === 'elif') elseWhen = a
          else if (what === 'else') otherwise = a
          else if (what === 'for') loop = a
          else if (what === 'for-items') loops = a
        }
      }
      const test = when ?? elseWhen
      if (when) chain = NO_TESTS
      if (!test && !otherwise && !hidden) {
        this.element(n, loop ?? loops, file, place, depth)
        continue
      }
      const conditions: Test[] = [...place.conditions]
      if (elseWhen || otherwise) for (const c of chain) conditions.push({ ...c, holds: false })
      if (test) {
        const c = testOf(test, file, place.scope, true)
        // wx:if is evaluated inside the loop of its own element
        conditions.push({ ...c })
        chain = [...chain, c]
      }
      if (hidden && hidden.value !== null) conditions.push(testOf(hidden, file, place.scope, false))
      const inner = conditions.length === place.conditions.length ? place : { scope: place.scope, conditions }
      this.element(n, loop ?? loops, file, inner, depth)
    }
  }

  private element(e: Element, loop: Attribute | undefined, file: TemplateFile, given: Place, depth: number): void {
    const { tag } = e
    const place = loop ? this.inLoop(e, loop, file, given) : given
    this.elements.push(e)
    if (tag === 'template' || tag === 'include') {
      this.reference(e, file, place, depth)
      return
    }
    if (tag === 'import' || tag === 'wxs' || tag === 'sjs' || tag === 'import-sjs' || tag === 'page-meta') {
      if (tag === 'page-meta') this.walk(e.children, file, place, depth + 1, e)
      return
    }
    const use = this.state.unit.components.get(tag)
    const child = use?.target ? this.units.states.get(use.target) : undefined
    if (child) this.children.set(e, child)
    for (let i = 0; i < e.attributes.length; i++) this.attribute(e, e.attributes[i]!, file, place, child)
    this.walk(e.children, file, place, depth + 1, e)
  }
  /** Within a loop the names of its item and index are known, to the last condition as well: it stands on the loop's own element. */
  private inLoop(e: Element, loop: Attribute, file: TemplateFile, place: Place): Place {
    const { m } = this.units
    const { values } = this
    const item = control(e, 'for-item')?.value ?? 'item'
    const index = control(e, 'for-index')?.value ?? 'index'
    const outer = place.scope
    const site: Site = { file: file.file, start: loop.start, end: loop.end }
    const bound = (loop.value ?? '').match(/^\s*(?:\{\{)?\s*(\w+)\s+in\s+([\w.[\]]+)\s*(?:\}\})?\s*$/)
    const names = new Map<string, () => V>()
    if (bound) names.set(bound[1]!, () => m.everything(values.ask(parseExpression(bound[2]!, false)!, outer, site), UNKNOWN, site))
    else
      names.set(
        item,
        onceAWalk(m, () => m.everything(values.shown(loop.parts, outer, file.file), UNKNOWN, site)),
      )
    names.set(index, () => makeUnknown())
    const scope = new Scope(outer, names)
    const conditions = place.conditions.map((c, i) => (i >= place.conditions.length - 1 ? { ...c, scope } : c))
    return { scope, conditions }
  }

  // ---- attributes --------------------------------------------------------------------------------------------------

  private attribute(e: Element, a: Attribute, file: TemplateFile, place: Place, child: UnitState | undefined): void {
    const named = eventName(a.name)
    if (named) {
      if (a.value === null || !this.units.inner.has(a.value))
        this.events.push(new TemplateEvent(this.units, this.values, e, file, place.scope, a, named))
      return
    }
    if (a.value === null) return
    if (child && setsProperty(child, a)) this.property(e, a, file, place, child)
    if (a.name.startsWith('model:')) this.model(a, file)
    if (isShownAttribute(a.name) || hasMustache(a)) {
      const at: Span = { file: file.file, start: a.start, end: a.end }
      this.shown.push({ element: e, template: file.file, slot: a.name, parts: a.parts, at, place })
    }
  }
  private property(e: Element, a: Attribute, file: TemplateFile, place: Place, child: UnitState): void {
    const { values } = this
    const names = new Set<string>()
    for (const p of a.parts) if (p.type === 'mustache') namesOf(parsed(p.source), names)
    // Loop items depend on the list they come from.
    for (let s: Scope | null = place.scope; s; s = s.parent)
      for (const n of s.names.keys()) if (names.has(n)) for (const k of loopNames(e)) names.add(k)
    this.properties.push({
      child,
      property: child.properties.has(a.name) ? a.name : camel(a.name),
      names,
      at: { file: file.file, start: a.start, end: a.end },
      value: () => values.shown(a.parts, place.scope, file.file),
    })
  }
  /** model:value="{{name}}" writes what is typed back. */
  private model(a: Attribute, file: TemplateFile): void {
    const name = (a.parts[0]?.type === 'mustache' ? a.parts[0].source : '').trim()
    if (!/^[\w.]+$/.test(name)) return
    const typed = this.units.m.unknown('event', 'input', { file: file.file, start: a.start, end: a.end }, 'detail.value')
    const props = this.state.data.props!
    const old = props.get(name)
    props.set(name, old ? join(old, typed) : typed)
  }

  // ---- <template is data> and <include> ----------------------------------------------------------------------------

  private reference(e: Element, file: TemplateFile, place: Place, depth: number): void {
    const { active } = this
    if (e.tag === 'include') {
      const target = file.imports.find((i) => i.kind === 'include' && i.at.start >= e.start && i.at.end <= e.end)?.target
      const included = target ? this.units.model.templates.get(target) : undefined
      if (!included || active.has(included)) return
      active.add(included)
      this.walk(included.children, included, { ...place, scope: this.modules(included, place.scope) }, depth + 1, e.parent)
      active.delete(included)
      return
    }
    const is = attribute(e, 'is')
    if (!is) return
    const meant = stringsOf(this.values.shown(is.parts, place.scope, file.file))
    if (meant.length === 0) this.units.nameless.set(`${file.file}:${is.start}`, { file: file.file, start: is.start, end: is.end })
    for (const name of meant) {
      const found = this.definition(file, name)
      if (!found || active.has(found.element)) continue
      const times = this.expanded.get(found.element) ?? 0
      if (times >= (active.size > 1 ? 1 : 40)) continue
      this.expanded.set(found.element, times + 1)
      const scope = new Scope(this.modules(found.file, null), this.given(e, file, place))
      active.add(found.element)
      this.walk(found.element.children, found.file, { conditions: place.conditions, scope }, depth + 1, e.parent)
      active.delete(found.element)
    }
  }
  /** What is handed to a <template>. */
  private given(e: Element, file: TemplateFile, place: Place): Map<string, () => V> {
    const { m } = this.units
    const names = new Map<string, () => V>()
    const parts = attribute(e, 'data')?.parts
    const inner = parts?.length === 1 ? parts[0]! : null
    if (inner?.type !== 'mustache') return names
    const object = parseExpression(inner.source, true)
    if (object?.k !== 'object') return names
    const base: Site = { file: file.file, start: inner.start, end: inner.end }
    const look = this.values.lookup(place.scope)
    for (const p of object.props) {
      if (p.key !== null) names.set(p.key, () => evaluate(m, p.value, look, base))
      else {
        // {{...item}}: names are looked up in the spread value
        const spread = p.value
        const keys = new Set<string>()
        for (const w of alternatives(evaluate(m, spread, look, base))) if (w.t === 1 && w.props) for (const k of w.props.keys()) keys.add(k)
        for (const k of keys) names.set(k, () => m.get(evaluate(m, spread, look, base), k, base))
      }
    }
    return names
  }
  private definition(
    file: TemplateFile,
    name: string,
    seen: Set<TemplateFile> = new Set(),
  ): { element: Element; file: TemplateFile } | null {
    if (seen.has(file)) return null
    seen.add(file)
    const own = file.definitions.get(name)
    if (own) return { element: own, file }
    for (const i of file.imports) {
      const target = i.target ? this.units.model.templates.get(i.target) : undefined
      const found = target && this.definition(target, name, seen)
      if (found) return found
    }
    return null
  }
  /** WXS and SJS modules of a template file: their functions are walked like scripts. */
  private modules(file: TemplateFile, parent: Scope | null): Scope {
    const names = new Map<string, () => V>()
    for (const s of file.scripts) names.set(s.module, () => scriptRequire(this.units, file, s))
    return new Scope(parent, names)
  }
}

/** An event that a template binds. */
class TemplateEvent implements EventBinding {
  readonly element: Element
  readonly attribute: Attribute
  private readonly units: Units
  private readonly values: TemplateValues
  private readonly file: TemplateFile
  private readonly scope: Scope
  private readonly named: EventName
  constructor(
    units: Units,
    values: TemplateValues,
    element: Element,
    file: TemplateFile,
    scope: Scope,
    attribute: Attribute,
    named: EventName,
  ) {
    this.units = units
    this.values = values
    this.element = element
    this.file = file
    this.scope = scope
    this.attribute = attribute
    this.named = named
  }
  get template(): string {
    return this.file.file
  }
  get event(): string {
    return this.named.event
  }
  get catches(): boolean {
    return this.named.catches
  }
  names(): string[] {
    return this.compiled()?.names ?? stringsOf(this.value())
  }
  functions(): V[] {
    return this.compiled()?.functions ?? handlerFunctions(this.values.state, this.value())
  }
  dataset(): V {
    return this.values.dataset(this.element, this.file, this.scope)
  }
  private value(): V {
    return this.attribute.value === null ? UNDEFINED : this.values.shown(this.attribute.parts, this.scope, this.file.file)
  }
  private compiled(): Compiled | null {
    const { compiled } = this.units
    return compiled === null ? null : compiled(this.values.state, this.value(), this.event, () => this.dataset())
  }
}

// ---- what attributes and texts say ---------------------------------------------------------------------------------

const hasMustache = (a: Attribute): boolean => {
  for (let i = 0; i < a.parts.length; i++) if (a.parts[i]!.type === 'mustache') return true
  return false
}
const saysSomething = (n: TextNode): boolean => {
  for (let i = 0; i < n.parts.length; i++) {
    const p = n.parts[i]!
    if (p.type === 'mustache' || p.value.trim()) return true
  }
  return false
}
const setsProperty = (child: UnitState, { name }: Attribute): boolean =>
  name !== 'class' &&
  name !== 'style' &&
  name !== 'id' &&
  !name.startsWith('data-') &&
  (child.properties.size === 0 || child.properties.has(name) || child.properties.has(camel(name)))
function testOf(a: Attribute, file: TemplateFile, scope: Scope, holds: boolean): Test {
  return { expression: expressionOf(a), at: { file: file.file, start: a.start, end: a.end }, holds, source: a.value ?? '', scope }
}
function expressionOf(a: Attribute): Expression | null {
  const p = a.parts
  if (p.length === 1 && p[0]!.type === 'mustache') return parseExpression(p[0]!.source, false)
  // wx:if="false" is a non-empty string: true. Strings without braces are constants.
  if (p.length === 1 && p[0]!.type === 'text') return { k: 'const', v: p[0]!.value, start: 0, end: 0 }
  return null
}
/** The names that the loops around an element go over. */
function loopNames(e: Element): string[] {
  const out: string[] = []
  for (let x: Element | null = e; x; x = x.parent) {
    const loop = control(x, 'for') ?? control(x, 'for-items')
    for (const p of loop?.parts ?? []) if (p.type === 'mustache') out.push(...namesOf(parsed(p.source)))
  }
  return out
}
