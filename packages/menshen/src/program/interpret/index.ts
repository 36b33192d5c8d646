/**
 * The abstract interpretation of a program, from the outside: `interpret(model)` walks every module, lifecycle and
 * handler and answers what rules ask: who calls which platform function, when, after what, under which conditions,
 * with which values; what is bound, shown and written; which page leads where.
 */
import type { ScriptFacts } from '../script/ir.ts'
import type { ProgramModel } from '../types.ts'
import { assemble } from './answer.ts'
import { frameworkAdapter } from './frameworks.ts'
import { joinAll } from './join.ts'
import { type Host, Machine, RATION } from './machine.ts'
import { type FactsCache, Modules } from './modules.ts'
import { asksDevice, type Device, PlatformApi } from './platform.ts'
import type { ShownRecord } from './template.ts'
import type { Interpretation, Root, RootKind } from './types.ts'
import type { UnitState } from './unit-state.ts'
import { eventObject, Units } from './units.ts'
import { alternatives, type Site, stringsOf, UNDEFINED, UNKNOWN, type V } from './value.ts'

export type { FactsCache } from './modules.ts'
export { routeOf } from './navigation.ts'
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
    answers: (api) => options.device !== undefined && asksDevice(api, options.device),
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
  /** Any of the first pages: what the stack of pages may hold. */
  let somePages: V | null = null
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
          list.any = somePages ??= joinAll([UNDEFINED, ...model.pages.slice(0, 24).map((p) => units.states.get(p.base)!.instance)])!
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
    for (const [name, f] of units.lifecyclesOf(s)) units.run('lifecycle', name, s, f, lifecycleArgs(machine, name, s), RATION.lifecycle)
  }
  runLifecycles(units.app)
  for (const s of units.states.values()) runLifecycles(s)
  for (const s of units.states.values())
    for (const b of s.template?.properties ?? []) {
      const root: Root = { kind: 'observer', name: b.property, unit: b.child.unit, at: b.at, template: b.at.file }
      machine.enterRoot(root, RATION.change, () => units.setProperty(b.child, b.property, b.value(), b.at))
    }

  // 3. What people do.
  for (const s of units.states.values()) runEvents(units, s, false)
  for (const s of [units.app, ...units.states.values()])
    for (const [name, kind, f] of units.laterOf(s))
      units.run(kind, name, s, f, [machine.unknown('event', name, { file: s.unit.script ?? '', start: 0, end: 0 })], RATION.handler)
  for (const s of units.states.values()) runEvents(units, s, true)

  framework.run(units)

  // 4. Methods that nothing we saw leads to.
  for (const s of [units.app, ...units.states.values()])
    for (const [name, f] of s.methods)
      if (f.t === 1 && f.kind === 'function' && f.fn && !machine.wasEntered(f)) units.run('unbound', name, s, f, [UNKNOWN], RATION.unbound)

  framework.settled(units)
  const shown: ShownRecord[] = []
  for (const s of units.states.values()) s.template?.show(shown)
  framework.show(units, shown)
  // What a framework computes for its templates is code as well: it is walked now, for what it calls.
  if (model.framework !== 'native') for (const one of shown) void [one.value, one.conditions]

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
      units.run(kind, b.event, s, f, [eventObject(units.m, b.event, b.dataset(), null, site)], RATION.handler, b.element, b.template)
  }
}
