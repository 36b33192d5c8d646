/**
 * uni-app builds for Vue 3: pages are handed to wx.createPage, templates read the object that a compiled render function
 * returns, and everything from Vue and uni comes out of common/vendor.js, which is stood in for here by name.
 */
import type { ProgramModel } from '../types.ts'
import type { FrameworkAdapter } from './frameworks.ts'
import { GETTER, type Machine, NOWHERE } from './machine.ts'
import type { PlatformApi } from './platform.ts'
import { LATER, type UnitState, type Units } from './units.ts'
import { alternatives, isFunction, join, Obj, originsOf, type Site, UNDEFINED, UNKNOWN, Unknown, type V } from './value.ts'

/** Vue's and uni's hooks, under the names that units know. */
const HOOKS: Readonly<Record<string, string>> = {
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
const VUE_LIFECYCLES: Readonly<Record<string, string>> = {
  beforeCreate: 'created',
  created: 'created',
  beforeMount: 'attached',
  mounted: 'ready',
  onLaunch: 'onLaunch',
  onShow: 'onShow',
  onLoad: 'onLoad',
  onInit: 'onLoad',
  onReady: 'onReady',
}
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

export function uniApp(model: ProgramModel): FrameworkAdapter {
  const own = model.platform === 'wechat' ? 'wx' : 'tt'
  const renders = new Map<UnitState, V[]>()
  /** The unit whose setup is being walked. */
  let setting: UnitState | null = null
  let members: Map<string, V> | null = null

  const native = (m: Machine, f: (args: readonly V[], site: Site) => V): V => m.native((_s, args, site) => f(args, site))
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

  /** A member of the vendor bundle by its exported name. */
  const vendor = (m: Machine, units: Units, api: PlatformApi, key: string): V => {
    if (key === 'index' || key === 'uni') return api.object(own, '')
    const hook = HOOKS[key]
    if (hook || LATER[key])
      return native(m, (args) => {
        const state = setting ?? units.current() ?? units.app
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
        return native(m, (args, site) => {
          const o = m.object('object', site)
          const from = args[0] ?? UNDEFINED
          o.props = new Map()
          if (from.t === 1 && from.props) for (const [k, v] of from.props) o.props.set(k, refOf(m, v))
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
        return native(m, (args) => {
          if (args[0]) accept(m, units, units.app, args[0])
          return UNKNOWN
        })
    }
    return native(m, (args, site) => m.unknownCall(UNKNOWN, args, site))
  }

  /** Takes Vue options into a unit. `this.x` is the unit's data, so instance and data share their members. */
  const accept = (m: Machine, units: Units, state: UnitState, options: V): void => {
    for (const o of alternatives(options)) {
      if (o.t !== 1) {
        state.opaque ||= 'options-unknown'
        continue
      }
      state.defined = true
      state.data.props = state.instance.props
      acceptOptions(m, units, state, o)
    }
  }
  const acceptOptions = (m: Machine, units: Units, state: UnitState, o: Obj): void => {
    const props = state.instance.props!
    const mixins = m.get(o, 'mixins', NOWHERE)
    if (mixins.t === 1) for (const x of mixins.items ?? []) if (x.t === 1) acceptOptions(m, units, state, x)
    const declared = m.get(o, 'props', NOWHERE)
    if (declared.t === 1) {
      const names = declared.items
        ? declared.items.flatMap((v) => (v.t === 0 && typeof v.v === 'string' ? [v.v] : []))
        : [...(declared.props?.keys() ?? [])]
      for (const n of names) {
        state.properties.add(n)
        if (!props.has(n)) props.set(n, declared.props ? m.get(m.get(declared, n, NOWHERE), 'default', NOWHERE) : UNDEFINED)
      }
    }
    const group = (name: string): [string, V][] => {
      const g = m.get(o, name, NOWHERE)
      return g.t === 1 && g.props ? [...g.props] : []
    }
    for (const [k, f] of group('methods')) {
      state.methods.set(k, f)
      props.set(k, f)
    }
    for (const [k, f] of group('computed')) {
      const getter = isFunction(f) ? f : m.get(f, 'get', NOWHERE)
      if (getter.t !== 1 || !getter.fn) continue
      const read = m.native((_s, _a, site) => m.call(getter, state.instance, [], site, 'call', k))
      read.tag = GETTER
      props.set(k, read)
    }
    for (const [k, f] of group('watch'))
      state.observers.push({ keys: [k.split('.')[0]!], fn: isFunction(f) ? f : m.get(f, 'handler', NOWHERE) })
    for (const [k, f] of o.props ?? []) {
      if (VUE_LIFECYCLES[k] && isFunction(f)) state.lifecycles.push([VUE_LIFECYCLES[k]!, f])
      else if (LATER[k] && isFunction(f)) state.methods.set(k, f)
    }
    const data = m.get(o, 'data', NOWHERE)
    const made = isFunction(data) ? m.call(data, state.instance, [], NOWHERE, 'call', 'data') : data
    for (const d of alternatives(made)) if (d.t === 1) m.spreadInto(state.instance, d)
    const render = m.get(o, 'render', NOWHERE)
    if (isFunction(render)) renders.set(state, [...(renders.get(state) ?? []), render])
    const setup = m.get(o, 'setup', NOWHERE)
    if (isFunction(setup)) runSetup(m, units, state, setup)
  }
  const runSetup = (m: Machine, units: Units, state: UnitState, setup: V): void => {
    const before = setting
    setting = state
    const emit = native(m, (args, site) => {
      for (const n of args[0] ? alternatives(args[0]) : [])
        if (n.t === 0 && typeof n.v === 'string') units.trigger(state, n.v, args[1] ?? UNDEFINED, site)
      return UNDEFINED
    })
    const context = m.object('object', null)
    context.props = new Map([['emit', emit]])
    context.open = true
    const props = m.object('object', null)
    props.props = new Map([...state.properties].map((p) => [p, join(state.data.props!.get(p) ?? UNDEFINED, UNKNOWN)]))
    props.open = true
    m.enterRoot(
      {
        kind: 'lifecycle',
        name: 'setup',
        unit: state.unit,
        at: setup.t === 1 ? { file: setup.file, start: setup.start, end: setup.end } : NOWHERE,
      },
      60_000,
      () => {
        const out = m.call(setup, UNDEFINED, [props, context], NOWHERE, 'call', 'setup')
        for (const w of alternatives(out)) {
          if (w.t !== 1) continue
          if (w.kind === 'function') renders.set(state, [...(renders.get(state) ?? []), w])
          else if (w.props)
            for (const [k, v] of w.props) {
              state.instance.props!.set(k, v)
              if (isFunction(v)) state.methods.set(k, v)
            }
        }
      },
    )
    setting = before
  }
  /** What the template reads: members of the object that the render function returns. */
  const render = (units: Units): void => {
    const m = units.m
    for (const [state, list] of renders) {
      const self = unwrapped(m, state.instance)
      m.enterRoot(
        { kind: 'module', name: 'render', unit: state.unit, at: { file: state.unit.script ?? '', start: 0, end: 0 } },
        40_000,
        () => {
          for (const f of list) {
            const out = m.call(f, state.instance, [self, m.list([], null), self, self, self, self], NOWHERE, 'call', 'render')
            for (const w of alternatives(out))
              if (w.t === 1 && w.props) for (const [k, v] of w.props) if (k.length <= 3) state.data.props!.set(k, v)
          }
        },
      )
    }
  }
  /** The instance as a template sees it: refs give their value. */
  const unwrapped = (m: Machine, instance: Obj): Obj => {
    const o = new Obj('object', 0)
    o.props = new Map()
    for (const [k, v] of instance.props!)
      o.props.set(k, v.t === 1 && v.kind === 'object' && v.props?.size === 1 && v.props.has('value') ? m.get(v, 'value', NOWHERE) : v)
    o.open = true
    o.proto = instance
    return o
  }

  return {
    standIn(m, units, api, file) {
      if (!/(?:^|\/)common\/vendor\.js$/.test(file)) return null
      const o = new Obj('proxy', 0)
      members = new Map()
      o.tag = {
        target: UNDEFINED,
        handler: handlerOf(m, (key) => {
          let v = members!.get(key)
          if (!v) members!.set(key, (v = vendor(m, units, api, key)))
          return v
        }),
      }
      return o
    },
    call(units, api, args) {
      const kind = /^create(App|Page|Component|SubpackageApp|PluginApp)$/.exec(api.api)?.[1]
      if (!kind) return undefined
      const state = kind === 'Page' || kind === 'Component' ? units.current() : units.app
      if (state && args[0]) accept(units.m, units, state, args[0])
      return UNDEFINED
    },
    global: (_m, _u, api, name) => (name === 'uni' ? api.object(own, '') : undefined),
    defined: render,
    settled: render,
  }
}

/** A proxy handler whose `get` is answered here. */
function handlerOf(m: Machine, answer: (key: string) => V): V {
  const handler = new Obj('object', 0)
  handler.props = new Map([
    [
      'get',
      m.native((_s, args) => {
        const key = args[1]
        return key?.t === 0 ? answer(String(key.v)) : key ? new Unknown(originsOf(key)) : UNKNOWN
      }) as V,
    ],
  ])
  return handler
}
