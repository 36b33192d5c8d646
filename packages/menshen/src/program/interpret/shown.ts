/** What templates compute: the values of their names and expressions, and what they show. */
import type { Element, Span, TemplateFile, TextPart } from '../types.ts'
import { type Expression, evaluate, parseExpression } from './expression.ts'
import { join } from './join.ts'
import { GETTER, type Machine, NOWHERE } from './machine.ts'
import { composed } from './operators.ts'
import type { Condition, Place, Scope, ShownRecord, Test } from './template.ts'
import type { UnitState } from './unit-state.ts'
import {
  alternatives,
  type Const,
  isFunction,
  makeConst,
  makeObj,
  makeSeveral,
  makeUnknown,
  type Obj,
  originsOf,
  type Site,
  stringsOf,
  UNDEFINED,
  UNKNOWN,
  type Unknown,
  type V,
} from './value.ts'

/** Texts known in part that one place of a template may show: the rows of a table, beside their number. */
const MAX_HALF_KNOWN = 48

/** What is known of a value that becomes part of a text. */
type Single = Const | Obj | Unknown
const piecesOf = (v: Single): readonly (string | null)[] =>
  v.t === 0 ? [v.v === null || v.v === undefined ? '' : String(v.v)] : v.t === 2 && v.pieces ? v.pieces : [null]

/** Evaluates what stands in the templates of one unit. */
export class TemplateValues {
  readonly m: Machine
  readonly state: UnitState
  constructor(m: Machine, state: UnitState) {
    this.m = m
    this.state = state
  }

  /** What gives the values of names at a place. */
  lookup(scope: Scope): (name: string) => V {
    scope.look ??= (name) => this.valueOf(name, scope)
    return scope.look
  }
  private valueOf(name: string, scope: Scope): V {
    for (let s: Scope | null = scope; s; s = s.parent) {
      const f = s.names.get(name)
      if (f) return f()
    }
    const { data, methods, opaque } = this.state
    let own = data.props!.get(name)
    if (own?.t === 1 && own.tag === GETTER) own = this.m.get(data, name, NOWHERE)
    if (own !== undefined) return data.any ? join(own, data.any) : own
    if (data.any) return data.any
    const method = methods.get(name)
    if (method && isFunction(method)) return method
    return data.open || opaque ? UNKNOWN : UNDEFINED
  }

  /** The value of an attribute or a text. */
  shown(parts: readonly TextPart[], scope: Scope, file: string): V {
    if (parts.length === 0) return makeConst('', file)
    if (parts.length === 1) return this.part(parts[0]!, scope, file)
    let strings: string[] | null = ['']
    /** Beside values that nobody knows, what each of the known ones would read. */
    let half: (readonly Single[])[] | null = [[]]
    const pieces: (string | null)[] = []
    let origins: V = UNKNOWN
    for (const p of parts) {
      const v = this.part(p, scope, file)
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
    if (strings) return strings.map((s): V => makeConst(s, file, at.start, at.end)).reduce((a, b) => join(a, b))
    const from = originsOf(origins, 2)
    if (!half || half.length < 2) return makeUnknown(from, pieces)
    return makeSeveral(half.map((all) => composed(from, all.flatMap(piecesOf), all)))
  }
  private part(p: TextPart, scope: Scope, file: string): V {
    if (p.type === 'text') return makeConst(p.value, file, p.start, p.end)
    const e = parseExpression(p.source, false)
    return e ? evaluate(this.m, e, this.lookup(scope), { file, start: p.start, end: p.end }) : UNKNOWN
  }
  /** An expression that is asked by itself. */
  ask(e: Expression, scope: Scope, at: Site): V {
    return evaluate(this.m, e, this.lookup(scope), at)
  }

  dataset(e: Element, file: TemplateFile, scope: Scope): V {
    const o = makeObj('object', 0)
    o.props = new Map()
    const { attributes } = e
    for (let i = 0; i < attributes.length; i++) {
      const a = attributes[i]!
      if (a.value !== null && a.name.startsWith('data-'))
        o.props.set(camel(a.name.slice(5).toLowerCase()), this.shown(a.parts, scope, file.file))
    }
    return o
  }
}
export const camel = (s: string): string => (s.includes('-') ? s.replace(/-([a-z])/g, (_x, c: string) => c.toUpperCase()) : s)

/** Keeps a value until the next root begins: templates ask for the same loop item many times. */
export function onceAWalk(m: Machine, compute: () => V): () => V {
  let value: V | null = null
  let at = -1
  return () => {
    if (value === null || at !== m.walk) {
      at = m.walk
      value = UNDEFINED // a loop over its own item
      value = compute()
    }
    return value
  }
}

// ---- what is shown -------------------------------------------------------------------------------------------------

/** A text or an attribute that shows something, where it stands. */
export interface ShownPlace {
  readonly element: Element | null
  readonly template: string
  readonly slot: string
  readonly parts: readonly TextPart[]
  readonly at: Span
  readonly place: Place
}
const NO_CONDITIONS: readonly Condition[] = []

/** What all that a unit shows has in common. What stands together is shown under the same conditions, and conditions around it are those of the elements around it. */
export class Showing {
  readonly values: TemplateValues
  private readonly known = new Map<Test, Condition>()
  private readonly together = new Map<Place['conditions'], readonly Condition[]>()
  constructor(values: TemplateValues) {
    this.values = values
  }
  value(s: ShownPlace): V {
    const { values } = this
    return values.m.aside(() => values.shown(s.parts, s.place.scope, s.template))
  }
  conditions({ place }: ShownPlace): readonly Condition[] {
    if (place.conditions.length === 0) return NO_CONDITIONS
    let all = this.together.get(place.conditions)
    if (!all) {
      all = this.values.m.aside(() => place.conditions.map((c) => this.conditionOf(c)))
      this.together.set(place.conditions, all)
    }
    return all
  }
  private conditionOf(c: Test): Condition {
    let value = this.known.get(c)
    if (!value) {
      value = { at: c.at, holds: c.holds, source: c.source, value: c.expression ? this.values.ask(c.expression, c.scope, c.at) : UNKNOWN }
      this.known.set(c, value)
    }
    return value
  }
}

/** Something shown that is evaluated when it is asked for: much of what templates compute, classes and styles above all, nobody asks for. */
export class LaterShown implements ShownRecord {
  private readonly showing: Showing
  private readonly place: ShownPlace
  private known: V | null = null
  constructor(showing: Showing, place: ShownPlace) {
    this.showing = showing
    this.place = place
  }
  get state(): UnitState {
    return this.showing.values.state
  }
  get template(): string {
    return this.place.template
  }
  get element(): Element | null {
    return this.place.element
  }
  get slot(): string {
    return this.place.slot
  }
  get at(): Span {
    return this.place.at
  }
  get value(): V {
    return (this.known ??= this.showing.value(this.place))
  }
  get conditions(): readonly Condition[] {
    return this.showing.conditions(this.place)
  }
}

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
/** Attributes met before: the same few come again and again. */
const known = new Map<string, boolean>()
const MAX_KNOWN = 5000
export function isShownAttribute(name: string): boolean {
  let is = known.get(name)
  if (is === undefined) {
    is = SHOWN_ATTRIBUTES.has(name) || /(?:text|title|label|placeholder|tips?|desc)$/i.test(name)
    if (known.size < MAX_KNOWN) known.set(name, is)
  }
  return is
}
