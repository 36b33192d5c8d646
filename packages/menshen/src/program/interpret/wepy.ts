/**
 * wepy builds. Version 1: pages are classes handed to `wepy.$createPage`; handlers stand in `methods`, data is reached by
 * `this`, components are copied into the page's template under names like `$cart$add`. Version 2: Vue-like options and
 * a table of handlers, to which every element is bound by `_proxy`.
 */
import type { ProgramModel } from '../types.ts'
import type { Framework } from './frameworks.ts'
import { join } from './join.ts'
import { GETTER, type Machine, NOWHERE, RATION } from './machine.ts'
import type { PlatformApi } from './platform.ts'
import { type Compiled, LATER, type UnitState } from './unit-state.ts'
import type { Units } from './units.ts'
import { alternatives, isFunction, makeObj, type Obj, type Site, stringsOf, TRUE, UNDEFINED, UNKNOWN, type V } from './value.ts'
import { Vue } from './vue.ts'

const LIFECYCLES = new Set(['onLaunch', 'onShow', 'onLoad', 'onReady'])
const MOVES: Readonly<Record<string, string>> = {
  $navigate: 'navigateTo',
  $redirect: 'redirectTo',
  $switch: 'switchTab',
  $relaunch: 'reLaunch',
  $back: 'navigateBack',
}
/** What stands in a class beside its own methods. */
const FIELDS = new Set([
  'config',
  'components',
  'data',
  'methods',
  'computed',
  'events',
  'mixins',
  'props',
  'watch',
  'customData',
  'globalData',
])
const MAX_DEPTH = 6

/** A page or component while it is put together. */
interface Part {
  readonly instance: Obj
  readonly prefix: string
  readonly parent: Part | null
  /** Handlers of what this part emits: of its own tag in the parent's template. */
  readonly listens: ReadonlyMap<string, string>
}

export function wepy(model: ProgramModel): Framework {
  const ns = model.platform === 'wechat' ? 'wx' : 'tt'
  let library: Obj | null = null
  let vue: Vue | null = null
  /** Handler tables of version 2. */
  const tables = new Map<UnitState, V>()

  const native = (m: Machine, f: (args: readonly V[], site: Site, self: V) => V): Obj => m.native((self, args, site) => f(args, site, self))
  const bound = (f: V, self: Obj): V => {
    const out = alternatives(f).map((g) => {
      if (g.t !== 1 || !g.fn) return g
      const b = makeObj('function', g.region)
      Object.assign(b, { fn: g.fn, frame: g.frame, file: g.file, start: g.start, end: g.end, boundThis: self })
      return b
    })
    return out.slice(1).reduce<V>((a, b) => join(a, b), out[0] as V)
  }
  const entries = (v: V): [string, V][] => alternatives(v).flatMap((w) => (w.t === 1 && w.props ? [...w.props] : []))

  // ---- version 1 ---------------------------------------------------------------------------------------------------

  const acceptClass = (m: Machine, units: Units, api: PlatformApi, state: UnitState, cls: V): void => {
    for (const c of alternatives(cls)) {
      if (c.t !== 1) continue
      state.defined = true
      state.data.props = state.instance.props
      build(m, units, api, state, c, { instance: state.instance, prefix: '', parent: null, listens: new Map() }, 0)
      return
    }
    state.opaque ||= 'framework'
  }
  const build = (m: Machine, units: Units, api: PlatformApi, state: UnitState, cls: Obj, part: Part, depth: number): void => {
    const { instance, prefix } = part
    const prototype = m.get(cls, 'prototype', NOWHERE)
    if (prototype.t === 1) instance.proto = prototype
    members(m, api, part)
    if (cls.kind === 'class') m.runConstructor(cls, instance, [], NOWHERE)
    else m.call(cls, instance, [], NOWHERE, 'call', 'constructor')
    const field = (name: string): V => instance.props!.get(name) ?? UNDEFINED
    const shown = (name: string, v: V): void => {
      instance.props!.set(name, v)
      if (prefix === '') return
      const read = m.native(() => m.get(instance, name, NOWHERE))
      read.tag = GETTER
      state.data.props!.set(prefix + name, read)
    }
    const props = field('props')
    for (const name of props.t === 1 && props.items ? props.items.flatMap(stringsOf) : entries(props).map(([k]) => k))
      if (!instance.props!.has(name)) shown(name, UNKNOWN)
    for (const [k, v] of entries(field('data'))) shown(k, v)
    for (const mixin of listed(field('mixins'))) mixed(m, state, instance, mixin, shown)
    for (const [k, f] of entries(field('computed'))) {
      if (!isFunction(f)) continue
      const read = m.native((_s, _a, site) => m.call(f, instance, [], site, 'call', k))
      read.tag = GETTER
      shown(k, read)
    }
    for (const [k, f] of entries(field('methods'))) if (isFunction(f)) state.methods.set(prefix + k, bound(f, instance))
    for (const [k, f] of entries(field('watch')))
      if (isFunction(f)) state.observers.push({ keys: [prefix + k.split('.')[0]!], fn: bound(f, instance) })
    for (let o: Obj | null = prototype.t === 1 ? prototype : null, hops = 0; o && hops < 6; o = o.proto, hops++)
      for (const [k, f] of o.props ?? []) {
        lifecycle(state, k, bound(f, instance))
        if (k !== 'constructor' && !k.startsWith('$')) own.push([state, k, f, instance])
      }
    for (const [k, f] of [...instance.props!]) lifecycle(state, k, bound(f, instance))
    if (depth < MAX_DEPTH) children(m, units, api, state, part, depth)
  }
  /** Functions of the classes themselves, which templates do not bind. */
  const own: [UnitState, string, V, Obj][] = []
  const listed = (v: V): Obj[] => (v.t === 1 ? (v.items ?? []).flatMap((x) => alternatives(x)).filter((x): x is Obj => x.t === 1) : [])
  const lifecycle = (state: UnitState, name: string, f: V): void => {
    if (!isFunction(f)) return
    if (LIFECYCLES.has(name)) state.lifecycles.push([name, f])
    else if (Object.hasOwn(LATER, name)) state.methods.set(name, f)
  }
  const mixed = (m: Machine, state: UnitState, instance: Obj, mixin: Obj, shown: (name: string, v: V) => void): void => {
    const made = m.construct(mixin, [], NOWHERE)
    if (made.t !== 1) return
    for (const [k, v] of entries(m.get(made, 'data', NOWHERE))) if (!instance.props!.has(k)) shown(k, v)
    for (const [k, f] of entries(m.get(made, 'methods', NOWHERE))) if (!state.methods.has(k)) state.methods.set(k, bound(f, instance))
    for (let o: Obj | null = made; o; o = o.proto)
      for (const [k, f] of o.props ?? []) {
        if (k === 'constructor' || FIELDS.has(k) || !isFunction(f)) continue
        lifecycle(state, k, bound(f, instance))
        if (!instance.props!.has(k)) instance.props!.set(k, f)
      }
  }
  const children = (m: Machine, units: Units, api: PlatformApi, state: UnitState, part: Part, depth: number): void => {
    const { instance, prefix } = part
    const given = new Map(entries(instance.props!.get('$props') ?? UNDEFINED))
    const events = new Map(entries(instance.props!.get('$events') ?? UNDEFINED))
    for (const [name, cls] of entries(instance.props!.get('components') ?? UNDEFINED)) {
      const c = alternatives(cls).find((x): x is Obj => x.t === 1 && isFunction(x))
      if (!c) {
        if (cls.t === 2) state.opaque ||= 'framework'
        continue
      }
      const child = makeObj('object', -1)
      child.props = new Map()
      const listens = new Map<string, string>()
      for (const [k, v] of entries(events.get(name) ?? UNDEFINED))
        for (const f of stringsOf(v)) listens.set(k.replace(/^v-on:/, '').replace(/\.\w+$/, ''), f)
      const inner: Part = { instance: child, prefix: `${prefix}$${name}$`, parent: part, listens }
      for (const [k, v] of entries(given.get(name) ?? UNDEFINED)) {
        const prop = k.replace(/^(?:v-bind:|:)/, '').replace(/\.\w+$/, '')
        if (prop === k) {
          child.props.set(prop, v)
          continue
        }
        const read = m.native(
          () => stringsOf(v).map((path) => path.split('.').reduce<V>((o, key) => m.get(o, key, NOWHERE), instance))[0] ?? UNKNOWN,
        )
        read.tag = GETTER
        child.props.set(prop, read)
      }
      ;(instance.props!.get('$com') as Obj).props!.set(name, child)
      build(m, units, api, state, c, inner, depth + 1)
      for (const k of [...child.props.keys()])
        if (!FIELDS.has(k) && !state.data.props!.has(inner.prefix + k) && !k.startsWith('$')) {
          const read = m.native(() => m.get(child, k, NOWHERE))
          read.tag = GETTER
          state.data.props!.set(inner.prefix + k, read)
        }
    }
  }
  /** $apply, $emit, $navigate and the like. */
  const members = (m: Machine, api: PlatformApi, part: Part): void => {
    const { instance } = part
    const own = makeObj('object', 0)
    own.proto = instance.proto
    own.open = true
    const com = makeObj('object', 0)
    com.props = new Map()
    const nothing = native(m, (args, site) => {
      for (const a of args) if (isFunction(a)) m.callback(a, [], '$apply', 'callback', null, site)
      return UNDEFINED
    })
    const send = (from: Part, name: string, args: readonly V[], site: Site): void => {
      const target = from.listens.get(name)
      const up = from.parent
      if (target && up) {
        const f = m.get(up.instance.props!.get('methods') ?? UNDEFINED, target, site)
        if (isFunction(f)) m.callback(f, args, name, 'event', null, site, up.instance)
      }
      for (let p = up; p; p = p.parent) {
        const f = m.get(p.instance.props!.get('events') ?? UNDEFINED, name, site)
        if (isFunction(f)) m.callback(f, args, name, 'event', null, site, p.instance)
      }
    }
    const below = (at: Obj, name: string, args: readonly V[], site: Site, depth: number): void => {
      if (depth > MAX_DEPTH) return
      for (const child of (at.props!.get('$com') as Obj | undefined)?.props?.values() ?? []) {
        if (child.t !== 1) continue
        const f = m.get(child.props!.get('events') ?? UNDEFINED, name, site)
        if (isFunction(f)) m.callback(f, args, name, 'event', null, site, child)
        below(child, name, args, site, depth + 1)
      }
    }
    const rows: [string, V][] = [
      ['$apply', nothing],
      ['$nextTick', nothing],
      ['$com', com],
      ['$parent', part.parent ? part.parent.instance : UNKNOWN],
      [
        '$emit',
        native(m, (args, site) => {
          for (const name of args[0] ? stringsOf(args[0]) : []) send(part, name, args.slice(1), site)
          return UNDEFINED
        }),
      ],
      [
        '$broadcast',
        native(m, (args, site) => {
          for (const name of args[0] ? stringsOf(args[0]) : []) below(instance, name, args.slice(1), site, 0)
          return UNDEFINED
        }),
      ],
      [
        '$invoke',
        native(m, (args, site) => {
          let out: V = UNKNOWN
          for (const name of args[0] ? stringsOf(args[0]) : [])
            for (const method of args[1] ? stringsOf(args[1]) : []) {
              const child = com.props!.get(name.replace(/^.*\//, ''))
              if (child?.t !== 1) continue
              const f = join(m.get(child.props!.get('methods') ?? UNDEFINED, method, site), m.get(child, method, site))
              if (isFunction(f)) out = m.call(f, child, args.slice(2), site, 'call', method)
            }
          return out
        }),
      ],
    ]
    for (const [name, to] of Object.entries(MOVES))
      rows.push([
        name,
        native(m, (args, site) => {
          let options = args[0] ?? UNDEFINED
          if (options.t !== 1) {
            const o = m.object('object', site)
            o.props = new Map([[name === '$back' ? 'delta' : 'url', options]])
            options = o
          }
          return m.call(api.object(ns, to), UNDEFINED, [options], site, 'call')
        }),
      ])
    for (const [k, v] of rows) instance.props!.set(k, v)
  }
  const libraryOf = (m: Machine, units: Units, api: PlatformApi): Obj => {
    if (library) return library
    const base = (): Obj => {
      const c = m.native(() => UNDEFINED)
      const prototype = makeObj('object', 0)
      prototype.props = new Map<string, V>([
        ['use', native(m, () => UNDEFINED)],
        ['intercept', native(m, (args, site) => intercept(m, args, site))],
      ])
      c.props = new Map([['prototype', prototype as V]])
      return c
    }
    const create = (app: boolean): V =>
      native(m, (args) => {
        const state = app ? units.app : units.current()
        if (state && args[0]) acceptClass(m, units, api, state, args[0])
        return m.object('object', null)
      })
    const define = (app: boolean): Obj => {
      // Version 2 calls wepy.page(options, relations); version 1 inherits from it.
      const c = native(m, (args) => {
        const state = app ? units.app : units.current()
        if (!state || args[0]?.t !== 1 || isFunction(args[0])) return UNDEFINED
        vue ??= new Vue(m, units)
        vue.accept(state, args[0])
        if (args[1]) tables.set(state, m.get(args[1], 'handlers', NOWHERE))
        return UNDEFINED
      })
      c.props = base().props
      return c
    }
    const o = makeObj('object', 0)
    o.proto = api.object(ns, '')
    o.props = new Map<string, V>([
      ['page', define(false)],
      ['component', define(false)],
      ['app', define(true)],
      ['mixin', base()],
      ['event', base()],
      ['$createPage', create(false)],
      ['$createComponent', create(false)],
      ['$createApp', create(true)],
      ['$instance', units.app.instance],
      ['use', native(m, () => UNDEFINED)],
      ['wx', api.object(ns, '')],
    ])
    o.props.set('default', o)
    o.props.set('__esModule', TRUE)
    library = o
    return o
  }
  /** Interceptors of requests see what is sent and answered. */
  const intercept = (m: Machine, args: readonly V[], site: Site): V => {
    for (const [k, f] of entries(args[1] ?? UNDEFINED)) if (isFunction(f)) m.callback(f, [UNKNOWN], k, 'callback', null, site)
    return UNDEFINED
  }

  return {
    standIn: (m, units, api, file) =>
      /(?:^|\/)npm\/(?:wepy\/lib\/wepy|@wepy\/core\/\S*)\.js$/.test(file) ? libraryOf(m, units, api) : null,
    module: (m, units, api, source) =>
      /\$createApp|initHooks/.test(source) && /_proxy|\$createPage/.test(source) && source.length > 4000 ? libraryOf(m, units, api) : null,
    settled(units) {
      for (const [state, name, f, instance] of own) {
        const g = bound(f, instance)
        if (g.t === 1 && g.fn && !units.m.wasEntered(g)) units.run('unbound', name, state, g, [UNKNOWN], RATION.unbound)
      }
    },
    compiled: (units, state, value, event, dataset) => {
      const m = units.m
      if (value.t === 0 && value.v === '_proxy') return eventTable(m, tables.get(state) ?? UNDEFINED, state, event, dataset())
      return withArguments(m, state, value, dataset)
    },
  }
}

/** Arguments of a handler stand in the dataset: data-wpyopen-a, data-wpyopen-b. */
function withArguments(m: Machine, state: UnitState, value: V, dataset: () => V): Compiled | null {
  const names = stringsOf(value)
  const functions: V[] = []
  for (const name of names) {
    const f = state.methods.get(name)
    if (!f || !isFunction(f)) continue
    const target = name.slice(name.lastIndexOf('$') + 1)
    const run = m.native((_s, [e], site) => {
      const args: V[] = []
      const given = dataset()
      for (let i = 0; i < 26; i++) {
        const v = m.get(given, `wpy${target.toLowerCase()}${String.fromCharCode(65 + i)}`, site)
        if (v.t === 0 && v.v === undefined) break
        args.push(v)
      }
      return m.call(f, state.instance, [...args, e ?? UNKNOWN], site, 'call', name)
    })
    if (f.t === 1) Object.assign(run, { fn: f.fn, frame: f.frame, file: f.file, start: f.start, end: f.end })
    functions.push(run)
  }
  return names.length ? { names, functions } : null
}

/** `data-wpy-evt` names a row of the handlers' table; each row has a function for each event. */
function eventTable(m: Machine, table: V, state: UnitState, event: string, dataset: V): Compiled {
  const functions: V[] = []
  const f = m.get(m.getIndex(table, m.get(dataset, 'wpyEvt', NOWHERE), NOWHERE), event, NOWHERE)
  for (const g of alternatives(f)) {
    if (!isFunction(g)) continue
    const run = m.native((_s, [e], site) => m.call(g, state.instance, [e ?? UNKNOWN], site, 'call', event))
    if (g.t === 1) Object.assign(run, { fn: g.fn, frame: g.frame, file: g.file, start: g.start, end: g.end })
    functions.push(run)
  }
  return { names: functions.length ? [event] : [], functions }
}
