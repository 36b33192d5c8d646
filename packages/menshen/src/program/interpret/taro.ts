/**
 * Taro builds. Versions 1 and 2 compile components to templates and classes (`createComponent(Class)`): state and what
 * `_createData` puts together is the data, handlers are methods. Version 3 renders React at run time through one recursive
 * template (`Page(createPageConfig(Component, …))`); its tree is rendered in react.ts.
 */
import type { Fn } from '../script/ir.ts'
import type { ProgramModel } from '../types.ts'
import { innermost } from './bundle.ts'
import type { Framework } from './frameworks.ts'
import { type Machine, NOWHERE } from './machine.ts'
import type { PlatformApi } from './platform.ts'
import { React } from './react.ts'
import { TaroClasses } from './taro-classes.ts'
import type { Compiled, UnitState } from './unit-state.ts'
import type { Units } from './units.ts'
import { alternatives, isFunction, makeConst, makeObj, type Obj, type Site, stringsOf, UNDEFINED, UNKNOWN, type V } from './value.ts'
import { answering } from './vue.ts'

/** Hooks and the life cycles that their factory names. */
const HOOKS: Readonly<Record<string, string>> = {
  useLaunch: 'onLaunch',
  useLoad: 'onLoad',
  useReady: 'onReady',
  useDidShow: 'onShow',
  useShow: 'onShow',
  useDidHide: 'onHide',
  useHide: 'onHide',
  useUnload: 'onUnload',
  usePullDownRefresh: 'onPullDownRefresh',
  useReachBottom: 'onReachBottom',
  usePageScroll: 'onPageScroll',
  useResize: 'onResize',
  useShareAppMessage: 'onShareAppMessage',
  useShareTimeline: 'onShareTimeline',
  useAddToFavorites: 'onAddToFavorites',
  useTabItemTap: 'onTabItemTap',
  useTitleClick: 'onTitleClick',
  useError: 'onError',
  usePageNotFound: 'onPageNotFound',
}
const STARTS = new Set(['onLaunch', 'onLoad', 'onReady', 'onShow'])
const NAMES: Readonly<Record<string, string>> = { componentDidShow: 'onShow', componentDidHide: 'onHide' }

/** Packages by the id that a bundle keeps for them in a development build, or by what only they say. */
const PACKAGES: readonly { readonly name: Package; readonly id: RegExp; readonly says: (s: string) => boolean }[] = [
  {
    name: 'jsx',
    id: /(?:^|[/@])react\/(?:cjs\/react-)?jsx-(?:dev-)?runtime(?:\.[\w.]+)?\.js$|remote\/react\/jsx-(?:dev-)?runtime$/,
    says: (s) => s.length < 30_000 && /\.jsxs\s*=/.test(s) && /\.jsx\s*=/.test(s),
  },
  {
    name: 'react',
    id: /remote\/react$/,
    says: (s) => s.length < 120_000 && /\.useState\s*=/.test(s) && /\.createElement\s*=/.test(s) && /\.useEffect\s*=/.test(s),
  },
  { name: 'dom', id: /remote\/react-dom$|@tarojs\/react\//, says: (s) => /unstable_batchedUpdates/.test(s) && /createPortal/.test(s) },
  {
    name: 'taro',
    id: /(?:^|\/|@)@tarojs\/taro\/(?:index|dist\/index[\w.]*)\.js$|remote\/@tarojs\/taro$/,
    says: (s) =>
      s.length < 60_000 &&
      /initNativeApi|initPxTransform/.test(s) &&
      /(?:module|\b\w)\.exports\s*=/.test(s) &&
      !/createPageConfig|needPromise/.test(s),
  },
  {
    name: 'classes',
    id: /@tarojs\/taro-(?:weapp|tt)\/(?:index|dist\/index)\.js$/,
    says: (s) => /\$taroCompReady/.test(s) && /createComponent/.test(s),
  },
  // Told by its name alone: where its text is there, its functions are recognised one by one.
  { name: 'runtime', id: /remote\/@tarojs\/(?:runtime|plugin-framework-)/, says: () => false },
  { name: 'redux', id: /@tarojs\/redux\/(?:index|dist\/index[\w.]*)\.js$/, says: () => false },
]
type Package = 'jsx' | 'react' | 'dom' | 'taro' | 'classes' | 'redux' | 'runtime'

export function taro(model: ProgramModel): Framework {
  const ns = model.platform === 'wechat' ? 'wx' : 'tt'
  let react: React | null = null
  let classes: TaroClasses | null = null
  const libraries = new Map<Package, Obj>()
  const reactOf = (m: Machine, units: Units): React => {
    react ??= new React(m, units)
    return react
  }
  const classesOf = (m: Machine, units: Units): TaroClasses => {
    classes ??= new TaroClasses(m, units)
    return classes
  }
  const hook = (m: Machine, units: Units, name: string, f: V): void => {
    const r = reactOf(m, units)
    if (STARTS.has(name)) r.lifecycle(name, f)
    else r.later(name, f)
  }

  /** `@tarojs/taro`: the platform's functions under the same names, and its own. */
  const taroObject = (m: Machine, units: Units, api: PlatformApi): Obj => {
    const had = libraries.get('taro')
    if (had) return had
    const native = (f: (args: readonly V[], site: Site) => V): Obj => m.native((_s, args, site) => f(args, site))
    const o = makeObj('object', 0)
    libraries.set('taro', o)
    o.proto = api.object(ns, '')
    const env = makeObj('object', 0)
    env.props = new Map<string, V>(['WEAPP', 'TT', 'WEB', 'ALIPAY', 'SWAN', 'QQ', 'JD', 'RN', 'QUICKAPP'].map((k) => [k, makeConst(k)]))
    const router = m.object('object', null)
    router.props = new Map<string, V>([['params', m.unknown('query', 'onLoad', NOWHERE)]])
    router.open = true
    const instance = m.object('object', null)
    instance.props = new Map<string, V>([['router', router]])
    instance.open = true
    const bus = m.object('object', null)
    const listen = native((args, site) => {
      if (args[1] && isFunction(args[1])) m.callback(args[1], [UNKNOWN], 'eventCenter', 'event', null, site)
      return UNDEFINED
    })
    bus.props = new Map<string, V>([
      ['on', listen],
      ['once', listen],
      ['off', native(() => UNDEFINED)],
      ['trigger', native(() => UNDEFINED)],
    ])
    bus.open = true
    o.props = new Map<string, V>([
      ['getEnv', native(() => makeConst(ns === 'wx' ? 'WEAPP' : 'TT'))],
      ['ENV_TYPE', env],
      ['pxTransform', native(() => UNKNOWN)],
      ['initPxTransform', native(() => UNDEFINED)],
      ['getCurrentInstance', native(() => instance)],
      ['Current', instance],
      ['useRouter', native(() => router)],
      ['useScope', native(() => UNKNOWN)],
      ['eventCenter', bus],
      ['Events', native(() => bus)],
      ['preload', native(() => UNDEFINED)],
      [
        'nextTick',
        native((args, site) => {
          if (args[0] && isFunction(args[0])) m.callback(args[0], [], 'nextTick', 'callback', null, site)
          return m.promise(UNDEFINED, [], site)
        }),
      ],
      ['interceptors', UNKNOWN],
      ['addInterceptor', native(() => UNDEFINED)],
      ['getApp', native(() => units.app.instance)],
      ['getCurrentPages', m.host.global(m, 'getCurrentPages') ?? UNKNOWN],
    ])
    for (const [name, cycle] of Object.entries(HOOKS))
      o.props.set(
        name,
        native((args) => {
          hook(m, units, cycle, args[0] ?? UNDEFINED)
          return UNDEFINED
        }),
      )
    o.props.set('default', o)
    return o
  }
  const pageConfig = (m: Machine, units: Units, args: readonly V[]): V => {
    const state = units.current()
    if (state && args[0]) accept(m, units, state, args[0])
    return m.object('object', null)
  }
  const appConfig = (m: Machine, units: Units, args: readonly V[]): V => {
    if (args[0]) accept(m, units, units.app, args[0])
    return m.object('object', null)
  }
  const runtime = (m: Machine, units: Units): Obj =>
    answering(m, (key) => {
      const cycle = Object.hasOwn(HOOKS, key) ? HOOKS[key]! : null
      return m.native((_s, args, site) => {
        if (cycle) hook(m, units, cycle, args[0] ?? UNDEFINED)
        else if (key === 'createPageConfig') return pageConfig(m, units, args)
        else if (/^create\w*App$/.test(key)) return appConfig(m, units, args)
        else return m.unknownCall(UNKNOWN, args, site)
        return UNDEFINED
      })
    })
  const library = (m: Machine, units: Units, api: PlatformApi, name: Package): V => {
    switch (name) {
      case 'jsx':
      case 'react':
        return reactOf(m, units).object()
      case 'taro':
        return classes ? classesOf(m, units).library(taroObject(m, units, api)) : taroObject(m, units, api)
      case 'classes':
        return classesOf(m, units).library(taroObject(m, units, api))
      case 'runtime':
        return runtime(m, units)
      case 'redux':
        return classesOf(m, units).redux()
      case 'dom': {
        const had = libraries.get('dom')
        if (had) return had
        const o = makeObj('object', 0)
        o.open = true
        libraries.set('dom', o)
        return o
      }
    }
  }

  return {
    standIn(m, units, api, file) {
      const found = PACKAGES.find((p) => (p.name === 'classes' || p.name === 'redux' || p.name === 'taro') && p.id.test(file))
      return found ? library(m, units, api, found.name) : null
    },
    module(m, units, api, source, id) {
      const found = PACKAGES.find((p) => p.id.test(id) || (source !== '' && p.says(source)))
      return found ? library(m, units, api, found.name) : null
    },
    recognise(m, units, _file, source, facts) {
      const text = (fn: Fn): string => source.slice(fn.start, fn.end)
      const each = (sign: RegExp, fits: (fn: Fn) => boolean, put: (fn: Fn) => void): void => {
        let met = 0
        for (const match of source.matchAll(sign)) {
          if (++met > 60) return
          const fn = innermost(facts.functions, match.index, fits)
          if (fn && !m.overrides.has(fn)) put(fn)
        }
      }
      // createPageConfig(component, route, data, config)
      each(
        /\$taro(?:Params|Timestamp|Path)\b|taro_page_/g,
        (fn) => fn.params.length >= 3 && fn.end - fn.start < 30_000,
        (fn) => m.overrides.set(fn, (_f, _self, args) => pageConfig(m, units, args)),
      )
      // createReactApp(app, react, dom, config)
      each(
        /\bonLaunch\b/g,
        (fn) =>
          fn.params.length >= 3 && fn.end - fn.start < 30_000 && /componentDidShow|onShow/.test(text(fn)) && /mount|render/.test(text(fn)),
        (fn) => m.overrides.set(fn, (_f, _self, args) => appConfig(m, units, args)),
      )
      // useDidShow = createTaroHook('componentDidShow')
      each(
        /\.useLayoutEffect\)?\(/g,
        (fn) => fn.params.length === 1 && fn.end - fn.start < 3000 && /\.useContext\)?\(/.test(text(fn)),
        (fn) =>
          m.overrides.set(fn, (closure, _self, args) => {
            const cycle = (closure.frame?.args ?? []).flatMap(stringsOf)[0]
            if (cycle !== undefined) hook(m, units, NAMES[cycle] ?? cycle, args[0] ?? UNDEFINED)
            return UNDEFINED
          }),
      )
      // react-redux
      each(
        /["']Connect\(["']/g,
        (fn) => fn.params.length >= 3 && fn.end - fn.start < 8000,
        (fn) => m.overrides.set(fn, (_f, _self, args) => reactOf(m, units).connect(args)),
      )
    },
    // The recursive component that every page of version 3 is drawn with.
    made: (_kind, _units, state) => /(?:^|\/)(?:comp|custom-wrapper)$/.test(state.unit.base) && react !== null,
    compiled: (units, state, value, event, dataset) => (classes ? withArguments(units, state, value, event, dataset) : null),
    defined() {
      classes?.defined()
    },
    attached() {
      classes?.attached()
      react?.render()
    },
    run() {
      react?.run()
    },
    settled() {
      classes?.settled()
    },
  }

  function accept(m: Machine, units: Units, state: UnitState, component: V): void {
    const looks = alternatives(component).filter((c) => c.t === 1 || c.t === 2)
    // Vue's components are objects; their render functions are not followed.
    if (looks.some((c) => c.t === 1 && c.kind === 'object' && (c.props?.has('setup') || c.props?.has('render') || c.props?.has('data')))) {
      state.defined = true
      state.opaque ||= 'framework'
      return
    }
    reactOf(m, units).page(state, component)
  }
}

/** Arguments that are bound to a handler stand in the dataset: data-e-tap-a-a, data-e-tap-a-b. */
function withArguments(units: Units, state: UnitState, value: V, event: string, dataset: () => V): Compiled | null {
  const m = units.m
  const names = stringsOf(value)
  const functions: V[] = []
  for (const name of names) {
    const own = state.instance.props!.get(name)
    const f = own && isFunction(own) ? own : state.methods.get(name)
    if (!f || !isFunction(f)) continue
    const run = m.native((_s, [e], site) => {
      const args: V[] = []
      const given = dataset()
      const prefix = `e${event[0]!.toUpperCase()}${event.slice(1)}A`
      for (let i = 0; i < 26; i++) {
        const v = m.get(given, `${prefix}${String.fromCharCode(65 + i)}`, site)
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
