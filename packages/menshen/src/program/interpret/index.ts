/**
 * The abstract interpretation of a program, from the outside: `interpret(model)` walks every module, lifecycle and
 * handler and answers what rules ask: who calls which platform function, when, after what, under which conditions,
 * with which values; what is bound, shown and written; which page leads where.
 */
import type { ScriptFacts } from '../script/ir.ts'
import type { ProgramModel, Span, Unit } from '../types.ts'
import { frameworkAdapter } from './frameworks.ts'
import { type AfterNode, type CallRecord, type ContextRecord, type GuardNode, type Host, Machine, type PathNode } from './machine.ts'
import { type FactsCache, Modules } from './modules.ts'
import { asksDevice, type Device, PlatformApi } from './platform.ts'
import { problemsOf } from './problems.ts'
import { attribute, neverHolds, type ShownRecord } from './template.ts'
import type {
  ApiCall,
  Binding,
  CallContext,
  DataWrite,
  Guard,
  Interpretation,
  Navigation,
  Root,
  RootKind,
  Shown,
  Step,
  Value,
} from './types.ts'
import { eventObject, type UnitState, Units } from './units.ts'
import { alternatives, join, type Obj, resetIds, type Site, stringsOf, UNDEFINED, UNKNOWN, type V } from './value.ts'
import { viewOf } from './view.ts'

export type { FactsCache } from './modules.ts'
export interface InterpretOptions {
  readonly cache?: FactsCache
  /** Work units for the whole program; a unit is one node of the intermediate form. */
  readonly fuel?: number
  /** The kind of phone, or the edition of the program, to assume: conditions about it are then decided. Default: any. */
  readonly device?: Device
}
export interface InterpretResult extends Interpretation {
  /** Facts of every script that was parsed, for rules about code as such and for problems. */
  readonly scripts: ReadonlyMap<string, ScriptFacts>
  /** Units and modules whose walk ran out of fuel. */
  readonly cut: readonly string[]
}

const FUEL = 20_000_000
const GESTURES = new Set([
  'tap',
  'longpress',
  'longtap',
  'submit',
  'confirm',
  'input',
  'change',
  'touchstart',
  'touchend',
  'getphonenumber',
  'getrealtimephonenumber',
  'getuserinfo',
  'chooseavatar',
  'opensetting',
  'launchapp',
  'contact',
  'agreeprivacyauthorization',
  'doubletap',
  'addgroupapp',
  'subscribe',
  'click',
  'reset',
  'columnchange',
  'blur',
  'focus',
  'keyboardcomplete',
  'markertap',
  'callouttap',
  'regiontap',
  'im',
  'share',
])
const GESTURE_LIKE = /tap|click|press|confirm|select|submit|change|close|cancel|search|choose|pick|input|open|play|delete|add/i
/** `change` of these is not the user's doing alone. */
const MOVES_ITSELF = new Set(['swiper', 'scroll-view', 'video', 'audio', 'live-player', 'map', 'image', 'movable-view', 'progress'])

export function interpret(model: ProgramModel, options: InterpretOptions = {}): InterpretResult {
  resetIds()
  const modules = new Modules(model, options.cache ?? null)
  const api = new PlatformApi(options.device ?? null)
  const moduleRoots = new Map<string, Root>()
  const framework = frameworkAdapter(model)
  const own = model.platform === 'wechat' ? 'wx' : 'tt'

  const host: Host = {
    facts: (file) => modules.facts(file),
    resolve: (from, specifier) => modules.resolve(from, specifier),
    source: (file) => modules.source(file),
    moduleRoot(file) {
      const unit = units.current()?.unit ?? model.app
      const key = `${unit.kind}:${unit.base}:${file}`
      let r = moduleRoots.get(key)
      if (!r) moduleRoots.set(key, (r = { kind: 'module', name: 'module', unit, at: { file, start: 0, end: 0 } }))
      return r
    },
    global: (m, name) => globalOf(m, name),
    apiGet: (m, o, key, site) => api.get(m, o, key, site),
    apiSet: (m, o, key, value, site) => {
      if (!framework.keeps(o, key, value)) api.set(m, o, key, value, site)
    },
    apiCall: (m, o, self, args, site) => framework.call(units, o, args, site) ?? api.call(m, o, self, args, site),
    assumed: (origins) => {
      const { device } = options
      return device !== undefined && origins.every((origin) => origin.source === 'api' && asksDevice(origin.name, device))
    },
    // A build makes one line of the program's own code as well.
    foreign: (file) => model.vendored.has(file) && (model.framework === 'native' || model.vendored.get(file) !== 'minified'),
    standIn: (m, file) => framework.standIn(m, units, api, file),
    recognise: (m, file, facts) => framework.recognise(m, units, file, modules.source(file), facts),
    chunk: (m, list, chunk, site) => framework.chunk(m, units, api, list, chunk, site),
    tagSet: (_m, o, key, value, site) => units.tagSet(o, key, value, site),
    missing: (file, specifier) => modules.miss(file, specifier),
    tagGet: (m, o, key) => (o.tag === 'global' ? (globalOf(m, key) ?? undefined) : units.tagGet(o, key)),
  }
  const machine = new Machine(
    host,
    { kind: 'module', name: 'start', unit: model.app, at: { file: model.app.script ?? 'app.json', start: 0, end: 0 } },
    options.fuel ?? FUEL,
  )
  const units = new Units(model, machine)

  const natives = new Map<string, V>()
  const constructorOf = (kind: 'App' | 'Page' | 'Component'): V =>
    machine.native((_s, args) => {
      units.accept(kind, args[0] ?? UNDEFINED)
      return UNDEFINED
    })
  const globalOf = (m: Machine, name: string): V | undefined => {
    const had = natives.get(name)
    if (had) return had
    let v: V | undefined
    switch (name) {
      case 'App':
      case 'Page':
      case 'Component':
        v = constructorOf(name)
        break
      case 'Behavior':
        v = m.native((_s, args) => units.behaviour(args[0] ?? UNDEFINED))
        break
      case 'getApp':
        v = m.native(() => units.app.instance)
        break
      case 'getCurrentPages':
        v = m.native((_s, _a, site) => {
          const list = m.object('array', site)
          list.any = model.pages
            .slice(0, 24)
            .map((p) => units.states.get(p.base)!.instance as V)
            .reduce<V>((a, b) => join(a, b), UNDEFINED)
          return list
        })
        break
      case 'require':
        v = m.native((_s, args, site) => {
          // Under another name (`var r = require`), or as a wrapper's parameter
          const [path] = args.length === 1 && args[0] ? stringsOf(args[0]) : []
          const target = path === undefined ? null : modules.resolve(site.file, path)
          const loaded = target === null ? null : m.load(target)
          if (loaded) return loaded.moduleObject.props!.get('exports') ?? UNKNOWN
          // require(unknown) or the asynchronous form: the callback gets the module
          for (const a of args)
            for (const w of alternatives(a))
              if (w.t === 1 && w.kind === 'function') m.callback(w, [args[0] ?? UNKNOWN], 'require', 'callback', null, site)
          return args[0]?.t === 1 ? args[0] : UNKNOWN
        })
        break
      case 'wx':
      case 'tt':
      case 'qq':
      case 'my':
      case 'swan':
      case 'dd':
      case 'ks':
      case 'xhs':
      case 'jd':
      case 'uni':
        v = name === own || (name === 'wx' && model.platform === 'douyin') ? api.object(name, '') : UNDEFINED
        break
      // Inner bridges of the client: not for programs, and so of interest.
      case 'WeixinJSBridge':
      case '__WeixinJSBridge':
      case 'WeixinJSCore':
      case 'NativeGlobal':
        v = model.platform === 'wechat' ? api.object(name, '') : undefined
        break
      default:
        v = framework.global(m, units, api, name)
    }
    if (v) natives.set(name, v)
    return v
  }

  // 1. Definitions: every unit's script is walked, so that all children are known.
  if (model.app.script) units.define(units.app)
  for (const s of units.states.values()) units.define(s)
  framework.defined(units)
  units.attachTemplates()
  framework.attached(units)

  // 2. What runs by itself.
  const runLifecycles = (s: UnitState): void => {
    for (const [name, f] of units.lifecyclesOf(s)) units.run('lifecycle', name, s, f, lifecycleArgs(machine, name, s), 60_000)
  }
  runLifecycles(units.app)
  for (const s of units.states.values()) runLifecycles(s)
  for (const s of units.states.values())
    for (const b of s.template?.properties ?? []) {
      const root: Root = { kind: 'observer', name: b.property, unit: b.child.unit, at: b.at, template: b.at.file }
      machine.enterRoot(root, 20_000, () => units.setProperty(b.child, b.property, b.value(), b.at))
    }

  // 3. What people do.
  for (const s of units.states.values()) runEvents(units, s, false)
  for (const s of [units.app, ...units.states.values()])
    for (const [name, kind, f] of units.laterOf(s))
      units.run(kind, name, s, f, [machine.unknown('event', name, { file: s.unit.script ?? '', start: 0, end: 0 })], 40_000)
  for (const s of units.states.values()) runEvents(units, s, true)

  framework.run(units)

  // 4. Methods that nothing we saw leads to.
  for (const s of [units.app, ...units.states.values()])
    for (const [name, f] of s.methods)
      if (f.t === 1 && f.kind === 'function' && f.fn && !machine.wasEntered(f)) units.run('unbound', name, s, f, [UNKNOWN], 20_000)

  framework.settled(units)
  const shown: ShownRecord[] = []
  for (const s of units.states.values()) machine.enterRoot(machine.root, 2_000_000, () => s.template?.show(shown))
  framework.show(units, shown)

  const result = assemble(model, modules, machine, units, shown)
  const others = new Map<Device, Interpretation>()
  const on = (device: Device): Interpretation => {
    if (device === options.device) return interpretation
    let other = others.get(device)
    if (!other) others.set(device, (other = interpret(model, { ...options, device })))
    return other
  }
  const interpretation: InterpretResult = Object.assign(result, { on })
  return interpretation
}

function lifecycleArgs(m: Machine, name: string, s: UnitState): V[] {
  const at: Site = { file: s.unit.script ?? s.unit.base, start: 0, end: 0 }
  return name === 'onLoad' || name === 'onLaunch' || name === 'onShow' || name === 'onInit' ? [m.unknown('query', name, at)] : []
}

/** Runs the handlers of a unit's template; `late` runs those of component events that no child's code triggered. */
function runEvents(units: Units, s: UnitState, late: boolean): void {
  for (const b of s.template?.events ?? []) {
    const child = s.template!.children.get(b.element)
    const isComponent = s.unit.components.has(b.element.tag)
    const native = GESTURES.has(b.event) && !(MOVES_ITSELF.has(b.element.tag) && b.event === 'change')
    const custom = isComponent && b.event !== 'tap' && b.event !== 'longpress'
    if (custom !== late) continue
    if (custom && child && [...child.triggered].some((t) => t.toLowerCase() === b.event.toLowerCase())) continue
    const kind: RootKind = custom ? (GESTURE_LIKE.test(b.event) ? 'gesture' : 'event') : native ? 'gesture' : 'event'
    const site: Site = { file: b.template, start: b.attribute.start, end: b.attribute.end }
    for (const f of b.functions())
      units.run(kind, b.event, s, f, [eventObject(units.m, b.event, b.dataset(), null, site)], 40_000, b.element, b.template)
  }
}

// ---- the answer ----------------------------------------------------------------------------------------------------

function assemble(
  model: ProgramModel,
  modules: Modules,
  m: Machine,
  units: Units,
  shownRecords: readonly ShownRecord[],
): Omit<InterpretResult, 'on'> {
  const guardViews = new WeakMap<GuardNode, Guard>()
  const guardsOf = (g: GuardNode | null): Guard[] => {
    const out: Guard[] = []
    for (; g && out.length < 40; g = g.prev) {
      let view = guardViews.get(g)
      if (!view) {
        view = {
          at: g.at,
          holds: g.holds,
          origins: g.origins,
          source: modules.source(g.at.file).slice(g.at.start, Math.min(g.at.end, g.at.start + 160)),
        }
        guardViews.set(g, view)
      }
      out.push(view)
    }
    return out.reverse()
  }
  const pathOf = (p: PathNode | null): Step[] => {
    const out: Step[] = []
    for (; p; p = p.prev) out.push({ at: p.at, name: p.name, how: p.how })
    return out.reverse()
  }
  const callViews = new Map<CallRecord, ApiCall>()
  const callView = (r: CallRecord): ApiCall => {
    let v = callViews.get(r)
    if (!v) callViews.set(r, (v = new CallView(r)))
    return v
  }
  const afterOf = (a: AfterNode | null): ApiCall[] => {
    const out: ApiCall[] = []
    for (; a; a = a.prev) out.push(callView(a.call))
    return out
  }
  class ContextView implements CallContext {
    readonly #r: ContextRecord
    readonly root: Root
    constructor(r: ContextRecord) {
      this.#r = r
      this.root = r.root
    }
    // Made when a rule asks, and once: most contexts are never looked at.
    #path: readonly Step[] | null = null
    #guards: readonly Guard[] | null = null
    #args: readonly Value[] | null = null
    #after: readonly ApiCall[] | null = null
    get path(): readonly Step[] {
      return (this.#path ??= pathOf(this.#r.path))
    }
    get guards(): readonly Guard[] {
      return (this.#guards ??= guardsOf(this.#r.guards))
    }
    get args(): readonly Value[] {
      return (this.#args ??= this.#r.args.map((a) => viewOf(m, a)))
    }
    get after(): readonly ApiCall[] {
      return (this.#after ??= afterOf(this.#r.after))
    }
  }
  class CallView implements ApiCall {
    readonly #r: CallRecord
    #contexts: readonly CallContext[] | null = null
    constructor(r: CallRecord) {
      this.#r = r
    }
    get ns(): string {
      return this.#r.ns
    }
    get api(): string {
      return this.#r.api
    }
    get at(): Span {
      return this.#r.at
    }
    get nameAt(): Span {
      const text = modules.source(this.#r.at.file)
      const open = text.indexOf('(', this.#r.at.start)
      return { file: this.#r.at.file, start: this.#r.at.start, end: open > 0 && open < this.#r.at.end ? open : this.#r.at.end }
    }
    get how(): 'member' | 'computed' | 'alias' {
      return this.#r.how
    }
    get contexts(): readonly CallContext[] {
      return (this.#contexts ??= pick(this.#r.contexts).map((c) => new ContextView(c)))
    }
  }

  const calls = [...m.calls.values()].map(callView)
  const byApi = new Map<string, ApiCall[]>()
  for (const c of calls) {
    const list = byApi.get(c.api)
    if (list) list.push(c)
    else byApi.set(c.api, [c])
  }
  const shown: Shown[] = shownRecords.map((r) => ({
    unit: r.state.unit,
    template: r.template,
    element: r.element,
    slot: r.slot,
    at: r.at,
    value: viewOf(m, r.value),
    conditions: r.conditions.map((c) => ({ at: c.at, holds: c.holds, source: c.source, value: viewOf(m, c.value) })),
    reachable: !r.conditions.some(neverHolds),
  }))
  const opaque = new Map<string, string>()
  for (const s of [units.app, ...units.states.values()]) if (s.opaque) opaque.set(s.unit.base, s.opaque)
  for (const c of m.cutRoots) opaque.set(c.split(' ')[0]!, 'fuel')

  const bindings = bindingViews(units)
  const navigations = navigationViews(m, byApi, shown)
  const entered = new Map<string, string>()
  for (const file of model.scripts) if (!m.modules.has(file)) entered.set(file, 'never-required')

  const mentions: { ns: string; api: string; at: Span; called: boolean }[] = []
  const scripts = new Map<string, ScriptFacts>()
  for (const file of [...model.scripts, ...m.modules.keys()]) {
    if (scripts.has(file)) continue
    const facts = modules.facts(file)
    if (!facts) continue
    scripts.set(file, facts)
    for (const x of facts.mentions)
      if (x.api !== '')
        mentions.push({ ns: x.ns, api: x.assigned ? `${x.api}=` : x.api, at: { file, start: x.start, end: x.end }, called: x.called })
  }
  let writes: readonly DataWrite[] | null = null
  const result: Omit<InterpretResult, 'on'> = {
    calls,
    callsOf: (...apis) => (apis.length === 1 ? (byApi.get(apis[0]!) ?? []) : apis.flatMap((a) => byApi.get(a) ?? [])),
    bindings,
    shown,
    navigations,
    get writes(): readonly DataWrite[] {
      return (writes ??= units.writes.map((w) => ({
        unit: w.unit.unit,
        path: w.path,
        value: viewOf(m, w.value),
        at: w.at,
        root: w.root,
        guards: guardsOf(w.guards),
      })))
    },
    dataOf: (unit: Unit) => {
      const s = unit.kind === 'app' ? units.app : units.states.get(unit.base)
      return s ? viewOf(m, s.data) : null
    },
    circles: units.circles.map(({ unit, watched, path, at, fn }) => ({ unit: unit.unit, watched, path, at, observerAt: viewOf(m, fn).at })),
    returned: units.returned.map((r) => ({ ...r, value: viewOf(m, r.value) })),
    reachable: reachableUnits(model, navigations, units),
    unentered: entered,
    mentions,
    opaque,
    problems: problemsOf(model, modules, units, scripts, opaque),
    scripts,
    cut: [...m.cutRoots],
  }
  return result
}

/** At most twelve contexts, one of each root kind first, shortest paths first. */
function pick(all: readonly ContextRecord[]): ContextRecord[] {
  const sorted = all.slice().sort((a, b) => a.length - b.length)
  const out: ContextRecord[] = []
  const kinds = new Set<RootKind>()
  for (const c of sorted)
    if (!kinds.has(c.root.kind)) {
      kinds.add(c.root.kind)
      out.push(c)
    }
  for (const c of sorted) if (out.length < 12 && !out.includes(c)) out.push(c)
  return out
}

function bindingViews(units: Units): Binding[] {
  // Compiled templates name handlers that only the framework's run time knows.
  const compiled = units.model.framework !== 'native'
  const out: Binding[] = []
  for (const s of units.states.values()) {
    for (const b of s.template?.events ?? []) {
      const names = b.names()
      const functions = b.functions()
      const f = functions.find((x): x is Obj => x.t === 1 && x.fn !== null)
      const unknown = s.opaque !== '' || (names.length === 0 && b.attribute.value !== null && b.attribute.value !== '')
      out.push({
        unit: s.unit,
        template: b.template,
        element: b.element,
        event: b.event,
        catches: b.catches,
        handlers: names,
        status: functions.length ? 'found' : unknown || compiled || names.some((n) => n === '') ? 'unknown' : 'missing',
        empty: !!f && !f.fn!.concise && f.fn!.body.length === 0,
        at: { file: b.template, start: b.attribute.start, end: b.attribute.end },
        handlerAt: f ? { file: f.file, start: f.start, end: f.end } : null,
      })
    }
  }
  return out
}

const MOVES: Readonly<Record<string, Navigation['kind']>> = {
  navigateTo: 'navigateTo',
  redirectTo: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
  navigateBack: 'navigateBack',
  navigateToMiniProgram: 'miniProgram',
  openEmbeddedMiniProgram: 'miniProgram',
  exitMiniProgram: 'exit',
  preloadPage: 'navigateTo',
}
function navigationViews(m: Machine, byApi: ReadonlyMap<string, ApiCall[]>, shown: readonly Shown[]): Navigation[] {
  const out: Navigation[] = []
  const nothing = viewOf(m, UNDEFINED)
  for (const [name, kind] of Object.entries(MOVES))
    for (const call of byApi.get(name) ?? [])
      for (const c of call.contexts) {
        const options = c.args[0]
        const url = (kind === 'miniProgram' ? options?.get('appId') : options?.get('url')) ?? nothing
        out.push({ from: c.root.unit, kind, url, at: call.at, call })
      }
  for (const x of shown) {
    if (!x.reachable) continue
    if (x.element?.tag === 'navigator' && (x.slot === 'url' || x.slot === 'app-id')) {
      const type = (attribute(x.element, 'open-type') ?? attribute(x.element, 'openType'))?.value ?? 'navigate'
      const foreign = attribute(x.element, 'target')?.value === 'miniProgram'
      const kind = foreign
        ? 'miniProgram'
        : type === 'redirect'
          ? 'redirectTo'
          : type === 'switchTab'
            ? 'switchTab'
            : type === 'reLaunch'
              ? 'reLaunch'
              : type === 'navigateBack'
                ? 'navigateBack'
                : type === 'exit'
                  ? 'exit'
                  : 'navigateTo'
      out.push({ from: x.unit, kind, url: x.value, at: x.at, element: x.element })
    } else if (x.element?.tag === 'web-view' && x.slot === 'src')
      out.push({ from: x.unit, kind: 'web', url: x.value, at: x.at, element: x.element })
  }
  return out
}

/** Page routes that an address means, seen from a page. */
export function routeOf(model: ProgramModel, from: Unit, url: string): string | null {
  const path = url.split(/[?#]/)[0]!
  if (path === '' || /^[a-z]+:/i.test(path)) return null
  const parts = path.startsWith('/') ? [] : from.base.slice(model.root.length).split('/').slice(0, -1)
  for (const p of path.split('/')) {
    if (p === '' || p === '.') continue
    if (p === '..') parts.pop()
    else parts.push(p)
  }
  return model.root + parts.join('/').replace(/\.(?:html|wxml|ttml)$/, '')
}

function reachableUnits(model: ProgramModel, navigations: readonly Navigation[], units: Units): Set<string> {
  const out = new Set<string>()
  const queue: string[] = []
  const add = (base: string | null | undefined): void => {
    if (base && !out.has(base)) {
      out.add(base)
      queue.push(base)
    }
  }
  add(model.home)
  for (const t of model.tabBar) add(t.page)
  const byFrom = new Map<string, Navigation[]>()
  for (const n of navigations) {
    const list = byFrom.get(n.from.base)
    if (list) list.push(n)
    else byFrom.set(n.from.base, [n])
  }
  const pages = new Set(model.pages.map((p) => p.base))
  const follow = (n: Navigation): void => {
    for (const c of n.url.constants)
      if (typeof c === 'string') {
        const r = routeOf(model, n.from, c)
        if (r && pages.has(r)) add(r)
      }
    for (const p of n.url.pieces) {
      const head = p[0]
      if (typeof head === 'string' && head.includes('?')) {
        const r = routeOf(model, n.from, head)
        if (r && pages.has(r)) add(r)
      } else if (p.length) {
        // Computed in part: every page that fits the known pieces may be meant.
        const known = p.filter((x): x is string => x !== null && /\w{3}/.test(x))
        if (known.length)
          for (const page of pages) if (known.every((k) => `/${page.slice(model.root.length)}`.includes(k.split('?')[0]!))) add(page)
      }
    }
  }
  for (const n of byFrom.get(model.app.base) ?? []) follow(n)
  while (queue.length) {
    const base = queue.pop()!
    for (const child of units.states.get(base)?.template?.children.values() ?? []) add(child.unit.base)
    for (const n of byFrom.get(base) ?? []) follow(n)
  }
  return out
}
