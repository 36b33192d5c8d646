/**
 * uni-app builds. For Vue 3, pages are handed to wx.createPage, templates read the object that a compiled render function
 * returns, and everything from Vue and uni comes out of common/vendor.js, which is stood in for by name. For Vue 2, all
 * of it stands in a bundle; templates read the data itself and bind every event to `__e`, with a table of the handlers.
 */
import type { ProgramModel } from '../types.ts'
import type { Framework } from './frameworks.ts'
import { join } from './join.ts'
import { GETTER, type Machine, NOWHERE, RATION } from './machine.ts'
import type { PlatformApi } from './platform.ts'
import { defineStore, vuex } from './store.ts'
import { type Compiled, LATER, type UnitState } from './unit-state.ts'
import type { Units } from './units.ts'
import { alternatives, isFunction, makeObj, type Obj, type Site, stringsOf, UNDEFINED, UNKNOWN, type V } from './value.ts'
import { answering, HOOKS, Vue } from './vue.ts'

/** Functions of the compiled code that give back what they are given. */
const SAME = new Set([
  'o',
  't',
  'n',
  's',
  'p',
  'sr',
  'w',
  'reactive',
  'shallowReactive',
  'readonly',
  'toRaw',
  'markRaw',
  'defineComponent',
  'withModifiers',
  'toDisplayString',
  'normalizeClass',
  'normalizeStyle',
  'renderProps',
  'wxs',
])

const native = (m: Machine, f: (args: readonly V[], site: Site) => V): V => m.native((_s, args, site) => f(args, site))

export function uniApp(model: ProgramModel): Framework {
  const own = model.platform === 'wechat' ? 'wx' : 'tt'
  let vue: Vue | null = null
  const vueOf = (m: Machine, units: Units): Vue => {
    vue ??= new Vue(m, units)
    return vue
  }
  let stores: Obj | null = null
  const storesOf = (m: Machine): Obj => {
    stores ??= vuex(m)
    return stores
  }
  let constructorObject: Obj | null = null

  // ---- Vue 3: common/vendor.js by name -----------------------------------------------------------------------------

  const refOf = (m: Machine, value: V): Obj => {
    const o = m.object('object', null)
    o.props = new Map([['value', value]])
    return o
  }
  const computed = (m: Machine, given: V): Obj => {
    const getter = isFunction(given) ? given : m.get(given, 'get', NOWHERE)
    const read = m.native((_s, _a, site) => m.call(getter, UNDEFINED, [], site, 'call', 'computed'))
    read.tag = GETTER
    return refOf(m, read)
  }
  const application = (m: Machine, units: Units, options: V): Obj => {
    const v = vueOf(m, units)
    const o = m.object('object', null)
    const self = native(m, () => o)
    const config = m.object('object', null)
    config.props = new Map<string, V>([['globalProperties', v.prototype]])
    config.open = true
    o.props = new Map<string, V>([
      ['config', config],
      ['component', self],
      ['directive', self],
      ['provide', self],
      [
        'mixin',
        native(m, (args) => {
          v.mixin(args[0] ?? UNDEFINED)
          return o
        }),
      ],
      ['use', native(m, (args, site) => v.use(o, args, site))],
      ['mount', native(m, () => UNKNOWN)],
    ])
    o.open = true
    v.accept(units.app, options)
    return o
  }
  const vendor = (m: Machine, units: Units, api: PlatformApi, file: string, key: string): V => {
    if (key === 'index' || key === 'uni' || key === 'wx$1') return api.object(own, '')
    const v = vueOf(m, units)
    const hook = Object.hasOwn(HOOKS, key) ? HOOKS[key] : undefined
    if (hook || Object.hasOwn(LATER, key))
      return native(m, (args) => {
        const state = v.setting ?? units.current() ?? units.app
        if (args[0] && isFunction(args[0])) {
          if (hook) state.lifecycles.push([hook, args[0]])
          else state.methods.set(key, args[0])
        }
        return UNDEFINED
      })
    if (SAME.has(key)) return native(m, (args) => args[0] ?? UNDEFINED)
    switch (key) {
      case 'ref':
      case 'shallowRef':
      case 'customRef':
        return native(m, (args) => refOf(m, args[0] ?? UNDEFINED))
      case 'computed':
        return native(m, (args) => computed(m, args[0] ?? UNDEFINED))
      case 'unref':
        return native(m, (args, site) => join(args[0] ?? UNDEFINED, m.get(args[0] ?? UNDEFINED, 'value', site)))
      case 'toRefs':
      case 'storeToRefs':
        return native(m, (args, site) => {
          const o = m.object('object', site)
          const from = args[0] ?? UNDEFINED
          o.props = new Map()
          if (from.t === 1 && from.props) for (const [k, x] of from.props) o.props.set(k, refOf(m, x))
          return o
        })
      case 'toRef':
        return native(m, (args, site) => refOf(m, m.getIndex(args[0] ?? UNDEFINED, args[1] ?? UNDEFINED, site)))
      case 'watch':
      case 'watchEffect':
        return native(m, (args, site) => {
          const f = key === 'watch' ? args[1] : args[0]
          if (f && isFunction(f)) m.callback(f, [UNKNOWN, UNKNOWN], 'watch', 'observer', null, site)
          return UNKNOWN
        })
      case 'nextTick':
      case 'nextTick$1':
        return native(m, (args, site) => {
          if (args[0] && isFunction(args[0])) m.callback(args[0], [], 'nextTick', 'callback', null, site)
          return m.promise(UNDEFINED, [], site)
        })
      case 'f':
      case 'vFor':
        // The compiled v-for: each element is turned into an object that the template reads.
        return native(m, (args, site) => {
          const [list, f] = [args[0] ?? UNDEFINED, args[1] ?? UNDEFINED]
          const items = list.t === 1 && list.items && list.items.length <= 48 ? list.items : null
          if (items)
            return m.list(
              items.map((e) => m.call(f, UNDEFINED, [e, UNKNOWN, UNKNOWN], site, 'call', 'v-for')),
              site,
            )
          const out = m.object('array', site)
          out.any = m.call(f, UNDEFINED, [m.everything(list, UNKNOWN, site), UNKNOWN, UNKNOWN], site, 'call', 'v-for')
          return out
        })
      case 'e':
      case 'extend':
        // Compiled render functions put their pieces together with it.
        return native(m, (args) => {
          const target = args[0] ?? UNDEFINED
          if (target.t === 1) for (const a of args.slice(1)) m.spreadInto(target, a)
          return target
        })
      case '_export_sfc':
        return native(m, (args, site) => {
          const sfc = args[0] ?? UNDEFINED
          const pairs = args[1]
          if (pairs?.t === 1) for (const pair of pairs.items ?? []) m.setIndex(sfc, m.get(pair, '0', site), m.get(pair, '1', site), site)
          return sfc
        })
      case 'createSSRApp':
      case 'createApp':
        return native(m, (args) => application(m, units, args[0] ?? UNDEFINED))
      case 'getCurrentInstance':
        return native(m, () => {
          const state = v.setting ?? units.current()
          const o = m.object('object', null)
          if (state) o.props = new Map<string, V>([['proxy', state.instance]])
          o.open = true
          return o
        })
      case 'useSlots':
      case 'useAttrs':
      case 'inject':
      case 'provide':
      case 'resolveComponent':
      case 'createPinia':
        return native(m, () => UNKNOWN)
      case 'defineStore':
        return defineStore(m)
      case 'createStore':
      case 'useStore':
      case 'mapState':
      case 'mapGetters':
      case 'mapMutations':
      case 'mapActions':
      case 'Store':
        return m.get(storesOf(m), key, NOWHERE)
    }
    // A package of the program that the build put into the same file.
    const real = m.walkedExports(file)
    const value = real ? m.get(real, key, NOWHERE) : UNKNOWN
    return value.t === 1 ? value : native(m, (args, site) => m.unknownCall(UNKNOWN, args, site))
  }

  // ---- Vue 2: modules of a bundle by their text --------------------------------------------------------------------

  const bundled = (m: Machine, units: Units, api: PlatformApi, source: string): V | null => {
    if (/\bcreatePage\b/.test(source) && /\bcreateComponent\b/.test(source) && /\bcreateApp\b/.test(source)) {
      const o = makeObj('object', 0)
      const create = (kind: 'App' | 'Page'): V =>
        native(m, (args, site) => {
          const given = args[0] ?? UNDEFINED
          const state = kind === 'App' ? units.app : units.current()
          if (state) accept(m, units, state, kind === 'App' ? join(m.get(given, '$options', site), UNDEFINED) : given)
          return given
        })
      o.props = new Map<string, V>([
        ['createApp', create('App')],
        ['createPage', create('Page')],
        ['createComponent', create('Page')],
        ['createPlugin', create('App')],
        ['createSubpackageApp', create('App')],
        ['default', api.object(own, '')],
      ])
      return o
    }
    // The build hands `wx` over as a copy that it makes of it, member by member.
    if (/["']lanDebug["']/.test(source) && /\bgetLaunchOptionsSync\b/.test(source) && /\bfor\s*\(/.test(source)) {
      const o = makeObj('object', 0)
      o.props = new Map<string, V>([['default', api.object(own, '')]])
      return o
    }
    if (/\$mount\b/.test(source) && /__patch__/.test(source) && /\bmixin\b/.test(source)) {
      constructorObject ??= vueOf(m, units).constructorObject()
      return constructorObject
    }
    if (/\bmapMutations\b/.test(source) && /\bmapActions\b/.test(source) && /_mutations\b/.test(source)) return storesOf(m)
    return null
  }
  const accept = (m: Machine, units: Units, state: UnitState, options: V): void =>
    vueOf(m, units).accept(
      state,
      options.t === 3
        ? alternatives(options)
            .filter((w) => w.t === 1)
            .reduce<V>((a, b) => (a === UNDEFINED ? b : join(a, b)), UNDEFINED)
        : options,
    )

  // ---- what templates read -----------------------------------------------------------------------------------------

  const render = (units: Units): void => {
    const m = units.m
    for (const [state, list] of vue?.renders ?? []) {
      const self = unwrapped(m, state.instance)
      const at = { file: state.unit.script ?? '', start: 0, end: 0 }
      m.enterRoot({ kind: 'module', name: 'render', unit: state.unit, at }, RATION.handler, () => {
        for (const f of list) {
          const view = viewModel(m, state)
          const args = [self, m.list([], null), self, self, self, self]
          const out = m.call(f, view, args, NOWHERE, 'call', 'render')
          for (const w of alternatives(out))
            if (w.t === 1 && w.props) for (const [k, v] of w.props) if (k.length <= 3) state.data.props!.set(k, v)
          // Vue 2 leaves what it computed under $root.
          const made = m.get(m.get(view, '$mp', NOWHERE), 'data', NOWHERE)
          for (const w of alternatives(made))
            if (w.t === 1) for (const [k, v] of w.props ?? []) if (isFunction(v) === false) state.data.props!.set(k, v)
          for (const [k, v] of view.props ?? []) if (/^e\d+$/.test(k)) state.instance.props!.set(k, v)
        }
      })
    }
  }
  /** `this` of a Vue 2 render function: the instance, and the helpers that compiled templates call. */
  const viewModel = (m: Machine, state: UnitState): Obj => {
    const o = makeObj('object', m.region)
    o.proto = state.instance
    const mp = m.object('object', null)
    mp.props = new Map<string, V>([['data', UNDEFINED]])
    const first = native(m, (args) => args[0] ?? UNDEFINED)
    o.props = new Map<string, V>([
      ['_self', o],
      ['$mp', mp],
      ['$createElement', native(m, () => UNKNOWN)],
      ['_c', native(m, () => UNKNOWN)],
      ['_isMounted', UNKNOWN],
      ['__get_orig', first],
      ['__get_style', first],
      ['__get_value', first],
      ['__get_class', first],
      ['_f', native(m, () => first)],
      [
        '__map',
        native(m, (args, site) => {
          const [list, f] = [args[0] ?? UNDEFINED, args[1] ?? UNDEFINED]
          const one = (e: V): V => m.call(f, UNDEFINED, [e, UNKNOWN], site, 'call', 'v-for')
          if (list.t === 1 && list.items && list.items.length <= 48) return m.list(list.items.map(one), site)
          const out = m.object('array', site)
          out.any = one(m.everything(list, UNKNOWN, site))
          return out
        }),
      ],
    ])
    return o
  }
  /** The instance as a template sees it: refs give their value. */
  const unwrapped = (m: Machine, instance: Obj): Obj => {
    const o = makeObj('object', 0)
    o.props = new Map()
    for (const [k, v] of instance.props!)
      o.props.set(k, v.t === 1 && v.kind === 'object' && v.props?.size === 1 && v.props.has('value') ? m.get(v, 'value', NOWHERE) : v)
    o.open = true
    o.proto = instance
    return o
  }

  return {
    standIn(m, units, api, file, source) {
      if (!/(?:^|\/)common\/vendor\.js$/.test(file) || /webpackJsonp|webpackChunk/.test(source.slice(0, 2000))) return null
      return answering(m, (key) => vendor(m, units, api, file, key))
    },
    module: bundled,
    call(units, api, args, site) {
      const kind = /^create(App|Page|Component|SubpackageApp|PluginApp)$/.exec(api.api)?.[1]
      if (kind) {
        const state = kind === 'Page' || kind === 'Component' ? units.current() : units.app
        if (state && args[0]) accept(units.m, units, state, args[0])
        return UNDEFINED
      }
      if (!/^\$(?:on|once|off|emit)$/.test(api.api)) return undefined
      // The framework's own bus: who listens is called by whoever emits, some time.
      const f = args[1]
      if (f && isFunction(f) && api.api !== '$off') units.m.callback(f, [UNKNOWN], api.api, 'event', null, site)
      return UNDEFINED
    },
    global: (_m, _u, api, name) => (name === 'uni' ? api.object(own, '') : undefined),
    compiled: (units, state, value, event, dataset) =>
      value.t === 0 && value.v === '__e' ? eventTable(units, state, event, dataset()) : null,
    inner: ['__l'],
    defined: render,
    settled: render,
  }
}

/** `data-event-opts`: [[event, [[handler, arguments, data paths], …]], …]. */
function eventTable(units: Units, state: UnitState, event: string, dataset: V): Compiled {
  const m = units.m
  const names: string[] = []
  const functions: V[] = []
  const items = (v: V | undefined): readonly V[] => (v?.t === 1 ? (v.items ?? []) : [])
  for (const row of items(m.get(dataset, 'eventOpts', NOWHERE))) {
    const [type, handlers] = items(row)
    if (!type || !stringsOf(type).some((t) => t.replace(/^[~&*^!]+/, '').toLowerCase() === event.toLowerCase())) continue
    const custom = stringsOf(type).some((t) => t.startsWith('^'))
    for (const handler of items(handlers)) {
      const [given, args, paths] = items(handler)
      for (const name of given ? stringsOf(given) : []) {
        names.push(name)
        const f =
          name === '__set_model'
            ? model(m, state, items(args), items(paths), custom)
            : (state.methods.get(name) ?? state.instance.props!.get(name))
        if (!f || !isFunction(f)) continue
        const run = m.native((_s, [e], site) => {
          const said = e ? (custom ? m.get(e, 'detail', site) : e) : UNKNOWN
          const values =
            name === '__set_model' ? [e ?? UNKNOWN] : args ? items(args).map((a) => argument(m, state, a, items(paths), said)) : [said]
          return m.call(f, state.instance, values, site, 'call', name)
        })
        if (f.t === 1) Object.assign(run, { fn: f.fn, frame: f.frame, file: f.file, start: f.start, end: f.end })
        functions.push(run)
      }
    }
  }
  return { names, functions }
}
function argument(m: Machine, state: UnitState, a: V, paths: readonly V[], event: V): V {
  if (a.t !== 0 || typeof a.v !== 'string') return a
  if (a.v === '$event') return event
  const index = /^\$(\d+)$/.exec(a.v)?.[1]
  if (index === undefined) return a
  const steps = paths[Number(index)]
  const dotted = (from: V, path: V | undefined): V =>
    path?.t === 0 && typeof path.v === 'string' && path.v !== '' ? path.v.split('.').reduce<V>((o, k) => m.get(o, k, NOWHERE), from) : from
  if (steps?.t === 0) return dotted(state.instance, steps)
  let at: V = state.instance
  // Each step: a list, the key and value by which its element is found, and what is taken of the element.
  for (const step of steps?.t === 1 ? (steps.items ?? []) : []) {
    if (step.t === 0) at = dotted(at, step)
    else if (step.t === 1 && step.items) {
      at = dotted(at, step.items[0])
      if (step.items.length >= 3) at = m.everything(at, UNKNOWN, NOWHERE)
      at = dotted(at, step.items[3])
    }
  }
  return at
}
/** v-model: what was typed is put under a key of the target. */
function model(m: Machine, state: UnitState, args: readonly V[], paths: readonly V[], custom: boolean): V {
  return m.native((_s, [e], site) => {
    const [target, key] = args
    const o = target?.t === 0 && target.v === '' ? state.instance : target ? argument(m, state, target, paths, UNKNOWN) : UNDEFINED
    const said = e ? m.get(e, 'detail', site) : UNKNOWN
    if (key) m.setIndex(o, key, custom ? said : m.get(said, 'value', site), site)
    return UNDEFINED
  })
}
