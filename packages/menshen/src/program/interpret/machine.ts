/**
 * The abstract interpreter: walks the intermediate form of every entry point with unknown inputs. Undecided branches
 * are taken on both sides, loops run once (over the elements where they are known), recursion is cut. All work is
 * bounded by fuel, depth and memo tables; when fuel runs out the result says so (`cut`), it never just stops short.
 */
import { type Node, Op, type ScriptFacts } from '../script/ir.ts'
import { builtinGlobal, methodOf } from './builtins.ts'
import { runGenerator } from './generator.ts'
import type { Origin, Root, Step } from './types.ts'
import {
  alternatives,
  Const,
  FALSE,
  type Frame,
  isFunction,
  join,
  joinAll,
  type ModuleRef,
  mergeOrigins,
  type Native,
  NO_ORIGINS,
  Obj,
  type ObjKind,
  originsOf,
  Several,
  type Site,
  stringsOf,
  TRUE,
  truth,
  UNDEFINED,
  UNKNOWN,
  Unknown,
  type V,
} from './value.ts'

// ---- context of the walk ---------------------------------------------------------------------------------------

export interface PathNode {
  readonly at: Site
  readonly name: string
  readonly how: Step['how']
  readonly prev: PathNode | null
  readonly length: number
}
export interface GuardNode {
  readonly id: number
  readonly at: Site
  readonly holds: boolean
  readonly origins: readonly Origin[]
  readonly prev: GuardNode | null
}
export interface AfterNode {
  readonly id: number
  readonly call: CallRecord
  readonly prev: AfterNode | null
}
export interface CallRecord {
  readonly ns: string
  readonly api: string
  readonly at: Site
  readonly nameAt: Site
  readonly how: 'member' | 'computed' | 'alias'
  readonly contexts: ContextRecord[]
}
export interface ContextRecord {
  readonly root: Root
  readonly path: PathNode | null
  readonly guards: GuardNode | null
  readonly after: AfterNode | null
  readonly args: readonly V[]
  readonly length: number
}

/** What the machine needs from around it. */
export interface Host {
  facts(file: string): ScriptFacts | null
  /** The file a specifier leads to from a file, or null. */
  resolve(from: string, specifier: string): string | null
  source(file: string): string
  /** Root for code at module level of a file. */
  moduleRoot(file: string): Root
  global(machine: Machine, name: string): V | undefined
  apiGet(machine: Machine, api: Obj, key: string, site: Site): V
  apiSet(machine: Machine, api: Obj, key: string, value: V, site: Site): void
  apiCall(machine: Machine, api: Obj, self: V, args: readonly V[], site: Site): V
  /** True when all of these are answers about a phone whose kind is given. */
  assumed(origins: readonly Origin[]): boolean
  /** True for vendored code. */
  foreign(file: string): boolean
  /** Stands in for a module that is not walked (a framework's runtime). */
  standIn(machine: Machine, file: string): V | null
  /** Functions of a file whose meaning is known by what they are (compilers' own), put into `overrides`. */
  recognise(machine: Machine, file: string, facts: ScriptFacts): void
  /** A chunk of a bundle is pushed: `(x.webpackJsonp = x.webpackJsonp || []).push([ids, modules, entries])`. */
  chunk(machine: Machine, list: V, chunk: V, site: Site): void
  /** A member of a special object (a unit's instance) is written. */
  tagSet(machine: Machine, object: Obj, key: string, value: V, site: Site): void
  /** A required path that leads nowhere. */
  missing(file: string, specifier: { readonly source: string; readonly start: number; readonly end: number }): void
  /** Members that special objects have of themselves (a unit's instance). */
  tagGet(machine: Machine, object: Obj, key: string): V | undefined
}

interface Module extends ModuleRef {
  readonly facts: ScriptFacts
  readonly exports: Obj
  readonly moduleObject: Obj
  /** True once the walk of its top level ended. */
  done: boolean
  walked: boolean
  frame: Frame
}

/** What stands in for a function: it gets the closure itself, so that it can look at the variables around it. */
export type Override = (closure: Obj, self: V, args: readonly V[], site: Site) => V

const MAX_CALL_DEPTH = 60
/** Depth of all modules that require each other within a call, together. */
const MAX_MODULE_DEPTH = 160
const MAX_SAME_FUNCTION = 3
const MAX_ENTRIES_PER_ROOT = 40
/** Work that one function of vendored code may cost in all: parsers of rich text and the like would eat everything. */
const FOREIGN_FUEL = 6_000
/** Fuel for the top level of one module. */
const MODULE_FUEL = 400_000
const FOREIGN_MODULE_FUEL = 20_000
const MAX_LIST = 64
const MAX_CONTEXTS = 12

export class Machine {
  readonly host: Host
  readonly modules = new Map<string, Module>()
  readonly calls = new Map<string, CallRecord>()
  /** Functions whose meaning is known: called in place of their bodies. */
  readonly overrides = new Map<object, Override>()
  /** Scripts and functions that were entered: function start offsets by file. */
  readonly enteredFunctions = new Map<string, Set<number>>()
  root: Root
  path: PathNode | null = null
  guards: GuardNode | null = null
  after: AfterNode | null = null
  region = 0
  /** Counts roots: values of templates are computed once for each. */
  walk = 0
  regions = 1
  private depth = 0
  /** Depth of the modules of a bundle that are being walked around the present one. */
  private moduleDepth = 0
  private serial = 1
  fuel: number
  /** Fuel of the current root. */
  private ration = 0
  cut = false
  readonly cutRoots = new Set<string>()
  private memo = new Map<object, Entry[]>()
  private readonly foreignSpent = new Map<object, number>()
  private entries = new Map<object, number>()
  private active = new Map<object, number>()
  private readonly originTable = new Map<string, Origin>()
  private originSerial = 1
  /** Origins of members, by the id of the origin they were read from. */
  private readonly members: (Map<string, Origin> | undefined)[] = []
  /** Closures that were handed to code that could not be followed, with the context they were made in. */
  private escaped: { value: Obj; path: PathNode | null; guards: GuardNode | null; after: AfterNode | null }[] = []

  constructor(host: Host, root: Root, fuel: number) {
    this.host = host
    this.root = root
    this.fuel = fuel
  }

  // ---- roots ---------------------------------------------------------------------------------------------------

  /** Runs `body` as what a root sets in motion, within its own ration of fuel. `kept`: functions it hands away are kept for later. */
  enterRoot(root: Root, ration: number, body: () => void, kept = false): void {
    const saved = {
      root: this.root,
      path: this.path,
      guards: this.guards,
      after: this.after,
      region: this.region,
      depth: this.depth,
      memo: this.memo,
      entries: this.entries,
      ration: this.ration,
      escaped: this.escaped,
    }
    this.walk++
    this.root = root
    this.path = null
    this.guards = null
    this.after = null
    this.region = this.regions++
    this.depth = 0
    this.memo = new Map()
    this.entries = new Map()
    this.escaped = []
    this.ration = Math.min(ration, this.fuel)
    body()
    // Callbacks that were handed away and never called by code we follow: somebody calls them, on this root's behalf.
    for (let i = 0; !kept && i < this.escaped.length && i < 40; i++) {
      const e = this.escaped[i]!
      if (e.value.entered) continue
      this.path = e.path
      this.guards = e.guards
      this.after = e.after
      this.callback(e.value, [UNKNOWN, UNKNOWN], 'callback', 'callback', null)
    }
    if (this.ration <= 0) this.cutRoots.add(`${root.unit.base} ${root.name}`)
    if (this.fuel <= 0) this.cut = true
    Object.assign(this, saved)
  }

  // ---- origins -------------------------------------------------------------------------------------------------

  origin(source: Origin['source'], name: string, at: Site, path = '', from?: Origin, channel?: string): Origin {
    const key = `${source}|${name}|${path}|${at.file}|${at.start}|${from?.id ?? ''}|${channel ?? ''}`
    let o = this.originTable.get(key)
    if (!o) {
      o = { id: this.originSerial++, source, name, path, at: { file: at.file, start: at.start, end: at.end }, from, channel }
      this.originTable.set(key, o)
    }
    return o
  }
  unknown(source: Origin['source'], name: string, at: Site, path = ''): Unknown {
    return new Unknown([this.origin(source, name, at, path)])
  }
  /** The same origins after they went through a channel (setData, storage, globalData, parameter of a page). */
  through(v: V, channel: string, at: Site): V {
    if (v.t === 2 && v.origins.length)
      return new Unknown(
        v.origins.map((o) => this.hop(o, channel, at)),
        v.pieces,
        v.holds,
      )
    if (v.t === 3 && v.values.some((w) => w.t === 2 && w.origins.length > 0 && w.origins.some((o) => o.channel !== channel)))
      return new Several(v.values.map((w) => this.through(w, channel, at) as Const | Obj | Unknown))
    return v
  }
  private hop(o: Origin, channel: string, at: Site): Origin {
    if (o.channel === channel) return o
    let hops = 0
    for (let p: Origin | undefined = o; p; p = p.from) {
      if (p.channel === channel && p.at.file === at.file && p.at.start === at.start) return o
      hops++
    }
    return hops > 6 ? o : this.origin(o.source, o.name, at, o.path, o, channel)
  }
  private extend(o: Origin, key: string): Origin {
    const depth = o.path === '' ? 0 : o.path.split('.').length
    if (depth >= 6) return o
    let members = this.members[o.id]
    if (!members) {
      members = new Map()
      this.members[o.id] = members
    }
    let e = members.get(key)
    if (!e) {
      e = { ...o, id: this.originSerial++, path: o.path === '' ? key : `${o.path}.${key}` }
      members.set(key, e)
    }
    return e
  }

  /** `global`, `globalThis`. */
  globalObject(): V {
    return builtinGlobal(this, 'globalThis') ?? UNKNOWN
  }

  // ---- objects -------------------------------------------------------------------------------------------------

  object(kind: ObjKind, site: Site | null): Obj {
    const o = new Obj(kind, this.region)
    if (site) {
      o.file = site.file
      o.start = site.start
      o.end = site.end
    }
    return o
  }
  list(items: V[], site: Site | null): Obj {
    const o = this.object('array', site)
    o.items = items
    return o
  }
  native(fn: Native): Obj {
    const o = new Obj('function', 0)
    o.native = fn
    return o
  }
  promise(resolved: V | null, calls: readonly CallRecord[], site: Site | null): Obj {
    const o = this.object('promise', site)
    o.resolved = resolved
    o.calls = calls
    return o
  }

  get(v: V, key: string, site: Site): V {
    switch (v.t) {
      case 0: {
        if (typeof v.v === 'string') {
          if (key === 'length') return new Const(v.v.length)
          if (/^\d+$/.test(key)) return v.v[Number(key)] === undefined ? UNDEFINED : new Const(v.v[Number(key)])
        }
        return v.v === null || v.v === undefined ? UNDEFINED : (methodOf(this, v, key) ?? UNDEFINED)
      }
      case 2: {
        if (!v.origins.length && !v.holds.length) return UNKNOWN
        let member = v.members?.get(key)
        if (!member) {
          member = new Unknown(v.origins.length ? v.origins.map((o) => this.extend(o, key)) : NO_ORIGINS, null, v.holds)
          v.members ??= new Map()
          if (v.members.size < 64) v.members.set(key, member)
        }
        return member
      }
      case 3: {
        this.ration -= v.values.length
        const parts: V[] = []
        for (let i = 0; i < v.values.length; i++) {
          const w = v.values[i]!
          if (w.t !== 0 || (w.v !== undefined && w.v !== null)) parts.push(this.get(w, key, site))
        }
        return joinAll(parts) ?? UNDEFINED
      }
    }
    return this.getOwn(v, v, key, site, 0)
  }
  private getOwn(receiver: Obj, o: Obj, key: string, site: Site, hops: number): V {
    if (o.props) {
      const p = o.props.get(key)
      if (p !== undefined) {
        const value = p.t === 1 && p.tag === GETTER ? this.call(p, receiver, [], site, 'call') : p
        return o.any && o.kind !== 'array' ? join(value, this.fromAny(o, key)) : value
      }
    }
    if (o.items) {
      if (key === 'length') return new Const(o.items.length)
      const i = Number(key)
      if (Number.isInteger(i) && i >= 0 && key !== '') return o.items[i] ?? UNDEFINED
    } else if (o.kind === 'array' && (key === 'length' || /^\d+$/.test(key)))
      return key === 'length' ? UNKNOWN : o.any ? join(o.any, UNDEFINED) : UNKNOWN
    const special = o.tag !== null ? this.host.tagGet(this, o, key) : undefined
    if (special !== undefined) return special
    if (o.kind === 'api') return this.host.apiGet(this, o, key, site)
    if (o.kind === 'proxy') return this.proxyGet(o, key, site)
    const method = methodOf(this, o, key)
    if (method) return method
    if (o.proto && hops < 12) {
      const inherited = this.getOwn(receiver, o.proto, key, site, hops + 1)
      if (!(inherited.t === 0 && inherited.v === undefined)) return inherited
    }
    if (o.any) return this.fromAny(o, key)
    if (o.kind === 'class' && o.tag instanceof ClassTag && o.tag.parent) return this.get(o.tag.parent, key, site)
    return o.open ? UNKNOWN : UNDEFINED
  }
  /** What stands under an unknown key; when one unknown key only was used, the known key is put in its place (`api[name] = o => wx[name](o)`). */
  private fromAny(o: Obj, key: string): V {
    const any = o.any!
    if (!o.anyKey) return any
    const rebound = alternatives(any).map((w) => (w.t === 1 && w.fn && w.frame ? this.rebind(w, o.anyKey!, new Const(key)) : w))
    return rebound.length === 1 ? (rebound[0] as V) : rebound.reduce<V>((a, b) => join(a, b), rebound[0] as V)
  }
  private rebind(f: Obj, from: Unknown, to: Const): Obj {
    const copy = (frame: Frame | null, hops: number): Frame | null => {
      if (!frame || hops > 3) return frame
      const parent = copy(frame.parent, hops + 1)
      if (parent === frame.parent && !frame.vars.includes(from)) return frame
      return { ...frame, parent, vars: frame.vars.map((x) => (x === from ? to : x)) }
    }
    const frame = copy(f.frame, 0)
    if (frame === f.frame) return f
    const g = new Obj(f.kind, f.region)
    Object.assign(g, { fn: f.fn, frame, boundThis: f.boundThis, file: f.file, start: f.start, end: f.end })
    return g
  }
  private proxyGet(o: Obj, key: string, site: Site): V {
    const { target, handler } = o.tag as { target: V; handler: V }
    const trap = this.get(handler, 'get', site)
    return isFunction(trap) ? this.call(trap, handler, [target, new Const(key), o], site, 'call') : this.get(target, key, site)
  }

  getIndex(v: V, key: V, site: Site): V {
    if (key.t === 0 && key.v !== undefined && key.v !== null) return this.get(v, String(key.v), site)
    if (key.t === 2) return this.everything(v, key, site)
    const keys = alternatives(key)
    let out: V | null = null
    let unknownKey: Unknown | null = null
    for (const k of keys) {
      if (k.t === 0 && k.v !== undefined && k.v !== null) {
        const x = this.get(v, String(k.v), site)
        out = out ? join(out, x) : x
      } else if (k.t === 2) unknownKey = k
    }
    if (unknownKey || !out) {
      const all = this.everything(v, unknownKey ?? UNKNOWN, site)
      out = out ? join(out, all) : all
    }
    return out
  }
  /** Any member of a value. */
  everything(v: V, key: Unknown, site: Site): V {
    let out: V | null = null
    for (const w of alternatives(v)) {
      let x: V = UNKNOWN
      if (w.t === 2)
        x = w.origins.length
          ? new Unknown(
              w.origins.map((o) => this.extend(o, '*')),
              null,
              w.holds,
            )
          : w
      else if (w.t === 1) {
        if (w.kind === 'api') x = this.host.apiGet(this, w, '*', site)
        else if (w.kind === 'proxy') x = this.everything((w.tag as { target: V }).target, key, site)
        else {
          const parts: V[] = w.any ? [w.any] : []
          if (w.items) parts.push(...w.items)
          if (w.props && w.kind !== 'array') for (const e of w.props.values()) if (parts.push(e) >= MAX_LIST) break
          this.ration -= parts.length >> 1
          const acc = joinAll(parts)
          // A table that is read with an unknown key may also have nothing there; that changes no verdict, so it is left out.
          x = acc ?? UNDEFINED
        }
      } else if (w.v === undefined || w.v === null) continue
      out = out ? join(out, x) : x
    }
    return out ?? UNDEFINED
  }

  set(v: V, key: string, value: V, site: Site): void {
    for (const o of alternatives(v)) {
      if (o.t !== 1) continue
      if (o.kind === 'api') {
        this.host.apiSet(this, o, key, value, site)
        continue
      }
      const strong = o.region === this.region && v.t === 1
      if (o.items && /^\d+$/.test(key)) {
        const i = Number(key)
        if (i > 2000) continue
        while (o.items.length < i) o.items.push(UNDEFINED)
        o.items[i] = strong || o.items[i] === undefined ? value : join(o.items[i]!, value)
        continue
      }
      o.props ??= new Map()
      const old = o.props.get(key)
      if (old === undefined && o.props.size > 4000) continue
      // What is written over a getter stands in its place.
      o.props.set(key, old === undefined || strong || (old.t === 1 && old.tag === GETTER) ? value : join(old, value))
      if (o.tag !== null) this.host.tagSet(this, o, key, value, site)
    }
  }
  setIndex(v: V, key: V, value: V, site: Site): void {
    for (const k of alternatives(key)) {
      if (k.t === 0 && k.v !== undefined && k.v !== null) this.set(v, String(k.v), value, site)
      else if (k.t === 2)
        for (const o of alternatives(v)) {
          if (o.t !== 1) continue
          if (o.kind === 'api') {
            this.host.apiSet(this, o, '*', value, site)
            continue
          }
          if (o.items) {
            o.any = o.items.reduce<V>((a, b) => join(a, b), value)
            o.items = null
            continue
          }
          o.anyKey = o.any === null || o.anyKey === k ? k : null
          o.any = o.any ? join(o.any, value) : value
        }
    }
  }

  // ---- calls ---------------------------------------------------------------------------------------------------

  call(f: V, self: V, args: readonly V[], site: Site, how: Step['how'], name = ''): V {
    if (--this.ration <= 0) return UNKNOWN
    this.fuel--
    if (f.t === 3) {
      let out: V | null = null
      for (const w of f.values) {
        if (w.t === 0) continue
        const x = this.call(w, self, args, site, how, name)
        out = out ? join(out, x) : x
      }
      return out ?? this.unknownCall(UNKNOWN, args, site)
    }
    if (f.t !== 1) return this.unknownCall(f, args, site)
    const bound = f.boundArgs ? [...f.boundArgs, ...args] : args
    if (f.native) return f.native(f.boundThis ?? self, bound, site)
    if (f.fn) return this.invoke(f, f.boundThis ?? self, bound, site, how, name)
    if (f.kind === 'api') return this.host.apiCall(this, f, self, bound, site)
    if (f.kind === 'class') return this.construct(f, bound, site)
    return this.unknownCall(f, args, site)
  }

  /** A function that we do not have: it may call the functions it is given; its answer depends on what it was given. */
  unknownCall(f: V, args: readonly V[], site: Site): V {
    let origins: readonly Origin[] = f.t === 2 ? f.origins : NO_ORIGINS
    const holds: V[] = []
    for (const a of args) {
      origins = mergeOrigins(origins, originsOf(a, 2))
      if (isFunction(a)) {
        holds.push(a)
        // At module level this is how methods are wrapped (debounce, async helpers): the wrapper calls them later, for whoever calls it.
        if (this.root.kind !== 'module') this.callback(a, [UNKNOWN, UNKNOWN], 'callback', 'callback', null, site)
      } else if (a.t === 1 && a.props && a.kind === 'object' && this.root.kind !== 'module') {
        for (const k of ['success', 'fail', 'complete', 'then', 'callback', 'cb', 'onSuccess', 'onFail', 'confirm', 'cancel']) {
          const p = a.props.get(k)
          if (p && isFunction(p)) this.callback(p, [UNKNOWN, UNKNOWN], k, 'callback', null, site)
        }
      }
    }
    if (f.t === 2) this.callHeld(f.holds, args.length ? args : [UNKNOWN], 'callback', site)
    return origins.length || holds.length ? new Unknown(origins, null, holds) : UNKNOWN
  }

  /** Functions that something unknown holds on to: each is called at most twice for one root, since nobody knows when it would be. */
  private callHeld(holds: readonly V[], args: readonly V[], name: string, site: Site): void {
    for (const h of holds) {
      if (!isFunction(h)) continue
      const count = this.entries.get(h) ?? 0
      if (count >= 2) continue
      this.entries.set(h, count + 1)
      this.callback(h, args, name, 'callback', null, site)
    }
  }

  /** Calls a function as a callback: in an undecided stretch of its own, after `record` if one is given. */
  callback(
    f: V,
    args: readonly V[],
    name: string,
    how: Step['how'],
    record: CallRecord | readonly CallRecord[] | null,
    site?: Site,
    self: V = UNDEFINED,
  ): V {
    const saved = { region: this.region, after: this.after, guards: this.guards }
    this.region = this.regions++
    if (record) for (const r of Array.isArray(record) ? (record as readonly CallRecord[]) : [record as CallRecord]) this.pushAfter(r)
    const out = this.call(f, self, args, site ?? (f.t === 1 ? { file: f.file, start: f.start, end: f.end } : NOWHERE), how, name)
    Object.assign(this, saved)
    return out
  }
  pushAfter(record: CallRecord): void {
    let n = 0
    for (let a = this.after; a; a = a.prev) if (a.call === record || ++n > 12) return
    this.after = { id: this.serial++, call: record, prev: this.after }
  }

  private invoke(f: Obj, self: V, args: readonly V[], site: Site, how: Step['how'], name: string): V {
    const fn = f.fn!
    f.entered++
    const override = this.overrides.get(fn)
    if (override) return override(f, self, args, site)
    if (this.depth >= MAX_CALL_DEPTH || this.ration <= 0) return UNKNOWN
    const active = this.active.get(fn) ?? 0
    if (active >= MAX_SAME_FUNCTION) return UNKNOWN
    const module = f.frame!.module
    let known = this.memo.get(fn)
    if (known) {
      for (const e of known)
        if (e.closure === f && e.guards === this.guards && e.after === this.after && sameValue(e.self, self) && sameArgs(e.args, args))
          return e.result
      if (known.length >= MAX_ENTRIES_PER_ROOT) return UNKNOWN
    } else this.memo.set(fn, (known = []))
    if (module.foreign && this.root.kind !== 'module' && (this.foreignSpent.get(fn) ?? 0) > FOREIGN_FUEL) return UNKNOWN
    const fuelBefore = this.fuel
    const entry: Entry = { closure: f, self, guards: this.guards, after: this.after, args, result: UNKNOWN }
    known.push(entry)
    this.active.set(fn, active + 1)
    this.depth++
    let entered = this.enteredFunctions.get(module.file)
    if (!entered) this.enteredFunctions.set(module.file, (entered = new Set()))
    entered.add(fn.start)
    const savedPath = this.path
    const savedGuards = this.guards
    const savedAfter = this.after
    this.path = { at: site, name: name || fn.name, how, prev: savedPath, length: (savedPath?.length ?? 0) + 1 }
    const frame: Frame = {
      vars: new Array(fn.slots),
      parent: f.frame,
      module,
      thisValue: fn.arrow ? f.frame!.thisValue : self,
      args: fn.arrow ? f.frame!.args : args,
      result: null,
      fn,
      callee: fn.arrow ? f.frame!.callee : f,
    }
    for (const [slot, index] of fn.hoisted) frame.vars[slot] = module.functions[index] === fn ? f : this.closure(index, frame)
    for (let i = 0; i < fn.params.length; i++) {
      const p = fn.params[i]!
      if (p[0] === Op.Rest) this.bind(p[3] as Node, this.list(args.slice(i), null), frame)
      else this.bind(p, args[i] ?? UNDEFINED, frame)
    }
    let out: V
    if (fn.concise) out = this.ev(fn.body[0]!, frame)
    else {
      this.block(fn.body, frame)
      out = frame.result ?? UNDEFINED
    }
    if (fn.async) out = this.settle(out, site)
    else if (fn.generator) out = UNKNOWN
    this.path = savedPath
    this.guards = savedGuards
    this.after = savedAfter
    this.depth--
    this.active.set(fn, active)
    entry.result = out
    if (module.foreign && this.root.kind !== 'module') this.foreignSpent.set(fn, (this.foreignSpent.get(fn) ?? 0) + fuelBefore - this.fuel)
    return out
  }
  /** A promise of a value; promises inside are flattened. */
  settle(v: V, site: Site): Obj {
    let calls: CallRecord[] = []
    let value: V | null = null
    for (const w of alternatives(v)) {
      if (w.t === 1 && w.kind === 'promise') {
        calls = [...calls, ...(w.calls as CallRecord[])]
        const x = w.resolved ?? UNKNOWN
        value = value ? join(value, x) : x
      } else value = value ? join(value, w) : w
    }
    return this.promise(value, calls, site)
  }
  /** Whether a function was walked; of copies bound to one object, whether any was. */
  wasEntered(f: Obj): boolean {
    return f.entered > 0 || (f.boundThis !== null && this.enteredFunctions.get(f.file)?.has(f.start) === true)
  }
  escape(value: Obj): void {
    if (this.escaped.length < 200) this.escaped.push({ value, path: this.path, guards: this.guards, after: this.after })
  }

  construct(c: V, args: readonly V[], site: Site): V {
    if (c.t === 3) return c.values.map((w) => this.construct(w, args, site)).reduce((a, b) => join(a, b))
    if (c.t !== 1) return this.unknownCall(c, args, site)
    if (c.native) return c.native(UNDEFINED, args, site)
    if (c.kind === 'api') return this.host.apiCall(this, c, UNDEFINED, args, site)
    const o = this.object('object', site)
    const prototype = c.props?.get('prototype')
    if (prototype?.t === 1) o.proto = prototype
    if (c.kind === 'class') this.runConstructor(c, o, args, site)
    else if (c.fn) {
      const result = this.invoke(c, o, args, site, 'call', c.fn.name)
      if (result.t === 1) return result
    } else return this.unknownCall(c, args, site)
    return o
  }
  runConstructor(c: Obj, self: Obj, args: readonly V[], site: Site): void {
    const tag = c.tag instanceof ClassTag ? c.tag : null
    if (!tag) return
    const maker = tag.constructorFn
    if (!maker && tag.parent) this.superCall(tag.parent, self, args, site)
    for (const [key, node, frame] of tag.fields) this.set(self, key, this.ev(node, { ...frame, thisValue: self }), site)
    if (maker) this.invoke(maker, self, args, site, 'call', 'constructor')
  }
  private superCall(parent: V, self: V, args: readonly V[], site: Site): void {
    if (parent.t !== 1 || self.t !== 1) return
    if (parent.kind === 'class') this.runConstructor(parent, self, args, site)
    else if (parent.fn) this.invoke(parent, self, args, site, 'call', 'constructor')
  }

  // ---- recording -----------------------------------------------------------------------------------------------

  /** Writes down one call of a platform API in the present context. */
  record(ns: string, api: string, at: Site, nameAt: Site, how: CallRecord['how'], args: readonly V[]): CallRecord {
    const key = `${at.file}:${at.start}:${ns}.${api}`
    let call = this.calls.get(key)
    if (!call) this.calls.set(key, (call = { ns, api, at, nameAt, how, contexts: [] }))
    const context: ContextRecord = {
      root: this.root,
      path: this.path,
      guards: this.guards,
      after: this.after,
      args,
      length: this.path?.length ?? 0,
    }
    const list = call.contexts
    const same = list.findIndex(
      (c) =>
        c.root === context.root &&
        guardCount(c.guards) === guardCount(context.guards) &&
        (c.after?.call ?? null) === (context.after?.call ?? null),
    )
    if (same >= 0) {
      if (list[same]!.length > context.length) list[same] = context
      else if (list.filter((c) => c.root === context.root).length < 4) list.push(context)
      if (list.length > MAX_CONTEXTS * 2) list.length = MAX_CONTEXTS * 2
    } else if (list.length < MAX_CONTEXTS * 2) list.push(context)
    else {
      // Keep at least one of each kind of root.
      if (!list.some((c) => c.root.kind === context.root.kind)) list[list.length - 1] = context
    }
    return call
  }

  // ---- modules -------------------------------------------------------------------------------------------------

  /** The exports of a module, walked on first use. */
  require(file: string): Obj {
    return this.load(file)?.moduleExports() ?? this.object('object', null)
  }
  load(file: string): { module: Module; moduleExports: () => Obj } | null {
    let m = this.modules.get(file)
    if (!m) {
      const facts = this.host.facts(file)
      if (!facts) return null
      const exports = new Obj('object', 0)
      exports.file = file
      const moduleObject = new Obj('object', 0)
      moduleObject.props = new Map([['exports', exports as V]])
      const frame: Frame = {
        vars: [],
        parent: null,
        module: null as unknown as ModuleRef,
        thisValue: UNDEFINED,
        args: null,
        result: null,
        fn: facts.functions[0]!,
        callee: null,
      }
      m = {
        file,
        foreign: this.host.foreign(file),
        functions: facts.functions,
        facts,
        exports,
        moduleObject,
        done: false,
        walked: false,
        frame,
      }
      ;(frame as { module: ModuleRef }).module = m
      this.modules.set(file, m)
      const standIn = this.host.standIn(this, file)
      if (standIn) moduleObject.props.set('exports', standIn)
      else this.runModule(m)
    }
    const module = m
    return {
      module,
      moduleExports: () => {
        const e = module.moduleObject.props!.get('exports')!
        if (e.t === 1) return e
        const holder = new Obj('object', 0)
        holder.props = new Map([['default', e]])
        return holder
      },
    }
  }
  /** The exports of a module that is stood in for, walked after all. */
  walkedExports(file: string): Obj | null {
    const m = this.modules.get(file)
    if (!m) return null
    if (!m.walked) this.runModule(m)
    return m.exports
  }
  private runModule(m: Module): void {
    m.walked = true
    const top = m.facts.functions[0]!
    this.host.recognise(this, m.file, m.facts)
    if (this.depth < MAX_CALL_DEPTH)
      this.atModuleLevel(m.file, () => {
        m.exports.region = m.moduleObject.region = this.region
        this.depth++
        for (const [slot, index] of top.hoisted) m.frame.vars[slot] = this.closure(index, m.frame)
        this.block(top.body, m.frame)
        if (this.ration <= 0) this.cutRoots.add(m.file)
      })
    m.done = true
  }
  /** Runs the top level of a module (a file's, or one in a bundle), whoever requires it: with a root and a ration of its own. */
  atModuleLevel(file: string, body: () => void, ration = MODULE_FUEL): void {
    const saved = {
      root: this.root,
      path: this.path,
      guards: this.guards,
      after: this.after,
      region: this.region,
      depth: this.depth,
      ration: this.ration,
      memo: this.memo,
      entries: this.entries,
      active: this.active,
      escaped: this.escaped,
    }
    this.escaped = []
    this.root = this.host.moduleRoot(file)
    this.path = null
    this.guards = null
    this.after = null
    this.region = this.regions++
    this.memo = new Map()
    this.entries = new Map()
    this.active = new Map()
    this.ration = Math.min(ration, this.fuel)
    body()
    Object.assign(this, saved)
  }
  /** The same for a module of a bundle; false when modules require each other too deeply for it to be walked now. */
  bundled(file: string, body: () => void): boolean {
    if (this.moduleDepth + this.depth >= MAX_MODULE_DEPTH) return false
    this.moduleDepth += this.depth
    const depth = this.depth
    this.depth = 0
    // Libraries do much at their top level that says nothing about the program.
    this.atModuleLevel(file, body, this.host.foreign(file) ? FOREIGN_MODULE_FUEL : MODULE_FUEL)
    this.depth = depth
    this.moduleDepth -= depth
    return true
  }
  /** The value an import or require stands for. */
  private importedValue(n: Node, f: Frame): V {
    const m = this.modules.get(f.module.file)
    const spec = m?.facts.specifiers[n[3] as number]
    if (!spec) return UNKNOWN
    const name = n[4] as string
    const target = this.host.resolve(f.module.file, spec.source)
    if (!target) {
      this.host.missing(f.module.file, spec)
      return UNKNOWN
    }
    const loaded = this.load(target)
    if (!loaded) return UNKNOWN
    if (name === '*require') return loaded.module.moduleObject.props!.get('exports')!
    const exports = loaded.moduleExports()
    if (name === '*') return exports
    if (exports.kind === 'proxy' || exports.kind === 'api') return this.get(exports, name, nodeSite(f, n))
    const own = exports.props?.get(name)
    if (own !== undefined) return own
    // `import x from` a CommonJS module gives its whole exports
    if (name === 'default' && !loaded.module.facts.esm) return loaded.module.moduleObject.props!.get('exports')!
    const inherited = this.get(exports, name, nodeSite(f, n))
    return inherited.t === 0 && inherited.v === undefined && !loaded.module.done ? UNKNOWN : inherited
  }

  // ---- closures and variables ----------------------------------------------------------------------------------

  closure(index: number, f: Frame): Obj {
    const fn = f.module.functions[index]!
    const o = new Obj('function', this.region)
    o.fn = fn
    o.frame = f
    o.file = f.module.file
    o.start = fn.start
    o.end = fn.end
    return o
  }
  private frameAt(f: Frame, hops: number): Frame {
    let g = f
    for (; hops > 0 && g.parent; hops--) g = g.parent
    return g
  }
  private assignVar(hops: number, slot: number, value: V, f: Frame): void {
    if (hops === 0) {
      f.vars[slot] = value
      return
    }
    const g = this.frameAt(f, hops)
    const old = g.vars[slot]
    g.vars[slot] = old === undefined ? value : join(old, value)
  }
  /** Binds a pattern (parameter, declaration, assignment) to a value. */
  bind(p: Node, value: V, f: Frame): void {
    switch (p[0]) {
      case Op.Var:
        this.assignVar(p[3], p[4], value, f)
        return
      case Op.Default:
        this.bind(p[3], this.defaulted(value, p[4], f), f)
        return
      case Op.ObjectPattern: {
        const site = nodeSite(f, p)
        for (const [kind, key, target] of p[3]) {
          if (kind === 2) this.bind(target, value, f)
          else this.bind(target, kind === 1 ? this.getIndex(value, this.ev(key, f), site) : this.get(value, key, site), f)
        }
        return
      }
      case Op.ArrayPattern: {
        const site = nodeSite(f, p)
        p[3].forEach((target: Node | null, i: number) => {
          if (!target) return
          if (target[0] === Op.Rest) this.bind(target[3], value, f)
          else this.bind(target, this.get(value, String(i), site), f)
        })
        return
      }
      case Op.Rest:
        this.bind(p[3], value, f)
        return
      case Op.Member:
        this.set(this.ev(p[3], f), p[4], value, nodeSite(f, p))
        return
      case Op.Index:
        this.setIndex(this.ev(p[3], f), this.ev(p[4], f), value, nodeSite(f, p))
    }
  }
  private defaulted(value: V, node: Node, f: Frame): V {
    if (value.t === 0) return value.v === undefined ? this.ev(node, f) : value
    if (value.t === 1) return value
    if (value.t === 3 && !value.values.some((w) => w.t === 2 || (w.t === 0 && w.v === undefined))) return value
    const fallback = this.ev(node, f)
    const rest = alternatives(value).filter((w) => !(w.t === 0 && w.v === undefined))
    return rest.reduce<V>((a, b) => join(a, b), fallback)
  }

  // ---- statements ----------------------------------------------------------------------------------------------

  /** True when control never comes out at the end. */
  block(body: readonly Node[], f: Frame): boolean {
    for (const s of body) if (this.statement(s, f)) return true
    return false
  }
  private statement(s: Node, f: Frame): boolean {
    if (--this.ration <= 0) return true
    this.fuel--
    switch (s[0]) {
      case Op.Expr:
        this.ev(s[3], f)
        return false
      case Op.Declare:
        this.bind(s[3], s[4] ? this.ev(s[4], f) : UNDEFINED, f)
        return false
      case Op.Return: {
        const v = s[3] ? this.ev(s[3], f) : UNDEFINED
        f.result = f.result ? join(f.result, v) : v
        return true
      }
      case Op.If:
        return this.branch(s[3], s[4], s[5], f)
      case Op.Block:
        return this.block(s[3], f)
      case Op.Loop: {
        this.block(s[3], f)
        if (s[4] && !s[7] && this.firm(s[4], f) && truth(this.ev(s[4], f)) === false) return false
        for (const slot of s[8]) f.vars[slot] = new Unknown()
        this.undecided(f, () => {
          const saved = this.guards
          if (s[4]) this.pushGuards(s[4], true, f)
          this.block(s[6], f)
          if (s[5]) this.ev(s[5], f)
          this.guards = saved
        })
        return false
      }
      case Op.ForIn:
      case Op.ForOf:
        this.each(s, f)
        return false
      case Op.Switch:
        return this.choose(s, f)
      case Op.Try: {
        const ends = this.block(s[3], f)
        if (s[5])
          this.undecided(f, () => {
            if (s[4]) this.bind(s[4], UNKNOWN, f)
            this.block(s[5], f)
          })
        if (s[6] && this.block(s[6], f)) return true
        return ends && !s[5]
      }
      case Op.Throw:
        this.ev(s[3], f)
        return true
      case Op.Jump:
        return true
      case Op.Export: {
        const m = this.modules.get(f.module.file)!
        this.set(m.exports, s[3], this.ev(s[4], f), nodeSite(f, s))
        return false
      }
      case Op.ExportAll: {
        const m = this.modules.get(f.module.file)!
        const from = this.importedValue([Op.Imported, s[1], s[2], s[3], '*'], f)
        if (s[4]) this.set(m.exports, s[4], from, nodeSite(f, s))
        else if (from.t === 1 && from.props)
          for (const [k, v] of from.props) if (k !== 'default' && !m.exports.props?.has(k)) this.set(m.exports, k, v, nodeSite(f, s))
        return false
      }
    }
    return false
  }
  /** Runs a stretch of code that may or may not run: locals are joined afterwards, objects are only added to. */
  private undecided(f: Frame, body: () => void): void {
    const before = f.vars.slice()
    const saved = this.region
    this.region = this.regions++
    body()
    this.region = saved
    this.merge(f, before)
  }
  merge(f: Frame, other: readonly (V | undefined)[]): void {
    for (let i = 0; i < f.vars.length; i++) {
      const a = f.vars[i]
      const b = other[i]
      if (a !== b) f.vars[i] = a === undefined ? b : b === undefined ? a : join(a, b)
    }
  }
  private branch(test: Node, yes: readonly Node[], no: readonly Node[] | null, f: Frame): boolean {
    const decided = this.decide(test, f)
    if (decided === true) return this.block(yes, f)
    if (decided === false) return no ? this.block(no, f) : false
    const savedGuards = this.guards
    const savedAfter = this.after
    const savedRegion = this.region
    const before = f.vars.slice()
    const leaves = this.leaves
    this.region = this.regions++
    this.pushLeaves(leaves, test, true, f)
    const endsYes = this.block(yes, f)
    const afterYes = f.vars.slice()
    this.guards = savedGuards
    const reached = this.after
    this.after = savedAfter
    f.vars.splice(0, f.vars.length, ...before)
    let endsNo = false
    if (no) {
      this.region = this.regions++
      this.pushLeaves(leaves, test, false, f)
      endsNo = this.block(no, f)
      this.guards = savedGuards
    }
    this.region = savedRegion
    if (endsYes && endsNo) return true
    if (endsYes) {
      // `if (!ok) return`: what follows runs only where the condition failed
      this.pushLeaves(leaves, test, false, f)
      return false
    }
    if (endsNo) {
      f.vars.splice(0, f.vars.length, ...afterYes)
      this.after = reached
      this.pushLeaves(leaves, test, true, f)
      return false
    }
    this.merge(f, afterYes)
    return false
  }
  private choose(s: Node, f: Frame): boolean {
    const subject = this.ev(s[3], f)
    const cases = s[4] as readonly [Node | null, readonly Node[]][]
    const known = subject.t === 0 && this.firm(s[3], f) ? subject.v : NOT_KNOWN
    let start = -1
    if (known !== NOT_KNOWN) {
      for (let i = 0; i < cases.length; i++) {
        const t = cases[i]![0]
        if (!t) continue
        const v = this.ev(t, f)
        if (v.t !== 0) {
          start = -2
          break
        }
        if (v.v === known) {
          start = i
          break
        }
      }
      if (start === -1) start = cases.findIndex((c) => !c[0])
      if (start === -1) return false
    }
    if (start >= 0) {
      for (let i = start; i < cases.length; i++)
        for (const x of cases[i]![1]) if (this.statement(x, f)) return x[0] !== Op.Jump && f.result !== null
      return false
    }
    const origins = originsOf(subject, 1)
    for (const [test, body] of cases) {
      if (!body.length) continue
      this.undecided(f, () => {
        const saved = this.guards
        if (test) this.guards = { id: this.serial++, at: nodeSite(f, test), holds: true, origins, prev: saved }
        this.block(body, f)
        this.guards = saved
      })
    }
    return false
  }
  private each(s: Node, f: Frame): void {
    const [, , , bind, object, body, slots, hoisted] = s
    const site = nodeSite(f, s)
    const source = this.ev(object, f)
    const values = s[0] === Op.ForOf ? this.elements(source, site) : this.keysOf(source)
    const one = (v: V): void => {
      const frame: Frame = slots >= 0 ? { ...f, vars: new Array(slots), parent: f } : f
      if (slots >= 0) for (const [slot, index] of hoisted) frame.vars[slot] = this.closure(index, frame)
      this.bind(bind, v, frame)
      this.block(body, frame)
      if (slots >= 0 && frame.result) f.result = f.result ? join(f.result, frame.result) : frame.result
    }
    if (values && values.length <= MAX_LIST) {
      for (const v of values) this.undecided(f, () => one(v))
      return
    }
    const element = values
      ? values.reduce((a, b) => join(a, b))
      : s[0] === Op.ForOf
        ? this.everything(source, UNKNOWN, site)
        : new Unknown(originsOf(source, 1))
    this.undecided(f, () => one(element))
  }
  /** Elements of a value one by one, or null when they are not known. */
  elements(v: V, _site: Site): V[] | null {
    if (v.t === 1 && v.items) return v.items
    if (v.t === 0 && typeof v.v === 'string') return [...v.v].slice(0, MAX_LIST).map((c) => new Const(c))
    if (v.t === 1 && v.kind === 'map') return null
    return null
  }
  keysOf(v: V): V[] | null {
    if (v.t !== 1 || v.any || v.kind === 'api' || v.kind === 'proxy' || v.open) return null
    if (v.items) return v.items.map((_, i) => new Const(String(i)))
    return v.props ? [...v.props.keys()].slice(0, 400).map((k) => new Const(k)) : []
  }

  // ---- conditions ----------------------------------------------------------------------------------------------

  /** Leaves of the condition last decided: sub-conditions with their values. */
  leaves: readonly { node: Node; value: V }[] = []

  /** Whether a condition certainly holds; only for conditions made of constants, parameters and local names. Fields and outer variables may change. */
  decide(test: Node, f: Frame): boolean | undefined {
    const leaves: { node: Node; value: V }[] = []
    const v = this.condition(test, f, leaves)
    this.leaves = leaves
    return this.certain(test, f, v) ? truth(v) : undefined
  }
  private condition(n: Node, f: Frame, leaves: { node: Node; value: V }[]): V {
    if (n[0] === Op.Unary && n[3] === '!') {
      const v = this.condition(n[4], f, leaves)
      const t = truth(v)
      if (t === undefined) return new Unknown(originsOf(v, 1))
      return v.t === 0 && v.origins.length > 0 ? new Const(!t, '', 0, 0, v.origins) : t ? FALSE : TRUE
    }
    if (n[0] === Op.Logical && n[3] !== '??') {
      const left = this.condition(n[4], f, leaves)
      const t = this.certain(n[4], f, left) ? truth(left) : undefined
      if (n[3] === '&&' ? t === false : t === true) return left
      const saved = this.guards
      if (t === undefined) this.pushGuards(n[4], n[3] === '&&', f, left)
      const right = this.condition(n[5], f, leaves)
      this.guards = saved
      return t === undefined ? join(left, right) : right
    }
    if (n[0] === Op.Seq) {
      // Minified code puts statements before a condition: `if (a(), b)`
      for (const x of n[3].slice(0, -1)) this.ev(x, f)
      return this.condition(n[3].at(-1), f, leaves)
    }
    const v = this.ev(n, f)
    leaves.push({ node: n, value: v })
    return v
  }
  pushLeaves(leaves: readonly { node: Node; value: V }[], test: Node, holds: boolean, f: Frame): void {
    const visit = (n: Node, h: boolean): void => {
      if (n[0] === Op.Unary && n[3] === '!') {
        visit(n[4], !h)
        return
      }
      if (n[0] === Op.Seq) {
        visit(n[3].at(-1), h)
        return
      }
      if (n[0] === Op.Logical && n[3] === (h ? '&&' : '||')) {
        visit(n[4], h)
        visit(n[5], h)
        return
      }
      if (n[0] === Op.Const) return
      let origins: readonly Origin[] = NO_ORIGINS
      for (const l of leaves)
        if (l.node === n || ((l.node[1] as number) >= n[1] && (l.node[2] as number) <= n[2]))
          origins = mergeOrigins(origins, originsOf(l.value, 1))
      this.guards = { id: this.serial++, at: nodeSite(f, n), holds: h, origins, prev: this.guards }
    }
    visit(test, holds)
  }
  private pushGuards(n: Node, holds: boolean, f: Frame, value?: V): void {
    const v = value ?? this.ev(n, f)
    this.pushLeaves([{ node: n, value: v }], n, holds, f)
  }
  /** Either made of what cannot change, or an answer about the phone that was assumed. */
  private certain(n: Node, f: Frame, v: V): boolean {
    return this.firm(n, f) || (v.t === 0 && v.origins.length > 0 && this.host.assumed(v.origins))
  }
  private firm(n: Node, f: Frame): boolean {
    switch (n[0]) {
      case Op.Const:
      case Op.Func:
      case Op.Object:
      case Op.Array:
        return true
      case Op.Var: {
        const g = this.frameAt(f, n[3])
        return n[3] === 0 || !g.fn.mutable.includes(n[4])
      }
      case Op.Unary:
        return n[3] === 'typeof' ? n[4][0] === Op.Global || this.firm(n[4], f) : this.firm(n[4], f)
      case Op.Binary:
        return this.firm(n[4], f) && this.firm(n[5], f)
      case Op.Logical:
        return this.firm(n[4], f) && this.firm(n[5], f)
      case Op.Global:
        return n[3] === 'undefined' || n[3] === 'wx' || n[3] === 'tt'
      case Op.Member:
        // What compilers ask of a module holds for good.
        if (n[4] === '__esModule') return this.firm(n[3], f)
        return n[3][0] === Op.Global && (n[3][3] === 'wx' || n[3][3] === 'tt') ? false : n[4] === 'length' && this.firm(n[3], f)
    }
    return false
  }

  // ---- expressions ---------------------------------------------------------------------------------------------

  ev(n: Node, f: Frame): V {
    if (--this.ration <= 0) return UNKNOWN
    this.fuel--
    switch (n[0]) {
      case Op.Const:
        // A literal is one value however often it is met; it is kept behind the node's own fields.
        return ((n as unknown[])[4] ??= new Const(n[3], f.module.file, n[1], n[2])) as Const
      case Op.Var: {
        const g = n[3] === 0 ? f : this.frameAt(f, n[3])
        return g.vars[n[4]] ?? (g.parent === null && !this.modules.get(g.module.file)?.done ? UNKNOWN : UNDEFINED)
      }
      case Op.Global:
        return this.global(n[3], f, n)
      case Op.Imported:
        return this.importedValue(n, f)
      case Op.Member:
        if (n[3][0] === Op.Super) return this.superMember(f, n[4])
        return this.get(this.ev(n[3], f), n[4], nodeSite(f, n))
      case Op.Index:
        return this.index(n, f)
      case Op.Call:
        return this.callNode(n, f)
      case Op.New: {
        const c = this.ev(n[3], f)
        return this.construct(c, this.args(n[4], f), nodeSite(f, n))
      }
      case Op.Func: {
        const o = this.closure(n[3], f)
        return o
      }
      case Op.Object:
        return this.objectLiteral(n, f)
      case Op.Array:
        return this.arrayLiteral(n, f)
      case Op.This:
        return f.thisValue
      case Op.Template:
        return this.template(n, f)
      case Op.Unary:
        return this.unary(n, f)
      case Op.Binary:
        return binary(this.ev(n[4], f), n[3], this.ev(n[5], f), n, f)
      case Op.Logical:
        return this.logical(n, f)
      case Op.Cond: {
        const t = this.decide(n[3], f)
        if (t !== undefined) return this.ev(t ? n[4] : n[5], f)
        const leaves = this.leaves
        const saved = this.guards
        const savedRegion = this.region
        this.region = this.regions++
        this.pushLeaves(leaves, n[3], true, f)
        const a = this.ev(n[4], f)
        this.guards = saved
        this.pushLeaves(leaves, n[3], false, f)
        const b = this.ev(n[5], f)
        this.guards = saved
        this.region = savedRegion
        return join(a, b)
      }
      case Op.Assign:
        return this.assign(n, f)
      case Op.Update: {
        this.ev(n[3], f)
        const v = new Unknown()
        this.bind(n[3], v, f)
        return v
      }
      case Op.Seq: {
        let v: V = UNDEFINED
        for (const x of n[3]) v = this.ev(x, f)
        return v
      }
      case Op.Await:
        return this.awaited(this.ev(n[3], f))
      case Op.Spread:
        return this.ev(n[3], f)
      case Op.Class:
        return this.classLiteral(n, f)
      case Op.Regex: {
        const o = this.object('object', nodeSite(f, n))
        o.tag = new RegexTag(n[3], n[4])
        return o
      }
      case Op.DynamicImport: {
        const target = n[3][0] === Op.Imported ? this.importedValue(n[3], f) : UNKNOWN
        return this.promise(target, [], nodeSite(f, n))
      }
      case Op.Tagged:
        return this.unknownCall(
          this.ev(n[3], f),
          n[5].map((e: Node) => this.ev(e, f)),
          nodeSite(f, n),
        )
      case Op.Yield: {
        const v = n[3] ? this.ev(n[3], f) : UNDEFINED
        return this.awaited(v)
      }
      case Op.ObjectPattern:
      case Op.ArrayPattern:
      case Op.Default:
        return UNKNOWN
    }
    return UNKNOWN
  }
  awaited(v: V): V {
    let out: V | null = null
    for (const w of alternatives(v)) {
      let x: V = w
      if (w.t === 1 && w.kind === 'promise') {
        for (const c of w.calls as readonly CallRecord[]) this.pushAfter(c)
        x = w.resolved ?? UNKNOWN
      }
      out = out ? join(out, x) : x
    }
    return out ?? UNDEFINED
  }
  private global(name: string, f: Frame, n: Node): V {
    const m = this.modules.get(f.module.file)
    if (m) {
      if (name === 'module') return m.moduleObject
      if (name === 'exports') return m.exports
    }
    if (name === 'arguments') return f.args ? this.list(f.args.slice(), nodeSite(f, n)) : UNKNOWN
    const own = this.host.global(this, name)
    if (own !== undefined) return own
    return builtinGlobal(this, name) ?? UNKNOWN
  }
  private superMember(f: Frame, name: string): V {
    const home = f.callee?.tag
    const parent = home instanceof Obj && home.tag instanceof ClassTag ? home.tag.parent : null
    if (!parent) return UNKNOWN
    const prototype = this.get(parent, 'prototype', NOWHERE)
    return this.get(prototype, name, NOWHERE)
  }
  private index(n: Node, f: Frame): V {
    const object = this.ev(n[3], f)
    const key = this.ev(n[4], f)
    const site = nodeSite(f, n)
    const v = this.getIndex(object, key, site)
    return v.t === 1 && v.kind === 'api' && object.t === 1 && object.kind === 'api' ? computedApi(v) : v
  }
  args(list: readonly Node[], f: Frame): V[] {
    const out: V[] = []
    for (const a of list) {
      if (a[0] !== Op.Spread) {
        out.push(this.ev(a, f))
        continue
      }
      const v = this.ev(a[3], f)
      if (v.t === 1 && v.items) out.push(...v.items.slice(0, MAX_LIST))
      else out.push(this.everything(v, UNKNOWN, nodeSite(f, a)))
    }
    return out
  }
  private callNode(n: Node, f: Frame): V {
    const c = n[3] as Node
    const site = nodeSite(f, n)
    if (c[0] === Op.Member || c[0] === Op.Index) {
      const isSuper = c[3][0] === Op.Super
      const name = c[0] === Op.Member ? (c[4] as string) : ''
      if (name === 'push' && c[3][0] === Op.Assign) {
        if (isBundleList(c[3][4])) {
          const holder = c[3][4][3] as Node
          const list = holder[0] === Op.Global ? UNDEFINED : this.ev(c[3], f)
          this.host.chunk(this, list, this.args(n[4], f)[0] ?? UNDEFINED, site)
          return UNKNOWN
        }
      }
      const object = isSuper ? f.thisValue : this.ev(c[3], f)
      let callee: V
      if (isSuper) callee = this.superMember(f, name)
      else if (c[0] === Op.Member) callee = this.get(object, name, nodeSite(f, c))
      else {
        const key = this.ev(c[4], f)
        callee = this.getIndex(object, key, nodeSite(f, c))
        if (callee.t === 1 && callee.kind === 'api' && object.t === 1 && object.kind === 'api') callee = computedApi(callee)
      }
      const args = this.args(n[4], f)
      if (object.t === 2 && c[0] === Op.Member) return this.unknownMethod(object, name, args, site)
      if (callee.t === 2 && !callee.holds.length && object.t === 3 && object.values.some((w) => w.t === 2))
        return this.unknownMethod(new Unknown(originsOf(object, 1)), name, args, site)
      // A method that the object does not have: somebody added it where we did not look.
      if (callee.t === 0) {
        const base = this.unknownCall(new Unknown(originsOf(object, 1)), args, site)
        return base
      }
      return this.call(callee, object, args, site, 'call', name)
    }
    if (c[0] === Op.Super) {
      const home = f.callee?.tag
      const parent = home instanceof Obj && home.tag instanceof ClassTag ? home.tag.parent : null
      if (parent) this.superCall(parent, f.thisValue, this.args(n[4], f), site)
      return UNDEFINED
    }
    const callee = this.ev(c, f)
    const args = this.args(n[4], f)
    const out = this.call(callee, UNDEFINED, args, site, 'call')
    for (const a of args) if (a.t === 1 && a.fn && !a.entered) this.escape(a)
    return out
  }
  /** A method of something unknown: array and promise methods call what they are given with what the unknown holds. */
  private unknownMethod(object: Unknown, name: string, args: readonly V[], site: Site): V {
    const calls = args.some(isFunction)
    if (!calls) {
      // Held functions may be called by the method; its answer depends on the object and the arguments.
      let origins = object.origins
      for (const a of args) origins = mergeOrigins(origins, originsOf(a, 2))
      this.callHeld(object.holds, args, name, site)
      return origins.length ? new Unknown(origins, null, object.holds) : UNKNOWN
    }
    // regeneratorRuntime out of sight: it is known for these two.
    if (name === 'mark' && args.length === 1) return args[0]!
    if (name === 'wrap' && args.length > 1) return runGenerator(this, args[0]!, args[2] ?? UNDEFINED)
    const iterates = ITERATES.has(name)
    const how: Step['how'] = name === 'then' || name === 'catch' || name === 'finally' ? 'promise' : 'callback'
    const element = name === 'catch' ? UNKNOWN : object.origins.length ? new Unknown(object.origins) : UNKNOWN
    let origins = object.origins
    const holds: V[] = []
    for (const a of args) {
      if (isFunction(a)) {
        if (!iterates) holds.push(a)
        if (!iterates && this.root.kind === 'module') continue
        const r = this.callback(a, name === 'reduce' ? [UNKNOWN, element] : [element, UNKNOWN], name, how, null, site)
        origins = mergeOrigins(origins, originsOf(r, 2))
      } else origins = mergeOrigins(origins, originsOf(a, 2))
    }
    return new Unknown(origins, null, holds)
  }
  private objectLiteral(n: Node, f: Frame): V {
    const o = this.object('object', nodeSite(f, n))
    const props = new Map<string, V>()
    o.props = props
    for (const p of n[3]) {
      switch (p[0]) {
        case 0:
          props.set(p[1], this.ev(p[2], f))
          break
        case 1:
        case 4: {
          const key = this.ev(p[1], f)
          this.setIndex(o, key, this.ev(p[2], f), nodeSite(f, n))
          break
        }
        case 2:
          this.spreadInto(o, this.ev(p[2], f))
          break
        case 3: {
          const g = this.ev(p[2], f)
          if (g.t === 1) g.tag = GETTER
          if (!props.has(p[1])) props.set(p[1], g)
          break
        }
      }
    }
    return o
  }
  /** `{...v}` and Object.assign(o, v). */
  spreadInto(o: Obj, v: V): void {
    for (const w of alternatives(v)) {
      if (w.t === 2) {
        if (w.origins.length || w.holds.length) o.any = o.any ? join(o.any, w) : w
        o.open = true
        continue
      }
      if (w.t !== 1) continue
      if (w.kind === 'api') {
        o.proto ??= w
        continue
      }
      o.props ??= new Map()
      if (w.props) for (const [k, x] of w.props) o.props.set(k, v.t === 3 && o.props.has(k) ? join(o.props.get(k)!, x) : x)
      if (w.items) for (const [i, x] of w.items.entries()) o.props.set(String(i), x)
      if (w.any) {
        o.any = o.any ? join(o.any, w.any) : w.any
        o.anyKey = w.anyKey
      }
      if (w.open) o.open = true
      if (w.proto && !o.proto && w.proto.kind === 'api') o.proto = w.proto
    }
  }
  private arrayLiteral(n: Node, f: Frame): V {
    const o = this.object('array', nodeSite(f, n))
    const items: V[] = []
    let inexact = false
    for (const e of n[3] as readonly (Node | null)[]) {
      if (!e) items.push(UNDEFINED)
      else if (e[0] !== Op.Spread) items.push(this.ev(e, f))
      else {
        const v = this.ev(e[3], f)
        if (v.t === 1 && v.items) items.push(...v.items)
        else {
          inexact = true
          items.push(this.everything(v, UNKNOWN, nodeSite(f, e)))
        }
      }
    }
    if (inexact) o.any = items.length ? items.reduce((a, b) => join(a, b)) : null
    else o.items = items
    return o
  }
  private classLiteral(n: Node, f: Frame): V {
    const o = this.object('class', nodeSite(f, n))
    const prototype = this.object('object', nodeSite(f, n))
    const parent = n[3] ? this.ev(n[3], f) : null
    const tag = new ClassTag(parent, n[4] >= 0 ? this.closure(n[4], f) : null)
    if (tag.constructorFn) tag.constructorFn.tag = o
    o.tag = tag
    o.props = new Map([['prototype', prototype as V]])
    prototype.props = new Map([['constructor', o as V]])
    if (parent) {
      const up = this.get(parent, 'prototype', NOWHERE)
      if (up.t === 1) prototype.proto = up
      else prototype.open = true
    }
    for (const [key, computed, value, isStatic, kind] of n[5]) {
      const name = computed ? stringsOf(this.ev(key, f))[0] : key
      if (name === undefined) continue
      if (kind === 0 && !isStatic) {
        tag.fields.push([name, value, f])
        continue
      }
      const v = this.ev(value, kind === 0 ? { ...f, thisValue: o } : f)
      if (v.t === 1 && kind !== 0) v.tag = kind === 2 ? GETTER : o
      this.set(isStatic ? o : prototype, name, v, nodeSite(f, n))
    }
    return o
  }
  private template(n: Node, f: Frame): V {
    let v: V = new Const(n[3][0], f.module.file, n[1], n[2])
    for (let i = 0; i < n[4].length; i++) {
      v = binary(v, '+', this.ev(n[4][i], f), n, f)
      if (n[3][i + 1] !== '') v = binary(v, '+', new Const(n[3][i + 1], f.module.file, n[1], n[2]), n, f)
    }
    return v
  }
  private unary(n: Node, f: Frame): V {
    const v = this.ev(n[4], f)
    switch (n[3]) {
      case '!': {
        const t = truth(v)
        return t === undefined ? new Unknown(originsOf(v, 1)) : t ? FALSE : TRUE
      }
      case 'typeof':
        return typeOf(v, n[4])
      case 'void':
        return UNDEFINED
      case '-':
        return v.t === 0 && typeof v.v === 'number' ? new Const(-v.v, f.module.file, n[1], n[2]) : new Unknown(originsOf(v, 1))
      case '+':
        return v.t === 0 && v.v !== undefined ? new Const(Number(v.v), f.module.file, n[1], n[2]) : new Unknown(originsOf(v, 1))
      case 'delete':
        return TRUE
    }
    return new Unknown(originsOf(v, 1))
  }
  private logical(n: Node, f: Frame): V {
    const left = this.ev(n[4], f)
    const op = n[3] as string
    const t = op === '??' ? (left.t === 0 ? left.v !== null && left.v !== undefined : left.t === 1 ? true : undefined) : truth(left)
    const firm = this.firm(n[4], f) || left.t === 1
    if (firm && t !== undefined) {
      if (op === '&&' ? !t : t) return left
      return this.ev(n[5], f)
    }
    const saved = this.guards
    const savedRegion = this.region
    this.region = this.regions++
    this.pushLeaves([{ node: n[4], value: left }], n[4], op === '&&', f)
    const right = this.ev(n[5], f)
    this.guards = saved
    this.region = savedRegion
    // `a && b` is b or a falsy a; `a || b` is b or a truthy a
    const kept = alternatives(left).filter((w) => {
      const x = op === '??' ? (w.t === 0 ? w.v !== null && w.v !== undefined : true) : truth(w)
      return op === '&&' ? x !== true : x !== false
    })
    return kept.reduce<V>((a, b) => join(a, b), right)
  }
  private assign(n: Node, f: Frame): V {
    const op = n[3] as string
    const target = n[4] as Node
    if (op === '=') {
      const v = this.ev(n[5], f)
      this.bind(target, v, f)
      return v
    }
    const old = this.ev(target, f)
    let v: V
    if (op === '||=' || op === '&&=' || op === '??=') v = join(old, this.ev(n[5], f))
    else v = binary(old, op.slice(0, -1), this.ev(n[5], f), n, f)
    this.bind(target, v, f)
    return v
  }
}

// ---- small pieces -----------------------------------------------------------------------------------------------

export const NOWHERE: Site = { file: '', start: 0, end: 0 }
/** Marks a function as a getter. */
export const GETTER = { getter: true }
/** Methods that call what they are given at once: of promises and of lists. */
const ITERATES = new Set([
  'then',
  'catch',
  'finally',
  'map',
  'forEach',
  'filter',
  'some',
  'every',
  'find',
  'findIndex',
  'reduce',
  'reduceRight',
  'sort',
  'flatMap',
  'replace',
  'each',
])
const NOT_KNOWN = Symbol('not known')

export class ClassTag {
  readonly parent: V | null
  readonly constructorFn: Obj | null
  readonly fields: [string, Node, Frame][] = []
  constructor(parent: V | null, constructorFn: Obj | null) {
    this.parent = parent
    this.constructorFn = constructorFn
  }
}
export class RegexTag {
  readonly source: string
  readonly flags: string
  constructor(source: string, flags: string) {
    this.source = source
    this.flags = flags
  }
}

/** Whether a node is the member under which a bundle keeps its chunks. */
const isBundleList = (n: Node): boolean => {
  const name = n[0] === Op.Member ? n[4] : n[0] === Op.Index && n[4][0] === Op.Const ? n[4][3] : null
  return typeof name === 'string' && /^webpack(?:Jsonp|Chunk)/.test(name)
}

/** How many fields a node has by its op: its place is kept right behind them once it was asked for. */
const FIELDS: readonly number[] = (() => {
  const out = new Array<number>(80).fill(9)
  const by: readonly [number, readonly number[]][] = [
    [3, [Op.This, Op.Args, Op.Super, Op.Opaque, Op.Jump]],
    [
      4,
      [
        Op.Global,
        Op.Func,
        Op.Object,
        Op.Array,
        Op.Update,
        Op.Seq,
        Op.Await,
        Op.Spread,
        Op.DynamicImport,
        Op.Yield,
        Op.ObjectPattern,
        Op.ArrayPattern,
        Op.Rest,
        Op.Expr,
        Op.Return,
        Op.Throw,
        Op.Block,
      ],
    ],
    [
      5,
      [
        Op.Const,
        Op.Template,
        Op.Var,
        Op.Index,
        Op.Call,
        Op.New,
        Op.Unary,
        Op.Regex,
        Op.Imported,
        Op.Default,
        Op.Declare,
        Op.Switch,
        Op.Export,
        Op.ExportAll,
      ],
    ],
    [6, [Op.Member, Op.Binary, Op.Logical, Op.Cond, Op.Assign, Op.Tagged, Op.If]],
    [7, [Op.Class, Op.Try]],
    [8, [Op.ForIn, Op.ForOf]],
  ]
  for (const [n, ops] of by) for (const op of ops) out[op] = n
  return out
})()
const nodeSite = (f: Frame, n: Node): Site => {
  const at = FIELDS[n[0] as number]!
  const kept = (n as unknown[])[at] as Site | undefined
  if (kept) return kept
  const site = { file: f.module.file, start: n[1] as number, end: n[2] as number }
  ;(n as unknown[])[at] = site
  return site
}

/** One walk of a function under one root: the same function with the same things again gives the same answer. */
interface Entry {
  readonly closure: Obj
  readonly self: V
  readonly guards: GuardNode | null
  readonly after: AfterNode | null
  readonly args: readonly V[]
  result: V
}
const sameValue = (a: V, b: V): boolean => {
  if (a === b) return true
  if (a.t !== b.t) return false
  if (a.t === 0) return a.v === (b as Const).v
  if (a.t === 2)
    return (
      a.pieces === null &&
      (b as Unknown).pieces === null &&
      a.origins.length === (b as Unknown).origins.length &&
      a.origins.every((o, i) => o === (b as Unknown).origins[i])
    )
  if (a.t === 3)
    return a.values.length === (b as Several).values.length && a.values.every((v, i) => sameValue(v, (b as Several).values[i]!))
  return false
}
const sameArgs = (a: readonly V[], b: readonly V[]): boolean => a.length === b.length && a.every((v, i) => sameValue(v, b[i]!))

const guardCount = (g: GuardNode | null): number => {
  let n = 0
  for (; g; g = g.prev) n++
  return n
}

function computedApi(v: Obj): Obj {
  const o = new Obj('api', v.region)
  Object.assign(o, { ns: v.ns, api: v.api, how: 'computed', props: v.props, tag: v.tag, proto: v.proto })
  return o
}

function typeOf(v: V, n: Node): V {
  const of = (w: Const | Obj | Unknown): V => {
    if (w.t === 0) return new Const(w.v === null ? 'object' : typeof w.v)
    if (w.t === 1)
      return new Const(w.kind === 'function' || w.kind === 'class' || (w.kind === 'api' && w.api !== '') ? 'function' : 'object')
    return w.holds.length ? new Const('function') : UNKNOWN
  }
  if (n[0] === Op.Global && v === UNKNOWN) return UNKNOWN
  return alternatives(v)
    .map(of)
    .reduce<V>((a, b) => join(a, b), of(alternatives(v)[0]!))
}

const pieces = (v: Const | Obj | Unknown): readonly (string | null)[] | null =>
  v.t === 0 ? [String(v.v)] : v.t === 2 ? (v.pieces ?? [null]) : [null]

/** Result of a binary operator; strings keep their known pieces. */
export function binary(a: V, op: string, b: V, n: Node, f: Frame): V {
  if (a.t === 0 && b.t === 0) {
    const v = constant(a.v, op, b.v)
    if (v !== undefined) {
      // A constant that is put together keeps the place of the longer piece.
      const keep =
        typeof a.v === 'string' && typeof b.v === 'string' && a.file ? (String(b.v).length > String(a.v).length && b.file ? b : a) : null
      return keep
        ? new Const(v, keep.file, keep.start, keep.end, mergeOrigins(a.origins, b.origins))
        : new Const(v, f.module.file, n[1], n[2], mergeOrigins(a.origins, b.origins))
    }
    return UNKNOWN
  }
  if (op === '+') {
    const as = alternatives(a)
    const bs = alternatives(b)
    if (as.length * bs.length <= 64 && (as.some(isTextual) || bs.some(isTextual))) {
      let out: V | null = null
      for (const x of as)
        for (const y of bs) {
          let z: V
          if (x.t === 0 && y.t === 0) z = binary(x, '+', y, n, f)
          else {
            const p = [...pieces(x)!, ...pieces(y)!].reduce<(string | null)[]>((acc, s) => {
              const last = acc.at(-1)
              if (typeof s === 'string' && typeof last === 'string') acc[acc.length - 1] = last + s
              else if (!(s === null && last === null)) acc.push(s)
              return acc
            }, [])
            z = new Unknown(mergeOrigins(originsOf(x, 1), originsOf(y, 1)), p.slice(0, 24))
          }
          out = out ? join(out, z) : z
        }
      return out!
    }
  }
  if ((op === '===' || op === '==' || op === '!==' || op === '!=') && a.t !== 2 && b.t !== 2) {
    if ((a.t === 1 && b.t === 0) || (a.t === 0 && b.t === 1)) return new Const(op[0] === '!')
  }
  const origins = mergeOrigins(originsOf(a, 1), originsOf(b, 1))
  return origins.length ? new Unknown(origins) : UNKNOWN
}
const isTextual = (v: V): boolean => (v.t === 0 ? typeof v.v === 'string' : v.t === 2 && v.pieces !== null)

// biome-ignore lint/suspicious/noExplicitAny: JavaScript's own operators on its own constants
function constant(a: any, op: string, b: any): string | number | boolean | undefined {
  switch (op) {
    case '+': {
      const v = a + b
      return typeof v === 'string' && v.length > 20_000 ? undefined : v
    }
    case '-':
      return a - b
    case '*':
      return a * b
    case '/':
      return a / b
    case '%':
      return a % b
    case '**':
      return a ** b
    case '|':
      return a | b
    case '&':
      return a & b
    case '^':
      return a ^ b
    case '<<':
      return a << b
    case '>>':
      return a >> b
    case '>>>':
      return a >>> b
    case '===':
      return a === b
    case '!==':
      return a !== b
    case '==':
      // biome-ignore lint/suspicious/noDoubleEquals: the program's own operator
      return a == b
    case '!=':
      // biome-ignore lint/suspicious/noDoubleEquals: the program's own operator
      return a != b
    case '<':
      return a < b
    case '>':
      return a > b
    case '<=':
      return a <= b
    case '>=':
      return a >= b
  }
  return undefined
}
