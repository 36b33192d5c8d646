/** What components render, in the form of a template: elements, what is bound to them and what they show. */
import type { Attribute, Element } from '../types.ts'
import { type EventBinding, EventTable, type ShownRecord, type UnitTemplate } from './template.ts'
import type { UnitState } from './unit-state.ts'
import { alternatives, isFunction, makeObj, type Obj, stringsOf, type V } from './value.ts'

const HTML: Readonly<Record<string, string>> = { img: 'image', div: 'view', span: 'text', a: 'navigator', p: 'view' }
const kebab = (s: string): string => s.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)

/** The elements that a unit's components render, in the form that a template has. */
export class Tree implements UnitTemplate {
  readonly elements: Element[] = []
  readonly children = new Map<Element, UnitState>()
  readonly events: EventBinding[] = []
  readonly properties = []
  readonly decidedBy = () => this.properties
  private readonly table = new EventTable()
  private readonly shown: ShownRecord[] = []
  private readonly state: UnitState
  constructor(state: UnitState) {
    this.state = state
  }
  element(type: string, props: V, parent: Element | null, at: Obj, state: UnitState): Element {
    const attributes: Attribute[] = []
    const element: Element = {
      type: 'element',
      tag: HTML[type] ?? kebab(type),
      attributes,
      children: [],
      parent,
      start: at.start,
      end: at.end,
      openEnd: at.end,
    }
    this.elements.push(element)
    if (parent) (parent.children as Element[]).push(element)
    const template = at.file
    for (const [name, value] of entriesOf(props)) {
      if (name === 'children' || name === 'key' || name === 'ref') continue
      const place = value.t !== 2 && value.t !== 3 && value.file === template ? value : at
      const text = stringsOf(value)[0] ?? (value.t === 0 && value.v !== undefined && value.v !== null ? String(value.v) : null)
      const event = /^(?:on|catch)([A-Z]\w*)$/.exec(name)?.[1]
      const attribute: Attribute = {
        name: event ? `bind${eventOf(event)}` : name === 'className' ? 'class' : kebab(name),
        value: event ? '' : text,
        parts: text !== null && !event ? [{ type: 'text', value: text, start: place.start, end: place.end }] : [],
        start: place.start,
        end: place.end,
        valueStart: place.start,
      }
      attributes.push(attribute)
      if (event) {
        if (!isFunction(value) && value.t !== 2) continue
        const functions = alternatives(value).filter(isFunction)
        this.events.push({
          element,
          template,
          event: eventOf(event),
          catches: name.startsWith('catch'),
          attribute,
          names: () => functions.flatMap((f) => (f.t === 1 && f.fn?.name ? [f.fn.name] : [])),
          functions: () => functions,
          dataset: () => dataset(props),
        })
      } else if (!/^(?:class|className|style|id|hoverClass)$/.test(name))
        this.shown.push({
          state,
          template,
          element,
          slot: attribute.name,
          at: { file: template, start: place.start, end: place.end },
          value,
          conditions: [],
        })
    }
    return element
  }
  text(parent: Element | null, value: V): void {
    const first = alternatives(value).find((w) => w.t === 0 && w.file !== '')
    const at =
      first?.t === 0
        ? { file: first.file, start: first.start, end: first.end }
        : { file: this.state.unit.script ?? '', start: parent?.start ?? 0, end: parent?.end ?? 0 }
    this.shown.push({ state: this.state, template: at.file, element: parent, slot: '', at, value, conditions: [] })
  }
  eventsOf(element: Element): readonly EventBinding[] {
    return this.table.of(this.events, element)
  }
  show(out: ShownRecord[]): void {
    out.push(...this.shown)
  }
}
const eventOf = (name: string): string => (/^click$/i.test(name) ? 'tap' : name.toLowerCase())
const entriesOf = (v: V): [string, V][] => alternatives(v).flatMap((w) => (w.t === 1 && w.props ? [...w.props] : []))
function dataset(props: V): V {
  const o = makeObj('object', 0)
  o.props = new Map()
  for (const [k, v] of entriesOf(props))
    if (k.startsWith('data-'))
      o.props.set(
        k.slice(5).replace(/-([a-z])/g, (_x, c: string) => c.toUpperCase()),
        v,
      )
  o.open = true
  return o
}
