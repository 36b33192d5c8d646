/** Taro 1 and 2: class components whose `_createData` puts together what their template reads. */

import { join } from './join.ts'
import { type Machine, NOWHERE, RATION } from './machine.ts'
import type { Root } from './types.ts'
import { LATER, type UnitState } from './unit-state.ts'
import type { Units } from './units.ts'
import { alternatives, isFunction, makeConst, makeObj, type Obj, type Site, stringsOf, UNDEFINED, UNKNOWN, type V } from './value.ts'

const LIFECYCLES: Readonly<Record<string, string>> = {
  componentWillMount: 'onLoad',
  componentDidMount: 'onReady',
  componentDidShow: 'onShow',
  onLoad: 'onLoad',
  onShow: 'onShow',
  onReady: 'onReady',
  onLaunch: 'onLaunch',
}
const LATER_NAMES: Readonly<Record<string, string>> = { componentDidHide: 'onHide', componentWillUnmount: 'onUnload' }
/** Members of the base class and of compiled code that nobody binds. */
const INNER = /^(?:constructor|_constructor|_createData|render|setState|forceUpdate|\$|__)/

export class TaroClasses {
  private readonly m: Machine
  private readonly units: Units
  private readonly parts = new Map<UnitState, { readonly props: Obj; readonly maps: readonly V[] }>()
  /** What parents give their children, by the id under which it is put down. */
  private readonly given = new Map<string, V>()
  /** Components wrapped by connect(). */
  private readonly wrapped = new Map<Obj, readonly V[]>()
  private object: Obj | null = null
  private reduxObject: Obj | null = null

  constructor(m: Machine, units: Units) {
    this.m = m
    this.units = units
  }
  private native(f: (args: readonly V[], site: Site, self: V) => V): Obj {
    return this.m.native((self, args, site) => f(args, site, self))
  }

  /** The run time's exports; `taro` is what has the platform's functions. */
  library(taro: Obj): Obj {
    if (this.object) return this.object
    const { m, units } = this
    const base = m.native((self, args) => {
      if (self.t === 1 && !self.props?.has('props')) (self.props ??= new Map()).set('props', args[0] ?? UNKNOWN)
      return UNDEFINED
    })
    const prototype = makeObj('object', 0)
    const nothing = this.native(() => UNDEFINED)
    prototype.props = new Map<string, V>([
      ['setState', this.native((args, site, self) => this.setState(self, args, site))],
      ['forceUpdate', nothing],
      ['_constructor', nothing],
      ['_init', nothing],
      ['$preload', nothing],
    ])
    base.props = new Map([['prototype', prototype as V]])
    const create = (app: boolean): Obj =>
      this.native((args) => {
        const state = app ? units.app : units.current()
        if (state && args[0]) this.accept(state, args[0])
        return m.object('object', null)
      })
    const first = this.native((args) => args[0] ?? UNDEFINED)
    const manager = makeObj('object', 0)
    manager.props = new Map<string, V>([
      [
        'set',
        this.native((args) => {
          for (const id of args[1] ? stringsOf(args[1]) : []) {
            const old = this.given.get(id)
            this.given.set(id, old ? join(old, args[0]!) : args[0]!)
          }
          return UNDEFINED
        }),
      ],
      ['delete', nothing],
    ])
    const o = makeObj('object', 0)
    o.proto = taro
    const rows: [string, V][] = [
      ['Component', base],
      ['PureComponent', base],
      ['BaseComponent', base],
      ['createComponent', create(false)],
      ['createApp', create(true)],
      ['propsManager', manager],
      ['genCompid', this.native((args, site) => m.list([UNDEFINED, args[0] ?? UNDEFINED], site))],
      ['RefsArray', this.native(() => m.list([], null))],
      ['internal_inline_style', this.native(() => UNKNOWN)],
      ['internal_dynamic_recursive', this.native(() => UNKNOWN)],
      ['internal_safe_get', this.native((args, site) => this.path(args[0] ?? UNDEFINED, args[1] ?? UNDEFINED, site))],
      [
        'internal_safe_set',
        this.native((args, site) => {
          m.setIndex(args[0] ?? UNDEFINED, args[1] ?? UNDEFINED, args[2] ?? UNDEFINED, site)
          return UNDEFINED
        }),
      ],
      ['internal_get_original', first],
      ['internal_force_update', nothing],
      ['useState', this.native((args, site) => this.useState(args[0] ?? UNDEFINED, site))],
      ['useEffect', this.native((args, site) => this.effect(args[0] ?? UNDEFINED, site))],
      ['useLayoutEffect', this.native((args, site) => this.effect(args[0] ?? UNDEFINED, site))],
      ['useCallback', first],
      ['useMemo', this.native((args, site) => (args[0] ? m.call(args[0], UNDEFINED, [], site, 'call', 'useMemo') : UNDEFINED))],
      ['memo', first],
    ]
    o.props = new Map(rows)
    o.props.set('default', o)
    this.object = o
    return o
  }
  redux(): Obj {
    if (this.reduxObject) return this.reduxObject
    const { m } = this
    const o = makeObj('object', 0)
    o.props = new Map<string, V>([
      [
        'connect',
        this.native((maps) =>
          this.native((args) => {
            for (const c of args[0] ? alternatives(args[0]) : []) if (c.t === 1) this.wrapped.set(c, maps)
            return args[0] ?? UNDEFINED
          }),
        ),
      ],
      ['Provider', UNKNOWN],
      ['setStore', this.native(() => UNDEFINED)],
      ['getStore', this.native(() => UNKNOWN)],
      ['useDispatch', this.native(() => this.native((args, site) => m.unknownCall(UNKNOWN, args, site)))],
      [
        'useSelector',
        this.native((args, site) => (args[0] ? m.call(args[0], UNDEFINED, [UNKNOWN], site, 'call', 'useSelector') : UNKNOWN)),
      ],
      ['useStore', this.native(() => UNKNOWN)],
    ])
    o.props.set('default', o)
    this.reduxObject = o
    return o
  }
  private path(from: V, path: V, site: Site): V {
    const keys = path.t === 1 && path.items ? path.items : stringsOf(path).flatMap((p) => p.split('.').map((k): V => makeConst(k)))
    return keys.reduce<V>((o, k) => this.m.getIndex(o, k, site), from)
  }
  private useState(initial: V, site: Site): V {
    const { m } = this
    const cell = m.object('object', site)
    cell.props = new Map([['value', isFunction(initial) ? m.call(initial, UNDEFINED, [], site, 'call', 'useState') : initial]])
    const set = this.native((args, where) => {
      const old = m.get(cell, 'value', where)
      const next = args[0] && isFunction(args[0]) ? m.call(args[0], UNDEFINED, [old], where, 'call', 'setState') : (args[0] ?? UNDEFINED)
      cell.props!.set('value', join(old, next))
      return UNDEFINED
    })
    return m.list([m.get(cell, 'value', site), set], site)
  }
  private effect(f: V, _site: Site): V {
    const state = this.creating
    if (state && isFunction(f) && !state.lifecycles.some(([, g]) => g.t === 1 && f.t === 1 && g.fn === f.fn))
      state.lifecycles.push(['onReady', f])
    return UNDEFINED
  }
  private creating: UnitState | null = null

  private accept(state: UnitState, cls: V): void {
    const { m } = this
    const c = alternatives(cls).find((x): x is Obj => x.t === 1 && isFunction(x))
    if (!c) {
      state.opaque ||= 'framework'
      return
    }
    state.defined = true
    const maps = this.wrapped.get(c) ?? []
    const props = makeObj('object', -1)
    props.props = new Map()
    props.open = true
    const instance = state.instance
    instance.props!.set('props', props)
    const defaults = m.get(c, 'defaultProps', NOWHERE)
    for (const w of alternatives(defaults)) if (w.t === 1) m.spreadInto(props, w)
    const properties = m.get(c, 'properties', NOWHERE)
    for (const [k] of entries(properties)) state.properties.add(k)
    state.properties.add('compid')
    this.parts.set(state, { props, maps })
    const [fromState, actions] = maps
    const dispatch = this.native((args, site) => m.unknownCall(UNKNOWN, args, site))
    if (maps.length) props.props.set('dispatch', dispatch)
    if (fromState && isFunction(fromState)) m.spreadInto(props, m.call(fromState, UNDEFINED, [UNKNOWN, props], NOWHERE, 'call', 'connect'))
    if (actions && isFunction(actions)) m.spreadInto(props, m.call(actions, UNDEFINED, [dispatch, props], NOWHERE, 'call', 'connect'))
    else if (actions) m.spreadInto(props, actions)
    const router = m.object('object', null)
    router.props = new Map<string, V>([['params', m.unknown('query', 'onLoad', { file: state.unit.script ?? '', start: 0, end: 0 })]])
    router.open = true
    instance.props!.set('$router', router)
    instance.props!.set('$scope', instance)

    const prototype = m.get(c, 'prototype', NOWHERE)
    if (prototype.t === 1) instance.proto = prototype
    if (c.kind === 'class') m.runConstructor(c, instance, [props], NOWHERE)
    else m.call(c, instance, [props], NOWHERE, 'call', 'constructor')
    if (instance.props!.get('props') !== props) instance.props!.set('props', props)
    const start = m.get(instance, '_constructor', NOWHERE)
    if (isFunction(start)) m.call(start, instance, [props], NOWHERE, 'call', '_constructor')
    for (let o: Obj | null = prototype.t === 1 ? prototype : null, hops = 0; o && hops < 6; o = o.proto, hops++)
      for (const [k, f] of o.props ?? []) this.member(state, k, f)
    for (const [k, f] of [...instance.props!]) this.member(state, k, f)
    state.observers.push({ keys: ['compid'], fn: this.native(() => this.receive(state)) })
  }
  private member(state: UnitState, name: string, f: V): void {
    if (!isFunction(f)) return
    const known = Object.hasOwn(LIFECYCLES, name) ? LIFECYCLES[name]! : null
    if (known) {
      const own = state.unit.kind === 'app' && known !== 'onShow' ? 'onLaunch' : known
      if (!state.lifecycles.some(([, g]) => g === f)) state.lifecycles.push([own, f])
    } else if (Object.hasOwn(LATER_NAMES, name)) state.methods.set(LATER_NAMES[name]!, f)
    else if (Object.hasOwn(LATER, name) || !INNER.test(name)) {
      if (!state.methods.has(name)) state.methods.set(name, f)
    }
  }
  /** What a parent put down for this component becomes its props. */
  private receive(state: UnitState): V {
    const part = this.parts.get(state)
    for (const id of stringsOf(state.data.props!.get('compid') ?? UNDEFINED)) {
      const given = this.given.get(id)
      if (given && part)
        for (const [k, v] of entries(given)) {
          const old = part.props.props!.get(k)
          part.props.props!.set(k, old ? join(old, v) : v)
          if (isFunction(v)) state.instance.props!.set(k, v)
        }
    }
    return UNDEFINED
  }
  private setState(self: V, args: readonly V[], site: Site): V {
    const { m } = this
    for (const o of alternatives(self)) {
      if (o.t !== 1) continue
      const given = args[0] ?? UNDEFINED
      const old = m.get(o, 'state', site)
      const change = isFunction(given) ? m.call(given, o, [old, m.get(o, 'props', site)], site, 'call', 'setState') : given
      let target = alternatives(old).find((w): w is Obj => w.t === 1)
      if (!target) {
        target = makeObj('object', -1)
        ;(o.props ??= new Map()).set('state', target)
      }
      for (const [k, v] of entries(change)) {
        const had = target.props?.get(k)
        ;(target.props ??= new Map()).set(k, had ? join(had, v) : v)
      }
      const state = [...this.parts.keys()].find((s) => s.instance === o)
      if (state) this.units.setData(state, change, site)
      if (args[1] && isFunction(args[1])) m.callback(args[1], [], 'setState', 'callback', null, site, o)
    }
    return UNDEFINED
  }

  // ---- data --------------------------------------------------------------------------------------------------------

  defined(): void {
    this.createData()
  }
  /** Children know what they are given once templates are bound. */
  attached(): void {
    for (const state of this.units.states.values())
      for (const b of state.template?.properties ?? []) {
        if (b.property !== 'compid') continue
        const root: Root = { kind: 'observer', name: 'compid', unit: b.child.unit, at: b.at, template: b.at.file }
        this.m.enterRoot(root, RATION.change, () => this.units.setProperty(b.child, 'compid', b.value(), b.at))
      }
    this.createData()
  }
  settled(): void {
    this.createData()
  }
  private createData(): void {
    const { m } = this
    for (const [state, { props }] of this.parts) {
      if (state.unit.kind === 'app') continue
      const f = m.get(state.instance, '_createData', NOWHERE)
      const data = state.data.props!
      const put = (k: string, v: V): void => {
        if (isFunction(v)) return
        const old = data.get(k)
        data.set(k, old ? join(old, v) : v)
      }
      this.creating = state
      const at = { file: state.unit.script ?? '', start: 0, end: 0 }
      m.enterRoot({ kind: 'lifecycle', name: 'onLoad', unit: state.unit, at }, RATION.lifecycle, () => {
        const out = isFunction(f) ? m.call(f, state.instance, [], NOWHERE, 'call', '_createData') : m.get(state.instance, 'state', NOWHERE)
        for (const [k, v] of props.props!) put(k, v)
        for (const [k, v] of entries(m.get(state.instance, 'state', NOWHERE))) put(k, v)
        for (const [k, v] of entries(out)) put(k, v)
        put('$taroCompReady', makeConst(true))
        // What the template binds is made anew each time the data is put together.
        for (const [k, v] of state.instance.props!) if (/^anonymousFunc\d+$/.test(k) && isFunction(v)) state.methods.set(k, v)
      })
      this.creating = null
    }
  }
}
const entries = (v: V): [string, V][] => alternatives(v).flatMap((w) => (w.t === 1 && w.props ? [...w.props] : []))
