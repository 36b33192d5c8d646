/**
 * Pages, components and the app as the interpreter sees them: options are gathered when the code calls Page, Component,
 * App or Behavior (directly or through a factory), behaviours are merged, lifecycles and handlers become roots.
 */
import type { Element, ProgramModel, Span, Unit } from '../types.ts'
import { bindTemplate } from './binder.ts'
import { chosen } from './condition.ts'
import { join } from './join.ts'
import { type Machine, NOWHERE } from './machine.ts'
import type { Root, RootKind } from './types.ts'
import {
  APP_LIFECYCLES,
  BehaviourTag,
  COMPONENT_LATER,
  COMPONENT_LIFECYCLES,
  type Compiled,
  INSTANCE_NATIVES,
  LATER,
  type Observer,
  PAGE_LIFECYCLES,
  setsOff,
  UnitState,
  type WriteRecord,
} from './unit-state.ts'
import {
  alternatives,
  isFunction,
  makeConst,
  makeObj,
  type Native,
  type Obj,
  type Site,
  stringsOf,
  UNDEFINED,
  UNKNOWN,
  type V,
} from './value.ts'

/** Keys whose changes lead to one another, at once. */
const MAX_OBSERVING = 6
/** Options that are no methods. */
const RESERVED = new Set([
  'data',
  'behaviors',
  'properties',
  'methods',
  'lifetimes',
  'pageLifetimes',
  'observers',
  'options',
  'relations',
  'externalClasses',
  'definitionFilter',
  'export',
  'mixins',
  'props',
  'computed',
  'watch',
  'components',
])

export class Units {
  readonly model: ProgramModel
  readonly m: Machine
  readonly states = new Map<string, UnitState>()
  readonly app: UnitState
  readonly writes: WriteRecord[] = []
  /** Observers that their own writes set off again. */
  readonly circles: { readonly unit: UnitState; readonly watched: string; readonly path: string; readonly at: Site; readonly fn: V }[] = []
  /** Answers of the methods that the platform asks for a share's title and picture. */
  readonly returned: { readonly unit: Unit; readonly method: string; readonly value: V; readonly at: Span }[] = []
  /** Places of templates whose name could not be told, by place. */
  readonly nameless = new Map<string, Span>()
  /** Reads a framework's event tables; null for handlers that mean what they say. */
  compiled: ((state: UnitState, value: V, event: string, dataset: () => V) => Compiled | null) | null = null
  /** Handlers of a framework's own that it binds to every element: they lead nowhere. */
  readonly inner = new Set<string>()
  /** Takes options that a framework's factory made; true when it knew them. */
  made: ((kind: 'App' | 'Page' | 'Component', state: UnitState, options: V) => boolean) | null = null
  /** The unit whose script is being walked. */
  private loading: UnitState | null = null

  constructor(model: ProgramModel, m: Machine) {
    this.model = model
    this.m = m
    this.app = new UnitState(model.app)
    for (const p of model.pages) this.states.set(p.base, new UnitState(p))
    for (const c of model.components.values()) if (!this.states.has(c.base)) this.states.set(c.base, new UnitState(c))
  }

  // ---- definition ----------------------------------------------------------------------------------------------

  /** Walks a unit's script, so that its Page or Component call is met. */
  define(state: UnitState): void {
    const script = state.unit.script
    if (!script) return
    const before = this.loading
    this.loading = state
    this.m.load(script)
    this.loading = before
    if (!state.defined) state.opaque ||= 'no-definition'
    for (const [name, fn] of state.methods) if (!state.instance.props!.has(name)) state.instance.props!.set(name, fn)
  }
  current(): UnitState | null {
    return this.loading
  }

  /** Page(…), Component(…), App(…) and what stands for them. */
  accept(kind: 'App' | 'Page' | 'Component', options: V): void {
    this.m.noticed++
    this.m.acts++
    const state = kind === 'App' ? this.app : this.loading
    if (!state || (state.unit.kind === 'app') !== (kind === 'App')) return
    state.defined = true
    if (this.made?.(kind, state, options)) return
    for (const o of alternatives(options)) this.merge(state, o, kind, 0)
  }
  behaviour(options: V): Obj {
    this.m.noticed++
    this.m.acts++
    const o = makeObj('object', 0)
    o.tag = new BehaviourTag(options)
    return o
  }

  private merge(state: UnitState, options: V, kind: 'App' | 'Page' | 'Component', depth: number): void {
    const m = this.m
    if (options.t === 1 && options.kind === 'class') {
      // Class components: the prototype's methods, with an instance for their fields.
      const made = m.construct(options, [], NOWHERE)
      if (made.t === 1) {
        this.merge(state, made, kind, depth + 1)
        if (made.proto) this.merge(state, made.proto, kind, depth + 1)
      }
      return
    }
    if (options.t !== 1 || depth > 8) {
      state.opaque ||= 'options-unknown'
      return
    }
    if (options.any || options.open) state.opaque ||= 'options-open'
    const behaviours = m.get(options, 'behaviors', NOWHERE)
    const mixins = m.get(options, 'mixins', NOWHERE)
    for (const list of [behaviours, mixins])
      if (list.t === 1)
        for (const b of list.items ?? (list.any ? alternatives(list.any) : [])) {
          for (const x of alternatives(b)) {
            if (x.t === 1 && x.tag instanceof BehaviourTag) this.merge(state, x.tag.options, 'Component', depth + 1)
            else if (x.t === 1 && x.kind === 'object' && x.props) this.merge(state, x, 'Component', depth + 1)
            else if (x.t !== 0) state.opaque ||= 'behaviour-unknown'
          }
        }
    this.data(state, options)
    const methods = m.get(options, 'methods', NOWHERE)
    for (const group of alternatives(methods)) {
      if (group.t === 1) {
        for (let o: Obj | null = group; o; o = o.proto) if (o.props) for (const [k, f] of o.props) this.method(state, k, f)
        if (group.any || group.open) state.opaque ||= 'methods-open'
      } else if (group.t === 2) state.opaque ||= 'methods-unknown'
    }
    for (const group of ['lifetimes', 'pageLifetimes']) {
      const g = m.get(options, group, NOWHERE)
      if (g.t === 1 && g.props) for (const [k, f] of g.props) this.lifecycle(state, k, f)
    }
    for (let o: Obj | null = options; o; o = o.proto) {
      if (!o.props || o.kind === 'api') continue
      for (const [k, f] of o.props) {
        if (RESERVED.has(k)) continue
        const isLifecycle =
          kind === 'App'
            ? (APP_LIFECYCLES as readonly string[]).includes(k)
            : (PAGE_LIFECYCLES as readonly string[]).includes(k) || (COMPONENT_LIFECYCLES as readonly string[]).includes(k)
        if (isLifecycle && isFunction(f)) this.lifecycle(state, k, f)
        if (kind !== 'Component' || isFunction(f)) this.method(state, k, f)
      }
    }
    this.observe(state, options)
  }
  private method(state: UnitState, name: string, f: V): void {
    if (isFunction(f) && (PAGE_LIFECYCLES as readonly string[]).includes(name) && state.unit.kind !== 'app') this.lifecycle(state, name, f)
    const had = state.methods.get(name)
    state.methods.set(name, f)
    if (!had || state.instance.props!.get(name) === had) state.instance.props!.set(name, f)
  }
  private lifecycle(state: UnitState, name: string, f: V): void {
    if (!isFunction(f) || state.lifecycles.some(([n, g]) => n === name && g === f)) return
    state.lifecycles.push([name, f])
  }
  private data(state: UnitState, options: Obj): void {
    const m = this.m
    let data = m.get(options, 'data', NOWHERE)
    if (isFunction(data)) data = m.call(data, state.instance, [], NOWHERE, 'call', 'data')
    for (const d of alternatives(data)) if (d.t === 1) m.spreadInto(state.data, d)
    const properties = m.get(options, 'properties', NOWHERE)
    if (properties.t === 1 && properties.props)
      for (const [name, p] of properties.props) {
        state.properties.add(name)
        let initial: V = UNDEFINED
        if (p.t === 1 && p.kind === 'object') {
          const v = m.get(p, 'value', NOWHERE)
          if (!(v.t === 0 && v.v === undefined)) initial = isFunction(v) ? UNKNOWN : v
          const observer = m.get(p, 'observer', NOWHERE)
          if (isFunction(observer)) state.observers.push({ keys: [name], fn: observer })
          else for (const n of stringsOf(observer)) state.observers.push({ keys: [name], fn: makeConst(n) })
        }
        if (!state.data.props!.has(name)) state.data.props!.set(name, initial)
      }
  }
  private observe(state: UnitState, options: Obj): void {
    for (const group of ['observers', 'watch']) {
      const observers = this.m.get(options, group, NOWHERE)
      if (observers.t !== 1 || !observers.props) continue
      for (const [list, fn] of observers.props) {
        const watched = list.split(',').map((k) => k.trim())
        state.observers.push({ keys: watched.map((k) => k.split(/[.[]/)[0]!), fn, ...(group === 'observers' ? { watched } : {}) })
      }
    }
  }

  // ---- members of a unit's `this` --------------------------------------------------------------------------------

  tagGet(o: Obj, key: string): V | undefined {
    if (o.tag instanceof UnitState) return this.instanceMember(o.tag, key)
    return undefined
  }
  /** A member of `this` was written. Where members are data (Vue and its like), that is a write of data. */
  tagSet(o: Obj, key: string, value: V, site: Site): void {
    const state = o.tag
    if (!(state instanceof UnitState) || o.props !== state.data.props || isFunction(value)) return
    this.m.acts++
    if (this.writes.length < 20_000) this.writes.push({ unit: state, path: key, value, at: site, root: this.m.root, guards: this.m.guards })
    this.changed(state, key)
  }
  private instanceMember(state: UnitState, key: string): V | undefined {
    if (INSTANCE_NATIVES.has(key)) return state.natives.get(key) ?? this.native(state, key)
    switch (key) {
      case 'data':
      case 'properties':
        return state.data
      case 'is':
      case 'route':
      case '__route__':
        return makeConst(state.unit.base)
      case 'options':
        return UNKNOWN
    }
    return undefined
  }
  private native(state: UnitState, key: string): Obj {
    const o = this.m.native(this.memberOf(state, key))
    state.natives.set(key, o)
    return o
  }
  private memberOf(state: UnitState, key: string): Native {
    switch (key) {
      case 'setData':
        return (_self, args, site) => {
          this.setData(state, args[0] ?? UNDEFINED, site)
          if (args[1] && isFunction(args[1])) this.m.callback(args[1], [], 'setData', 'callback', null, site, state.instance)
          return UNDEFINED
        }
      case 'triggerEvent':
        return (_self, args, site) => {
          for (const name of stringsOf(args[0] ?? UNDEFINED)) this.trigger(state, name, args[1] ?? UNDEFINED, site)
          return UNDEFINED
        }
      case 'selectComponent':
      case 'selectAllComponents':
        return (_self, args) => this.select(state, stringsOf(args[0] ?? UNDEFINED)) ?? UNKNOWN
    }
    return (_self, args, site) => {
      for (const a of args) if (isFunction(a)) this.m.callback(a, [UNKNOWN], key, 'callback', null, site, state.instance)
      return UNKNOWN
    }
  }
  private select(state: UnitState, selectors: readonly string[]): V | null {
    let out: V | null = null
    for (const s of selectors) {
      const wanted = s.trim().split(/\s+/).at(-1)!
      for (const [e, child] of state.template?.children ?? []) {
        const id = e.attributes.find((a) => a.name === 'id')?.value
        const classes = (e.attributes.find((a) => a.name === 'class')?.value ?? '').split(/\s+/)
        if (wanted === `#${id}` || (wanted.startsWith('.') && classes.includes(wanted.slice(1))) || wanted === e.tag)
          out = out ? join(out, child.instance) : child.instance
      }
    }
    return out
  }

  // ---- data ----------------------------------------------------------------------------------------------------

  setData(state: UnitState, change: V, site: Site): void {
    const all = alternatives(change)
    for (let i = 0; i < all.length; i++) {
      const c = all[i]!
      if (c.t !== 1) {
        if (c.t === 2) this.write(state, null, c, site)
        continue
      }
      c.props?.forEach((value, key) => {
        const own = (value.t === 0 || value.t === 1) && value.file !== ''
        this.write(state, key, value, own ? { file: value.file, start: value.start, end: value.end } : site)
      })
      if (c.any) this.write(state, null, c.any, site)
    }
  }
  private write(state: UnitState, path: string | null, value: V, at: Site): void {
    this.m.noticed++
    this.m.acts++
    value = chosen(this.m, value)
    if (this.writes.length < 20_000) this.writes.push({ unit: state, path, value, at, root: this.m.root, guards: this.m.guards })
    if (path !== null && state.running.length > 0) this.circular(state, path, at)
    const moved = this.m.through(value, 'setData', at)
    if (path === null) {
      state.data.any = state.data.any ? join(state.data.any, moved) : moved
      return
    }
    const keys = /[.[\]]/.test(path) ? path.split(/[.[\]]+/).filter(Boolean) : path === '' ? [] : [path]
    let o = state.data
    // The same constants and unknowns as before: nothing that is bound to them changes. Objects may have changed within.
    let same = false
    for (let i = 0; i < keys.length; i++) {
      const k = keys[i]!
      if (i === keys.length - 1) {
        if (o.items && /^\d+$/.test(k)) this.m.set(o, k, moved, at)
        else {
          o.props ??= new Map()
          const old = o.props.get(k)
          const next = old ? join(old, moved) : moved
          same = next === old && !(moved.t === 1 || (moved.t === 3 && moved.values.some((w) => w.t === 1)))
          if (next !== old) o.props.set(k, next)
        }
      } else {
        const next: V | undefined = o.items && /^\d+$/.test(k) ? o.items[Number(k)] : o.props?.get(k)
        const child: Obj | undefined = next ? (alternatives(next).find((w) => w.t === 1) as Obj | undefined) : undefined
        if (child) o = child
        else {
          const made = makeObj('object', -1)
          made.props = new Map()
          made.open = true
          if (o.items && /^\d+$/.test(k)) this.m.set(o, k, made, at)
          else {
            o.props ??= new Map()
            o.props.set(k, next ? join(next, made) : made)
          }
          o = made
        }
      }
    }
    this.changed(state, keys[0] ?? '', same)
  }
  /** Runs the observers of a key and hands the new value to child components whose properties are bound to it. */
  changed(state: UnitState, key: string, same = false): void {
    if (state.observing.has(key) || state.observing.size > MAX_OBSERVING) {
      state.behind.add(key)
      return
    }
    state.observing.add(key)
    const { observers } = state
    for (let i = 0; i < observers.length; i++) {
      const o = observers[i]!
      if (o.keys.includes(key) || o.keys.includes('**')) this.runObserver(state, o)
    }
    const late = state.behind.delete(key)
    if (!same || late || state.data.any !== null) {
      const decided = state.template?.decidedBy(key) ?? []
      for (let i = 0; i < decided.length; i++) {
        const b = decided[i]!
        this.setProperty(b.child, b.property, b.value(), b.at)
      }
    }
    state.observing.delete(key)
  }
  /** A write that, under no condition, sets off the very observer that makes it. */
  private circular(state: UnitState, path: string, at: Site): void {
    for (const { observer, guards } of state.running)
      if (guards === this.m.guards && observer.watched?.some((one) => setsOff(one, path)) && this.circles.length < 100)
        this.circles.push({ unit: state, watched: observer.keys.join(), path, at, fn: observer.fn })
  }
  private runObserver(state: UnitState, o: Observer): void {
    const fn = isFunction(o.fn) ? o.fn : stringsOf(o.fn).reduce<V>((acc, n) => state.methods.get(n) ?? acc, UNDEFINED)
    if (!isFunction(fn)) return
    const args = o.keys.map((k) => state.data.props!.get(k) ?? UNDEFINED)
    state.running.push({ observer: o, guards: this.m.guards })
    this.m.callback(fn, args, `observer ${o.keys.join()}`, 'observer', null, undefined, state.instance)
    state.running.pop()
  }
  setProperty(child: UnitState, property: string, value: V, at: Site): void {
    const old = child.data.props!.get(property)
    const moved = this.m.through(value, `property ${property}`, at)
    const next = old ? join(old, moved) : moved
    if (next === old) return
    child.data.props!.set(property, next)
    this.changed(child, property)
  }

  // ---- events --------------------------------------------------------------------------------------------------

  trigger(state: UnitState, name: string, detail: V, site: Site): void {
    this.m.noticed++
    this.m.acts++
    state.triggered.add(name)
    const meant = name.toLowerCase()
    for (let i = 0; i < state.uses.length; i++) {
      const use = state.uses[i]!
      const t = use.parent.template
      if (!t) continue
      const events = t.eventsOf(use.element)
      for (let j = 0; j < events.length; j++) {
        const b = events[j]!
        if (b.event.toLowerCase() !== meant) continue
        for (const f of b.functions())
          this.m.callback(
            f,
            [eventObject(this.m, name, b.dataset(), detail, site)],
            b.names()[0] ?? name,
            'event',
            null,
            site,
            use.parent.instance,
          )
      }
    }
  }

  /** Runs one function of a unit as the work of a root. */
  run(
    kind: RootKind,
    name: string,
    state: UnitState,
    f: V,
    args: readonly V[],
    ration: number,
    element?: Element,
    template?: string,
  ): void {
    for (const g of alternatives(f)) {
      if (!isFunction(g)) continue
      const at: Span =
        g.t === 1 && g.file
          ? { file: g.file, start: g.start, end: g.end }
          : { file: state.unit.script ?? state.unit.base, start: 0, end: 0 }
      const root: Root = { kind, name, unit: state.unit, at, element, template }
      this.m.enterRoot(root, ration, () => {
        const value = this.m.call(g, state.instance, args, { file: at.file, start: at.start, end: at.start }, 'call', name)
        if (kind === 'share') this.returned.push({ unit: state.unit, method: name, value, at })
      })
    }
  }
  attachTemplates(): void {
    for (const s of this.states.values()) if (s.unit.template) s.template = bindTemplate(this, s)
    for (const s of this.states.values())
      if (s.template) for (const [element, child] of s.template.children) child.uses.push({ parent: s, element })
  }
  laterOf(state: UnitState): [string, RootKind, V][] {
    const out: [string, RootKind, V][] = []
    for (const [k, f] of state.methods) if (Object.hasOwn(LATER, k) && isFunction(f)) out.push([k, LATER[k]!, f])
    for (const [k, f] of state.lifecycles) if (Object.hasOwn(COMPONENT_LATER, k)) out.push([k, COMPONENT_LATER[k]!, f])
    return out
  }
  lifecyclesOf(state: UnitState): [string, V][] {
    const order = (n: string): number => {
      const all = [...APP_LIFECYCLES, ...PAGE_LIFECYCLES, ...COMPONENT_LIFECYCLES, 'show', 'resize', 'routeDone'] as readonly string[]
      const i = all.indexOf(n)
      return i < 0 ? -1 : i
    }
    return state.lifecycles
      .filter(([n]) => !Object.hasOwn(COMPONENT_LATER, n) && n !== 'hide' && n !== 'resize')
      .sort((a, b) => order(a[0]) - order(b[0]))
  }
}

/** What a handler is given. */
export function eventObject(m: Machine, type: string, dataset: V, detail: V | null, site: Site): Obj {
  const e = makeObj('object', 0)
  const target = makeObj('object', 0)
  target.props = new Map([['dataset', dataset]])
  target.open = true
  const d = detail ?? m.unknown('event', type, site, 'detail')
  e.props = new Map<string, V>([
    ['type', makeConst(type)],
    ['currentTarget', target],
    ['target', target],
    ['detail', d],
  ])
  e.open = true
  return e
}
