/**
 * Vue components as units: options (data, methods, computed, watch, life cycles, mixins, setup) become what the rest of
 * the interpreter knows of a native unit. `this.x` is the unit's data, so instance and data share their members.
 */

import { join } from './join.ts'
import { GETTER, type Machine, NOWHERE, RATION } from './machine.ts'
import { LATER, type UnitState } from './unit-state.ts'
import type { Units } from './units.ts'
import { alternatives, isFunction, makeObj, type Obj, type Site, stringsOf, UNDEFINED, UNKNOWN, type V } from './value.ts'

/** Vue's hooks and the framework's, under the names that units know. */
export const HOOKS: Readonly<Record<string, string>> = {
  onLaunch: 'onLaunch',
  onShow: 'onShow',
  onLoad: 'onLoad',
  onInit: 'onLoad',
  onReady: 'onReady',
  onBeforeMount: 'attached',
  onMounted: 'ready',
  onActivated: 'ready',
  onCreated: 'created',
}
const LIFECYCLES: Readonly<Record<string, string>> = {
  beforeCreate: 'created',
  created: 'created',
  beforeMount: 'attached',
  attached: 'attached',
  mounted: 'ready',
  ready: 'ready',
  onLaunch: 'onLaunch',
  onShow: 'onShow',
  onLoad: 'onLoad',
  onInit: 'onLoad',
  onReady: 'onReady',
}
/** Life cycles of components that pages do not have. */
const ENDS: Readonly<Record<string, string>> = {
  beforeDestroy: 'detached',
  destroyed: 'detached',
  beforeUnmount: 'detached',
  unmounted: 'detached',
}
const MAX_MIXIN_DEPTH = 8

export class Vue {
  /** What every instance has: Vue.prototype, app.config.globalProperties. */
  readonly prototype: Obj
  /** Options given to Vue.mixin. */
  private readonly shared: Obj[] = []
  private readonly members = new Map<UnitState, Obj>()
  readonly renders = new Map<UnitState, V[]>()
  /** The unit whose setup is being walked. */
  setting: UnitState | null = null
  private readonly m: Machine
  private readonly units: Units

  constructor(m: Machine, units: Units) {
    this.m = m
    this.units = units
    this.prototype = makeObj('object', 0)
    this.prototype.props = new Map()
  }

  // ---- options -----------------------------------------------------------------------------------------------------

  /** Takes options into a unit. `lenient`: a run time that was walked put its own into them, which hides nothing of the program's. */
  accept(state: UnitState, options: V, lenient = false): void {
    const all = alternatives(options)
    // What a compiler's interop could also have given is no second component.
    if (!all.some((o) => o.t === 1)) state.opaque ||= 'options-unknown'
    for (const o of all) {
      if (o.t !== 1) continue
      state.defined = true
      state.data.props = state.instance.props
      state.instance.proto ??= this.membersOf(state)
      if (!lenient && (o.open || o.any)) state.opaque ||= 'options-open'
      for (const s of this.shared) this.options(state, s, 1)
      this.options(state, o, 0)
    }
  }
  mixin(options: V): void {
    for (const o of alternatives(options)) if (o.t === 1 && this.shared.length < 40) this.shared.push(o)
  }
  /** Options of a component that a class or Vue.extend wraps. */
  private bare(o: Obj): Obj {
    const whole = o.props?.get('default')
    if (o.props?.has('__esModule') && whole) return alternatives(this.m.get(o, 'default', NOWHERE)).find((w): w is Obj => w.t === 1) ?? o
    const inner = o.props?.get('options') ?? o.props?.get('__vccOpts')
    return inner?.t === 1 && inner.props && (o.kind === 'function' || o.kind === 'class') ? inner : o
  }
  private options(state: UnitState, given: Obj, depth: number): void {
    if (depth > MAX_MIXIN_DEPTH) return
    const m = this.m
    const o = this.bare(given)
    const props = state.instance.props!
    for (const name of ['extends', 'mixins', 'behaviors'])
      for (const x of alternatives(m.get(o, name, NOWHERE)))
        if (x.t === 1) for (const one of x.items ?? (name === 'extends' ? [x] : [])) if (one.t === 1) this.options(state, one, depth + 1)
    for (const group of ['props', 'properties']) this.properties(state, m.get(o, group, NOWHERE))
    for (const [k, f] of this.group(o, 'methods')) {
      state.methods.set(k, f)
      props.set(k, f)
    }
    for (const [k, f] of this.group(o, 'computed')) {
      const getter = isFunction(f) ? f : m.get(f, 'get', NOWHERE)
      if (!isFunction(getter)) continue
      // Vue 2 hands the instance over as well, and helpers of stores take it.
      const read = m.native((_s, _a, site) => m.call(getter, state.instance, [state.instance], site, 'call', k))
      read.tag = GETTER
      props.set(k, read)
    }
    for (const [k, f] of this.group(o, 'watch'))
      for (const one of f.t === 1 && f.items ? f.items : [f])
        state.observers.push({ keys: [k.split('.')[0]!], fn: isFunction(one) || one.t === 0 ? one : m.get(one, 'handler', NOWHERE) })
    for (const group of ['lifetimes', 'pageLifetimes']) for (const [k, f] of this.group(o, group)) this.lifecycle(state, k, f)
    for (let from: Obj | null = o, hops = 0; from && hops < 4; from = from.proto, hops++)
      for (const [k, f] of from.props ?? []) this.lifecycle(state, k, f)
    const data = m.get(o, 'data', NOWHERE)
    const made = isFunction(data) ? m.call(data, state.instance, [state.instance], NOWHERE, 'call', 'data') : data
    for (const d of alternatives(made)) if (d.t === 1) m.spreadInto(state.instance, d)
    const render = m.get(o, 'render', NOWHERE)
    if (isFunction(render)) this.rendersBy(state, render)
    const setup = m.get(o, 'setup', NOWHERE)
    if (isFunction(setup)) this.setup(state, setup)
  }
  rendersBy(state: UnitState, render: V): void {
    const list = this.renders.get(state)
    if (!list) this.renders.set(state, [render])
    else if (!list.includes(render)) list.push(render)
  }
  private group(o: Obj, name: string): [string, V][] {
    const out: [string, V][] = []
    for (const g of alternatives(this.m.get(o, name, NOWHERE))) if (g.t === 1 && g.props) out.push(...g.props)
    return out
  }
  private lifecycle(state: UnitState, name: string, f: V): void {
    const known = Object.hasOwn(LIFECYCLES, name) ? LIFECYCLES[name]! : Object.hasOwn(ENDS, name) ? ENDS[name]! : null
    for (const one of f.t === 1 && f.items ? f.items : [f]) {
      if (!isFunction(one)) continue
      if (known) {
        if (!state.lifecycles.some(([n, g]) => n === known && g === one)) state.lifecycles.push([known, one])
      } else if (Object.hasOwn(LATER, name)) state.methods.set(name, one)
    }
  }
  private properties(state: UnitState, declared: V): void {
    const m = this.m
    const props = state.instance.props!
    if (declared.t !== 1) return
    const names = declared.items ? declared.items.flatMap(stringsOf) : [...(declared.props?.keys() ?? [])]
    for (const n of names) {
      state.properties.add(n)
      if (props.has(n)) continue
      const of = declared.props ? m.get(declared, n, NOWHERE) : UNDEFINED
      const standard = of.t === 1 && of.kind === 'object' ? join(m.get(of, 'default', NOWHERE), m.get(of, 'value', NOWHERE)) : UNDEFINED
      props.set(n, isFunction(standard) ? UNKNOWN : standard)
    }
  }

  // ---- setup -------------------------------------------------------------------------------------------------------

  private setup(state: UnitState, setup: V): void {
    const m = this.m
    const before = this.setting
    this.setting = state
    const emit = m.native((_s, args, site) => this.emit(state, args, site))
    const context = m.object('object', null)
    context.props = new Map<string, V>([
      ['emit', emit],
      ['expose', m.native(() => UNDEFINED)],
    ])
    context.open = true
    const props = m.object('object', null)
    props.props = new Map([...state.properties].map((p) => [p, join(state.data.props!.get(p) ?? UNDEFINED, UNKNOWN)]))
    props.open = true
    const at = setup.t === 1 ? { file: setup.file, start: setup.start, end: setup.end } : NOWHERE
    m.enterRoot({ kind: 'lifecycle', name: 'setup', unit: state.unit, at }, RATION.lifecycle, () => {
      const out = m.call(setup, UNDEFINED, [props, context], NOWHERE, 'call', 'setup')
      for (const w of alternatives(out)) {
        if (w.t !== 1) continue
        if (w.kind === 'function') this.rendersBy(state, w)
        else
          for (const [k, v] of w.props ?? []) {
            state.instance.props!.set(k, v)
            if (isFunction(v)) state.methods.set(k, v)
          }
      }
    })
    this.setting = before
  }

  // ---- instances ---------------------------------------------------------------------------------------------------

  emit(state: UnitState, args: readonly V[], site: Site): V {
    for (const name of args[0] ? stringsOf(args[0]) : []) {
      this.units.trigger(state, name, args[1] ?? UNDEFINED, site)
      const kebab = name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)
      if (kebab !== name) this.units.trigger(state, kebab, args[1] ?? UNDEFINED, site)
    }
    return UNDEFINED
  }
  /** `$emit`, `$refs` and the like: what stands between an instance and the prototype that all share. */
  private membersOf(state: UnitState): Obj {
    const had = this.members.get(state)
    if (had) return had
    const m = this.m
    const o = makeObj('object', 0)
    o.proto = this.prototype
    const native = (f: (args: readonly V[], site: Site) => V): V => m.native((_s, args, site) => f(args, site))
    const refs = makeObj('proxy', 0)
    const handler = makeObj('object', 0)
    handler.props = new Map([['get', native((args) => this.ref(state, args[1] ?? UNDEFINED))]])
    refs.tag = { target: UNDEFINED, handler }
    const later = native((args, site) => {
      if (args[0] && isFunction(args[0])) m.callback(args[0], [], 'nextTick', 'callback', null, site, state.instance)
      return m.promise(UNDEFINED, [], site)
    })
    const rest = makeObj('object', 0)
    rest.open = true
    o.props = new Map<string, V>([
      ['$emit', native((args, site) => this.emit(state, args, site))],
      ['$refs', refs],
      ['$nextTick', later],
      [
        '$set',
        native((args, site) => {
          m.setIndex(args[0] ?? UNDEFINED, args[1] ?? UNDEFINED, args[2] ?? UNDEFINED, site)
          return args[2] ?? UNDEFINED
        }),
      ],
      ['$delete', native(() => UNDEFINED)],
      ['$forceUpdate', native(() => UNDEFINED)],
      [
        '$watch',
        native((args, site) => {
          const f = args[1]
          if (!f || !isFunction(f)) return UNKNOWN
          const keys = args[0] ? stringsOf(args[0]).map((k) => k.split('.')[0]!) : []
          if (keys.length) state.observers.push({ keys, fn: f })
          else m.callback(f, [UNKNOWN, UNKNOWN], 'watch', 'observer', null, site, state.instance)
          return UNKNOWN
        }),
      ],
      ['$data', state.data],
      ['$scope', state.instance],
      ['$root', state.instance],
      ['$options', rest],
      ['$el', UNKNOWN],
      ['$mp', rest],
      ['$parent', UNKNOWN],
    ])
    this.members.set(state, o)
    return o
  }
  private ref(state: UnitState, key: V): V {
    let out: V | null = null
    for (const name of stringsOf(key))
      for (const [element, child] of state.template?.children ?? [])
        if (element.attributes.some((a) => (a.name === 'data-ref' || a.name === 'ref' || a.name === 'u-r') && a.value === name))
          out = out ? join(out, child.instance) : child.instance
    return out ?? UNKNOWN
  }

  // ---- the library -------------------------------------------------------------------------------------------------

  /** The constructor of Vue 2 with what programs call on it. */
  constructorObject(): Obj {
    const m = this.m
    const native = (f: (args: readonly V[], site: Site) => V): V => m.native((_s, args, site) => f(args, site))
    const vue = m.native((_s, args, site) => {
      const o = m.object('object', site)
      const options = args[0] ?? UNDEFINED
      o.proto = this.prototype
      const mount = native(() => o)
      o.props = new Map<string, V>([
        ['$options', options],
        ['$mount', mount],
      ])
      for (const w of alternatives(options)) if (w.t === 1) this.bus(o, w, site)
      // The store of the root reaches every component.
      for (const w of alternatives(m.get(options, 'store', site)))
        if (w.t === 1 && w.props?.has('commit')) m.set(this.prototype, '$store', w, site)
      o.open = true
      return o
    })
    const self = native(() => vue)
    vue.props = new Map<string, V>([
      ['prototype', this.prototype],
      ['extend', native((args) => args[0] ?? UNDEFINED)],
      ['observable', native((args) => args[0] ?? UNDEFINED)],
      ['use', native((args, site) => this.use(vue, args, site))],
      [
        'mixin',
        native((args) => {
          this.mixin(args[0] ?? UNDEFINED)
          return vue
        }),
      ],
      [
        'set',
        native((args, site) => {
          m.setIndex(args[0] ?? UNDEFINED, args[1] ?? UNDEFINED, args[2] ?? UNDEFINED, site)
          return args[2] ?? UNDEFINED
        }),
      ],
      [
        'nextTick',
        native((args, site) => {
          if (args[0] && isFunction(args[0])) m.callback(args[0], [], 'nextTick', 'callback', null, site)
          return m.promise(UNDEFINED, [], site)
        }),
      ],
      ['component', self],
      ['filter', self],
      ['directive', self],
      ['default', vue],
    ])
    const config = makeObj('object', 0)
    config.open = true
    config.props = new Map<string, V>([['globalProperties', this.prototype]])
    vue.props.set('config', config)
    vue.open = true
    return vue
  }
  /** `new Vue(options)` that is no component: an event bus, or a small model with data and methods. */
  private bus(o: Obj, options: Obj, site: Site): void {
    const m = this.m
    for (const name of ['data', 'methods', 'computed']) {
      const g = m.get(options, name, site)
      const made = isFunction(g) && name === 'data' ? m.call(g, o, [o], site, 'call', 'data') : g
      for (const w of alternatives(made)) if (w.t === 1 && w.props) for (const [k, v] of w.props) o.props!.set(k, v)
    }
  }
  use(vue: V, args: readonly V[], site: Site): V {
    const m = this.m
    const plugin = args[0] ?? UNDEFINED
    const rest = [vue, ...args.slice(1)]
    const install = m.get(plugin, 'install', site)
    if (isFunction(install)) m.call(install, plugin, rest, site, 'call', 'install')
    else if (plugin.t === 1 && plugin.kind === 'function') m.call(plugin, UNDEFINED, rest, site, 'call', 'install')
    return vue
  }
}

/** A proxy object whose members are answered here, each once. */
export function answering(m: Machine, answer: (key: string) => V): Obj {
  const known = new Map<string, V>()
  const o = makeObj('proxy', 0)
  const handler = makeObj('object', 0)
  handler.props = new Map<string, V>([
    [
      'get',
      m.native((_s, args) => {
        const key = args[1]
        if (key?.t !== 0) return UNKNOWN
        const name = String(key.v)
        let v = known.get(name)
        if (!v) {
          v = answer(name)
          known.set(name, v)
        }
        return v
      }),
    ],
  ])
  o.tag = { target: UNDEFINED, handler }
  return o
}
