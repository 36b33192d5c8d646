/** Templates of one unit: what they bind, what they show, which components stand in them. */
import type { Attribute, Element, Span } from '../types.ts'
import type { Expression } from './expression.ts'
import type { UnitState } from './unit-state.ts'
import { alternatives, isFunction, type Site, truth, type V } from './value.ts'

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
export interface UnitTemplate {
  readonly elements: readonly Element[]
  readonly children: ReadonlyMap<Element, UnitState>
  readonly events: readonly EventBinding[]
  readonly properties: readonly PropertyBinding[]
  /** The events bound to one of its elements. */
  eventsOf(element: Element): readonly EventBinding[]
  /** Those that a name of the data decides. */
  decidedBy(name: string): readonly PropertyBinding[]
  /** Everything that is shown, evaluated when it is asked for: once all data is known. */
  show(out: ShownRecord[]): void
}

/** Names of attributes that bind events. */
const EVENT = /^(?:capture-)?(bind|catch|mut-bind)[:]?([\w-]+)$/
const PREFIXES = ['wx:', 'tt:', 'a:', 's-', 'qq:', 'swan:', 'ks:', 'xhs:', 'v-']
const CONTROLS = ['if', 'elif', 'else', 'for', 'for-items', 'for-item', 'for-index'] as const
export type Control = (typeof CONTROLS)[number]
/** What an attribute controls, by its name under any platform's prefix. */
export const CONTROL_OF: ReadonlyMap<string, Control> = new Map<string, Control>(
  PREFIXES.flatMap((prefix) => CONTROLS.map((name) => [prefix + name, name] as const)),
)

/** The control attribute (`if`, `for`, …) of an element under any platform's prefix. */
export function control(e: Element, name: Control): Attribute | undefined {
  const { attributes } = e
  for (let i = 0; i < attributes.length; i++) if (CONTROL_OF.get(attributes[i]!.name) === name) return attributes[i]
  return undefined
}
/** What the name of an event attribute says; null for other attributes. The same few names come again and again. */
export interface EventName {
  readonly event: string
  readonly catches: boolean
}
const eventNames = new Map<string, EventName | null>()
const MAX_NAMES = 5000
export function eventName(attribute: string): EventName | null {
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
export class Scope {
  readonly parent: Scope | null
  readonly names: ReadonlyMap<string, () => V>
  /** What looks names up from here; kept, for expressions ask again and again. */
  look: ((name: string) => V) | null = null
  constructor(parent: Scope | null, names: ReadonlyMap<string, () => V>) {
    this.parent = parent
    this.names = names
  }
}
/** A condition around a place of a template, before it is evaluated. */
export interface Test {
  readonly expression: Expression | null
  readonly at: Span
  readonly holds: boolean
  readonly source: string
  readonly scope: Scope
}
export interface Place {
  readonly scope: Scope
  readonly conditions: readonly Test[]
}

/** Events by the element they are bound to, in the order of the template. */
export class EventTable {
  private readonly known = new Map<Element, EventBinding[]>()
  /** How many events are in the table: a framework may still add to the list. */
  private count = 0
  of(events: readonly EventBinding[], element: Element): readonly EventBinding[] {
    for (; this.count < events.length; this.count++) {
      const b = events[this.count]!
      const list = this.known.get(b.element)
      if (list) list.push(b)
      else this.known.set(b.element, [b])
    }
    return this.known.get(element) ?? NO_EVENTS
  }
}
const NO_EVENTS: readonly EventBinding[] = []

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
