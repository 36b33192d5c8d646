/** Stores that programs share state with (Vuex, Pinia): commits and dispatches lead to the functions they name. */

import { join } from './join.ts'
import { GETTER, type Machine, NOWHERE } from './machine.ts'
import { alternatives, isFunction, makeConst, makeObj, type Obj, type Site, stringsOf, UNDEFINED, UNKNOWN, type V } from './value.ts'

const MAX_DEPTH = 6

const native = (m: Machine, f: (args: readonly V[], site: Site, self: V) => V): Obj => m.native((self, args, site) => f(args, site, self))
const entries = (v: V): [string, V][] => alternatives(v).flatMap((w) => (w.t === 1 && w.props ? [...w.props] : []))
const getter = (m: Machine, read: (site: Site) => V): Obj => {
  const g = m.native((_s, _a, site) => read(site))
  g.tag = GETTER
  return g
}

/** A Vuex store made of its options. */
class Vuex {
  readonly object: Obj
  private readonly m: Machine
  private readonly state: Obj
  private readonly getters: Obj
  private readonly mutations = new Map<string, { f: V; state: V }>()
  private readonly actions = new Map<string, { f: V; context: V }>()

  constructor(m: Machine, options: V, site: Site) {
    this.m = m
    this.state = m.object('object', site)
    this.state.props = new Map()
    this.getters = m.object('object', site)
    this.getters.props = new Map()
    this.object = m.object('object', site)
    this.object.props = new Map<string, V>([
      ['state', this.state],
      ['getters', this.getters],
      ['commit', native(m, (args, at) => this.run(this.mutations, '', args, at))],
      ['dispatch', native(m, (args, at) => this.run(this.actions, '', args, at))],
      ['subscribe', native(m, () => UNKNOWN)],
      ['registerModule', native(m, (args, at) => this.register(args, at))],
      [
        'watch',
        native(m, (args, at) => {
          if (args[1] && isFunction(args[1])) m.callback(args[1], [UNKNOWN], 'watch', 'observer', null, at)
          return UNKNOWN
        }),
      ],
      [
        'install',
        native(m, (args, at) => {
          // Vue 3: app.use(store)
          const shared = m.get(m.get(args[0] ?? UNDEFINED, 'config', at), 'globalProperties', at)
          if (shared.t === 1) m.set(shared, '$store', this.object, at)
          return UNDEFINED
        }),
      ],
    ])
    this.module(options, '', this.state, 0, site)
  }
  private register(args: readonly V[], site: Site): V {
    const name = args[0] ? stringsOf(args[0])[0] : undefined
    if (name !== undefined) this.child(name, args[1] ?? UNDEFINED, '', this.state, 0, site)
    return UNDEFINED
  }
  private child(name: string, options: V, prefix: string, state: Obj, depth: number, site: Site): void {
    const m = this.m
    const own = m.object('object', site)
    own.props = new Map()
    state.props!.set(name, own)
    const spaced = m.get(options, 'namespaced', site)
    this.module(options, spaced.t === 0 && spaced.v ? `${prefix}${name}/` : prefix, own, depth + 1, site)
  }
  private module(options: V, prefix: string, state: Obj, depth: number, site: Site): void {
    if (depth > MAX_DEPTH) return
    const m = this.m
    const given = m.get(options, 'state', site)
    const made = isFunction(given) ? m.call(given, UNDEFINED, [], site, 'call', 'state') : given
    for (const w of alternatives(made)) if (w.t === 1) m.spreadInto(state, w)
    const local = m.object('object', site)
    local.props = new Map<string, V>([
      ['state', state],
      ['rootState', this.state],
      ['getters', this.getters],
      ['rootGetters', this.getters],
      ['commit', native(m, (args, at) => this.run(this.mutations, prefix, args, at))],
      ['dispatch', native(m, (args, at) => this.run(this.actions, prefix, args, at))],
    ])
    for (const [k, f] of entries(m.get(options, 'mutations', site))) this.mutations.set(prefix + k, { f, state })
    for (const [k, f] of entries(m.get(options, 'actions', site))) {
      const handler = isFunction(f) ? f : m.get(f, 'handler', site)
      this.actions.set(prefix + k, { f: handler, context: local })
    }
    for (const [k, f] of entries(m.get(options, 'getters', site)))
      if (isFunction(f))
        this.getters.props!.set(
          prefix + k,
          getter(m, (at) => m.call(f, UNDEFINED, [state, this.getters, this.state, this.getters], at, 'call', k)),
        )
    for (const [k, x] of entries(m.get(options, 'modules', site))) this.child(k, x, prefix, state, depth, site)
  }
  private run(table: ReadonlyMap<string, { f: V; state?: V; context?: V }>, prefix: string, args: readonly V[], site: Site): V {
    const m = this.m
    let names = args[0] ? stringsOf(args[0]) : []
    let payload = args[1] ?? UNDEFINED
    if (args[0]?.t === 1) {
      // commit({type, …})
      names = stringsOf(m.get(args[0], 'type', site))
      payload = args[0]
    }
    const options = args[2]
    const root = options?.t === 1 && m.get(options, 'root', site).t === 0 && (m.get(options, 'root', site) as { v: unknown }).v === true
    let out: V | null = null
    for (const name of names) {
      const found = table.get(root ? name : prefix + name) ?? table.get(name)
      if (!found) continue
      const r = m.call(found.f, this.object, [found.state ?? found.context ?? UNDEFINED, payload], site, 'call', name)
      out = out ? join(out, r) : r
    }
    return table === this.actions ? m.settle(out ?? UNKNOWN, site) : UNDEFINED
  }
}

/** Vuex as a module: Store, createStore, useStore and the map helpers. */
export function vuex(m: Machine): Obj {
  let store: Obj | null = null
  const make = native(m, (args, site) => {
    const made = new Vuex(m, args[0] ?? UNDEFINED, site).object
    store = made
    return made
  })
  const storeOf = (self: V, site: Site): V => {
    const own = m.get(self, '$store', site)
    return own.t === 1 ? own : (store ?? UNKNOWN)
  }
  /** [local name, name in the store | function] of mapX([…]), mapX({…}) and mapX(namespace, …). */
  const mapped = (args: readonly V[]): { space: string; pairs: [string, V][] } => {
    const space = args.length > 1 && args[0] ? (stringsOf(args[0])[0] ?? '') : ''
    const what = (args.length > 1 ? args[1] : args[0]) ?? UNDEFINED
    const pairs: [string, V][] = []
    for (const w of alternatives(what)) {
      if (w.t !== 1) continue
      if (w.items) for (const i of w.items) for (const s of stringsOf(i)) pairs.push([s, i])
      else pairs.push(...(w.props ?? []))
    }
    return { space: space === '' || space.endsWith('/') ? space : `${space}/`, pairs }
  }
  const mapper = (one: (space: string, target: V, self: V, args: readonly V[], site: Site) => V): Obj =>
    native(m, (args, site) => {
      const { space, pairs } = mapped(args)
      const o = m.object('object', site)
      o.props = new Map(pairs.map(([k, target]) => [k, native(m, (given, at, self) => one(space, target, self, given, at))]))
      return o
    })
  const member = (which: 'commit' | 'dispatch') =>
    mapper((space, target, self, args, site) => {
      const s = storeOf(self, site)
      const act = m.get(s, which, site)
      if (isFunction(target)) return m.call(target, self, [act, ...args], site, 'call')
      let out: V = UNDEFINED
      for (const name of stringsOf(target)) out = m.call(act, s, [makeConst(space + name), ...args], site, 'call', name)
      return out
    })
  const o = m.object('object', null)
  o.props = new Map<string, V>([
    ['Store', make],
    ['createStore', make],
    ['useStore', native(m, () => store ?? UNKNOWN)],
    ['install', native(m, () => UNDEFINED)],
    [
      'mapState',
      mapper((space, target, self, _args, site) => {
        let state = m.get(storeOf(self, site), 'state', site)
        for (const part of space.split('/').filter(Boolean)) state = m.get(state, part, site)
        return isFunction(target)
          ? m.call(target, self, [state, m.get(storeOf(self, site), 'getters', site)], site, 'call')
          : m.getIndex(state, target, site)
      }),
    ],
    [
      'mapGetters',
      mapper((space, target, self, _args, site) => {
        const getters = m.get(storeOf(self, site), 'getters', site)
        return stringsOf(target)
          .map((name) => m.get(getters, space + name, site))
          .reduce<V>((a, b) => (a === UNDEFINED ? b : join(a, b)), UNDEFINED)
      }),
    ],
    ['mapMutations', member('commit')],
    ['mapActions', member('dispatch')],
  ])
  o.props.set('default', o)
  return o
}

/** Pinia: defineStore(id, options | setup) gives the function that gives the one store. */
export function defineStore(m: Machine): Obj {
  return native(m, (args, site) => {
    const last = args.length > 1 ? args[1]! : (args[0] ?? UNDEFINED)
    let store: Obj | null = null
    return native(m, () => {
      if (store) return store
      const made = makeObj('object', 0)
      made.props = new Map()
      store = made
      if (isFunction(last)) {
        for (const w of alternatives(m.call(last, UNDEFINED, [], site, 'call', 'setup')))
          if (w.t === 1) for (const [k, v] of w.props ?? []) made.props.set(k, unwrap(m, v))
      } else {
        const given = m.get(last, 'state', site)
        const state = isFunction(given) ? m.call(given, UNDEFINED, [], site, 'call', 'state') : given
        for (const w of alternatives(state)) if (w.t === 1) m.spreadInto(made, w)
        for (const [k, f] of entries(m.get(last, 'getters', site)))
          if (isFunction(f))
            made.props.set(
              k,
              getter(m, (at) => m.call(f, made, [made], at, 'call', k)),
            )
        // An action's own `this` is the store however it is taken out of it.
        for (const [k, f] of entries(m.get(last, 'actions', site)))
          if (isFunction(f))
            made.props.set(
              k,
              native(m, (given2, at) => m.call(f, made, given2, at, 'call', k)),
            )
      }
      made.props.set('$state', made)
      made.props.set(
        '$patch',
        native(m, (given2, at) => {
          const change = given2[0] ?? UNDEFINED
          if (isFunction(change)) m.call(change, UNDEFINED, [made], at, 'call', '$patch')
          else for (const w of alternatives(change)) for (const [k, v] of w.t === 1 ? (w.props ?? []) : []) m.set(made, k, v, at)
          return UNDEFINED
        }),
      )
      for (const k of ['$reset', '$subscribe', '$onAction', '$dispose'])
        made.props.set(
          k,
          native(m, () => UNDEFINED),
        )
      return made
    })
  })
}
const unwrap = (m: Machine, v: V): V =>
  v.t === 1 && v.kind === 'object' && v.props?.size === 1 && v.props.has('value') ? getter(m, () => m.get(v, 'value', NOWHERE)) : v
