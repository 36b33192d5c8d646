/**
 * React as Taro 3 runs it: components are rendered abstractly, and the tree of elements that comes out stands in for the
 * page's template: what it shows, what is bound to it, what its components do when they appear.
 */
import type { Element } from '../types.ts'
import { join, joinAll } from './join.ts'
import { type Machine, NOWHERE, RATION } from './machine.ts'
import { Tree } from './tree.ts'
import type { Root } from './types.ts'
import { LATER, type UnitState } from './unit-state.ts'
import type { Units } from './units.ts'
import { alternatives, isFunction, makeObj, type Obj, type Site, UNDEFINED, UNKNOWN, type V } from './value.ts'

const MAX_DEPTH = 24
const MAX_ELEMENTS = 3000
/** How often one component is rendered for one page: lists of the same card say the same. */
const MAX_RENDERS = 12
const RENDER_FUEL = 200_000

/** What a JSX call made. */
class ElementTag {
  readonly type: V
  readonly props: V
  constructor(type: V, props: V) {
    this.type = type
    this.props = props
  }
}
/** Components that are more than a function: contexts, connected ones. */
class ComponentTag {
  readonly kind: 'provider' | 'consumer' | 'fragment' | 'forward' | 'connected'
  readonly of: V
  readonly maps: readonly V[]
  constructor(kind: ComponentTag['kind'], of: V, maps: readonly V[] = []) {
    this.kind = kind
    this.of = of
    this.maps = maps
  }
}
/** One component at one place of a tree: its state lives as long as the page. */
class Instance {
  readonly cells: (V | undefined)[] = []
  next = 0
  object: Obj | null = null
  started = false
}

const LIFECYCLES: Readonly<Record<string, string>> = {
  componentWillMount: 'onLoad',
  UNSAFE_componentWillMount: 'onLoad',
  componentDidMount: 'onReady',
  componentDidShow: 'onShow',
  onLaunch: 'onLaunch',
  onLoad: 'onLoad',
  onShow: 'onShow',
  onReady: 'onReady',
}
const LATER_NAMES: Readonly<Record<string, string>> = { componentDidHide: 'onHide', componentWillUnmount: 'onUnload' }
const UPDATES = new Set(['componentDidUpdate', 'componentWillReceiveProps', 'UNSAFE_componentWillReceiveProps'])

export class React {
  private readonly m: Machine
  private readonly units: Units
  /** The root component of each unit. */
  private readonly roots = new Map<UnitState, V>()
  private readonly instances = new Map<string, Instance>()
  private readonly ran = new Set<string>()
  private library: Obj | null = null
  private current: Instance | null = null
  private state: UnitState | null = null
  /** Of the tree being rendered. */
  private tree: Tree | null = null
  private readonly counts = new Map<unknown, number>()
  private key = ''

  constructor(m: Machine, units: Units) {
    this.m = m
    this.units = units
  }

  // ---- the library -------------------------------------------------------------------------------------------------

  private native(f: (args: readonly V[], site: Site, self: V) => V): Obj {
    return this.m.native((self, args, site) => f(args, site, self))
  }
  private tagged(tag: unknown): Obj {
    const o = makeObj('object', 0)
    o.tag = tag
    return o
  }
  /** `react`, and `react/jsx-runtime` in the same object. */
  object(): Obj {
    if (this.library) return this.library
    const { m } = this
    const jsx = this.native((args, site) => this.element(args[0] ?? UNDEFINED, args[1] ?? UNDEFINED, site))
    const base = m.native((self, args) => {
      if (self.t === 1) (self.props ??= new Map()).set('props', args[0] ?? UNKNOWN)
      return UNDEFINED
    })
    const prototype = makeObj('object', 0)
    prototype.props = new Map<string, V>([
      ['setState', this.native((args, site, self) => this.setState(self, args, site))],
      ['forceUpdate', this.native(() => UNDEFINED)],
      ['isReactComponent', m.object('object', null)],
    ])
    base.props = new Map([['prototype', prototype as V]])
    const first = this.native((args) => args[0] ?? UNDEFINED)
    const effect = this.native((args) => {
      this.effect(args[0] ?? UNDEFINED)
      return UNDEFINED
    })
    const ref = this.native((args) => {
      const o = m.object('object', null)
      o.props = new Map([['current', args[0] ?? UNDEFINED]])
      o.open = true
      return o
    })
    const o = makeObj('object', 0)
    o.props = new Map<string, V>([
      ['createElement', this.native((args, site) => this.createElement(args, site))],
      ['cloneElement', this.native((args) => args[0] ?? UNDEFINED)],
      ['jsx', jsx],
      ['jsxs', jsx],
      ['jsxDEV', jsx],
      ['Component', base],
      ['PureComponent', base],
      ['Fragment', this.tagged(new ComponentTag('fragment', UNDEFINED))],
      ['StrictMode', this.tagged(new ComponentTag('fragment', UNDEFINED))],
      ['Suspense', this.tagged(new ComponentTag('fragment', UNDEFINED))],
      ['memo', first],
      ['useCallback', first],
      ['useDeferredValue', first],
      ['forwardRef', this.native((args) => this.tagged(new ComponentTag('forward', args[0] ?? UNDEFINED)))],
      ['lazy', this.native(() => UNKNOWN)],
      ['createContext', this.native((args) => this.context(args[0] ?? UNDEFINED))],
      ['useContext', this.native((args, site) => m.get(args[0] ?? UNDEFINED, '_value', site))],
      ['useState', this.native((args, site) => this.useState(args[0] ?? UNDEFINED, null, site))],
      ['useReducer', this.native((args, site) => this.useState(args[1] ?? UNDEFINED, args[0] ?? UNDEFINED, site))],
      ['useMemo', this.native((args, site) => (args[0] ? m.call(args[0], UNDEFINED, [], site, 'call', 'useMemo') : UNDEFINED))],
      ['useRef', ref],
      ['createRef', ref],
      ['useEffect', effect],
      ['useLayoutEffect', effect],
      ['useInsertionEffect', effect],
      ['useImperativeHandle', this.native(() => UNDEFINED)],
      ['useDebugValue', this.native(() => UNDEFINED)],
      ['useId', this.native(() => UNKNOWN)],
      ['isValidElement', this.native(() => UNKNOWN)],
      ['version', UNKNOWN],
    ])
    const children = makeObj('object', 0)
    const each = this.native((args, site) => {
      const f = args[1] ?? UNDEFINED
      const of = args[0] ?? UNDEFINED
      const list = of.t === 1 && of.items ? of.items : [of]
      return m.list(
        list.slice(0, 48).map((e) => m.call(f, UNDEFINED, [e, UNKNOWN], site, 'call', 'map')),
        site,
      )
    })
    children.props = new Map<string, V>([
      ['map', each],
      ['forEach', each],
      ['toArray', first],
      ['only', first],
      ['count', this.native(() => UNKNOWN)],
    ])
    o.props.set('Children', children)
    o.props.set('default', o)
    o.open = true
    this.library = o
    return o
  }
  private element(type: V, props: V, site: Site): Obj {
    const o = this.m.object('object', site)
    o.tag = new ElementTag(type, props)
    return o
  }
  private createElement(args: readonly V[], site: Site): V {
    const { m } = this
    const props = m.object('object', site)
    props.props = new Map()
    if (args[1]) m.spreadInto(props, args[1])
    if (args.length > 2) props.props.set('children', args.length === 3 ? args[2]! : m.list(args.slice(2), site))
    return this.element(args[0] ?? UNDEFINED, props, site)
  }
  private context(value: V): Obj {
    const o = makeObj('object', 0)
    o.props = new Map<string, V>([['_value', join(value, UNKNOWN)]])
    o.props.set('Provider', this.tagged(new ComponentTag('provider', o)))
    o.props.set('Consumer', this.tagged(new ComponentTag('consumer', o)))
    return o
  }
  /** react-redux: connect(state to props, dispatch to props)(component). */
  connect(args: readonly V[]): V {
    return this.native((given) => this.tagged(new ComponentTag('connected', given[0] ?? UNDEFINED, args)))
  }

  // ---- hooks -------------------------------------------------------------------------------------------------------

  private useState(initial: V, reducer: V | null, site: Site): V {
    const { m } = this
    const at = this.current ?? new Instance()
    const i = at.next++
    if (at.cells[i] === undefined)
      at.cells[i] = isFunction(initial) && !reducer ? m.call(initial, UNDEFINED, [], site, 'call', 'useState') : initial
    const set = this.native((args, where) => {
      const given = args[0] ?? UNDEFINED
      const old = at.cells[i] ?? UNDEFINED
      const next = reducer
        ? m.call(reducer, UNDEFINED, [old, given], where, 'call', 'reducer')
        : isFunction(given)
          ? m.call(given, UNDEFINED, [old], where, 'call', 'setState')
          : given
      at.cells[i] = join(old, m.through(next, 'setData', where))
      return UNDEFINED
    })
    return m.list([at.cells[i]!, set], site)
  }
  private effect(f: V): void {
    const run = this.m.native((_s, _a, site) => {
      const end = this.m.call(f, UNDEFINED, [], site, 'call', 'useEffect')
      if (isFunction(end)) this.later('onUnload', end)
      return UNDEFINED
    })
    this.lifecycle('onReady', f, run)
  }
  /** A life cycle of the page that is being rendered; `known` is the function by which it is told from others. */
  lifecycle(name: string, known: V, f: V = known): void {
    const state = this.state ?? this.units.app
    if (!isFunction(known) || (this.current?.started && this.key !== '')) return
    for (const k of alternatives(known)) {
      if (k.t !== 1) continue
      const id = `${state.unit.base}|${name}|${k.file}:${k.start}`
      if (this.ran.has(id)) continue
      this.ran.add(id)
      if (f.t === 1 && f !== k) Object.assign(f, { file: k.file, start: k.start, end: k.end })
      const own = state.unit.kind === 'app' && (name === 'onReady' || name === 'onLoad') ? 'onLaunch' : name
      state.lifecycles.push([own, f])
    }
  }
  later(name: string, f: V): void {
    const state = this.state ?? this.units.app
    const old = state.methods.get(name)
    state.methods.set(name, old ? join(old, f) : f)
  }
  private setState(self: V, args: readonly V[], site: Site): V {
    const { m } = this
    for (const o of alternatives(self)) {
      if (o.t !== 1) continue
      const old = m.get(o, 'state', site)
      const given = args[0] ?? UNDEFINED
      const change = isFunction(given) ? m.call(given, o, [old, m.get(o, 'props', site)], site, 'call', 'setState') : given
      let target = alternatives(old).find((w): w is Obj => w.t === 1)
      if (!target) {
        target = makeObj('object', -1)
        target.props = new Map()
        ;(o.props ??= new Map()).set('state', target)
      }
      for (const c of alternatives(change))
        if (c.t === 1)
          for (const [k, v] of c.props ?? []) {
            const had = target.props?.get(k)
            const moved = m.through(v, 'setData', site)
            ;(target.props ??= new Map()).set(k, had ? join(had, moved) : moved)
          }
      if (args[1] && isFunction(args[1])) m.callback(args[1], [], 'setState', 'callback', null, site, o)
    }
    return UNDEFINED
  }

  // ---- trees -------------------------------------------------------------------------------------------------------

  page(state: UnitState, component: V): void {
    state.defined = true
    this.roots.set(state, component)
  }
  get used(): boolean {
    return this.roots.size > 0
  }
  /** Renders every unit; the tree takes the place of its template. */
  render(): void {
    const { m } = this
    for (const [state, component] of this.roots) {
      const tree = new Tree(state)
      const at =
        component.t === 1 && component.file
          ? { file: component.file, start: component.start, end: component.end }
          : { file: state.unit.script ?? '', start: 0, end: 0 }
      const root: Root = { kind: 'lifecycle', name: state.unit.kind === 'app' ? 'onLaunch' : 'onLoad', unit: state.unit, at }
      this.tree = tree
      this.state = state
      this.counts.clear()
      m.enterRoot(root, RENDER_FUEL, () => this.visit(this.element(component, this.query(state), at), null, '', 0), true)
      this.tree = null
      this.state = null
      if (state.unit.kind === 'app') continue
      state.template = tree
      if (!tree.elements.length && !state.lifecycles.length) state.opaque ||= 'framework'
    }
  }
  private query(state: UnitState): V {
    const o = this.m.object('object', null)
    o.props = new Map<string, V>([['tid', this.m.unknown('query', 'onLoad', { file: state.unit.script ?? '', start: 0, end: 0 })]])
    o.open = true
    return o
  }
  private visit(v: V, parent: Element | null, key: string, depth: number): void {
    const tree = this.tree
    if (!tree || depth > MAX_DEPTH || tree.elements.length > MAX_ELEMENTS) return
    const texts: V[] = []
    for (const w of alternatives(v)) {
      if (w.t === 1 && w.tag instanceof ElementTag) this.one(w, w.tag, parent, key, depth)
      else if (w.t === 1 && w.kind === 'array') {
        for (const [i, e] of (w.items ?? []).slice(0, 200).entries()) this.visit(e, parent, `${key}.${i}`, depth + 1)
        if (w.any) this.visit(w.any, parent, `${key}.*`, depth + 1)
      } else if (
        w.t === 0 ? typeof w.v === 'string' || typeof w.v === 'number' : w.t === 2 && w.origins.length + (w.pieces?.length ?? 0) > 0
      )
        texts.push(w)
    }
    const said = joinAll(texts)
    if (said) tree.text(parent, said)
  }
  private one(o: Obj, tag: ElementTag, parent: Element | null, key: string, depth: number): void {
    const { m } = this
    const children = m.get(tag.props, 'children', NOWHERE)
    for (const type of alternatives(tag.type)) {
      if (type.t === 0) {
        if (typeof type.v !== 'string') continue
        const element = this.tree!.element(type.v, tag.props, parent, o, this.state!)
        this.visit(children, element, key, depth + 1)
      } else this.component(type, tag.props, parent, `${key}/${o.file}:${o.start}`, depth)
    }
  }
  private component(type: V, props: V, parent: Element | null, key: string, depth: number): void {
    const { m } = this
    if (type.t === 2) {
      // A wrapper that could not be followed: what it was given is rendered, and what it was told to show.
      for (const h of type.holds) this.component(h, props, parent, key, depth + 1)
      this.visit(m.get(props, 'children', NOWHERE), parent, key, depth + 1)
      return
    }
    if (type.t !== 1) return
    const identity = type.fn ?? type.tag ?? type
    const count = this.counts.get(identity) ?? 0
    if (count >= MAX_RENDERS && !(type.tag instanceof ComponentTag)) return
    this.counts.set(identity, count + 1)
    const at: Site = { file: type.file, start: type.start, end: type.end }
    if (type.tag instanceof ComponentTag) {
      const { kind, of, maps } = type.tag
      const children = m.get(props, 'children', NOWHERE)
      if (kind === 'consumer')
        this.visit(m.call(children, UNDEFINED, [m.get(of, '_value', NOWHERE)], at, 'call', 'Consumer'), parent, key, depth + 1)
      else if (kind === 'forward') for (const f of alternatives(of)) this.component(f, props, parent, key, depth + 1)
      else if (kind === 'connected')
        for (const f of alternatives(of)) this.component(f, this.connected(props, maps, at), parent, key, depth + 1)
      else {
        if (kind === 'provider' && of.t === 1) of.props!.set('_value', join(of.props!.get('_value')!, m.get(props, 'value', NOWHERE)))
        this.visit(children, parent, key, depth + 1)
      }
      return
    }
    if (!isFunction(type) || type.native) {
      this.visit(m.get(props, 'children', NOWHERE), parent, key, depth + 1)
      return
    }
    const id = `${this.state!.unit.base}${key}`
    let instance = this.instances.get(id)
    if (!instance) this.instances.set(id, (instance = new Instance()))
    const before = { current: this.current, key: this.key }
    this.current = instance
    this.key = id
    instance.next = 0
    const prototype = m.get(type, 'prototype', NOWHERE)
    const render = m.get(prototype, 'render', NOWHERE)
    const out = isFunction(render)
      ? this.classComponent(type, prototype, render, props, instance, at)
      : m.call(type, UNDEFINED, [props, UNKNOWN], at, 'call', type.fn?.name ?? '')
    instance.started = true
    Object.assign(this, before)
    this.visit(out, parent, key, depth + 1)
  }
  private connected(props: V, maps: readonly V[], at: Site): V {
    const { m } = this
    const o = m.object('object', null)
    o.props = new Map()
    m.spreadInto(o, props)
    const dispatch = this.native((args, site) => m.unknownCall(UNKNOWN, args, site))
    o.props.set('dispatch', dispatch)
    const [state, actions] = maps
    if (state && isFunction(state)) m.spreadInto(o, m.call(state, UNDEFINED, [UNKNOWN, props], at, 'call', 'connect'))
    if (actions && isFunction(actions)) m.spreadInto(o, m.call(actions, UNDEFINED, [dispatch, props], at, 'call', 'connect'))
    else if (actions) m.spreadInto(o, actions)
    o.open = true
    return o
  }
  private classComponent(type: Obj, prototype: V, render: V, props: V, instance: Instance, at: Site): V {
    const { m } = this
    const o = instance.object ?? makeObj('object', -1)
    if (!instance.object) {
      instance.object = o
      o.props = new Map<string, V>([['props', props]])
      if (prototype.t === 1) o.proto = prototype
      if (type.kind === 'class') m.runConstructor(type, o, [props], at)
      else m.call(type, o, [props], at, 'call', 'constructor')
      for (let p: Obj | null = o, hops = 0; p && hops < 6; p = p.proto, hops++) for (const [k, f] of p.props ?? []) this.method(o, k, f)
    }
    const old = o.props!.get('props')
    o.props!.set('props', old ? join(old, props) : props)
    return m.call(render, o, [], at, 'call', 'render')
  }
  private method(self: Obj, name: string, f: V): void {
    if (!isFunction(f)) return
    const bound = (): V => {
      const out = makeObj('function', 0)
      const g = alternatives(f).find((w): w is Obj => w.t === 1 && w.fn !== null)
      if (!g) return f
      Object.assign(out, { fn: g.fn, frame: g.frame, file: g.file, start: g.start, end: g.end, boundThis: self })
      return out
    }
    if (Object.hasOwn(LIFECYCLES, name)) this.lifecycle(LIFECYCLES[name]!, f, bound())
    else if (Object.hasOwn(LATER_NAMES, name)) this.later(LATER_NAMES[name]!, bound())
    else if (Object.hasOwn(LATER, name)) this.later(name, bound())
    else if (UPDATES.has(name)) this.updates.push([this.state!, name, bound()])
  }
  private readonly updates: [UnitState, string, V][] = []

  /** Once everything else ran: what follows from a change, and handlers that only then appeared. */
  run(): void {
    for (const [state, name, f] of this.updates) this.units.run('observer', name, state, f, [UNKNOWN, UNKNOWN], RATION.change)
    this.render()
  }
}
