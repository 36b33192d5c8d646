/**
 * The abstract interpreter: walks the intermediate form of every entry point with unknown inputs. Undecided branches
 * are taken on both sides, loops run once (over the elements where they are known), recursion is cut. All work is
 * bounded by fuel, depth and memo tables; when fuel runs out the result says so (`cut`), it never just stops short.
 *
 * The machine holds what a walk knows of its surroundings, its roots and its modules; statements, conditions,
 * expressions, members and calls are walked by the files of those names.
 */

import type { Node } from '../script/ir.ts'
import { builtinGlobal } from './builtins/index.ts'
import { awaited, call, callback, construct, MAX_CALL_DEPTH, runConstructor, settle, unknownCall, type Walks, walksOf } from './call.ts'
import { decide, type Leaf, pushLeaves } from './condition.ts'
import type { AfterNode, CallRecord, GuardNode, Host, Lacking, Module, Override, PathNode } from './context.ts'
import { evaluate } from './evaluate.ts'
import { HandedOver } from './handed.ts'
import { everything, get, getIndex, keysOf, set, setIndex, spreadInto } from './members.ts'
import { record } from './record.ts'
import { bind, block, merge } from './statement.ts'
import type { Origin, Root, Step } from './types.ts'
import { Unknowns } from './unknowns.ts'
import { type Frame, makeObj, type Native, type Obj, type ObjKind, type Site, UNDEFINED, UNKNOWN, type Unknown, type V } from './value.ts'

export * from './context.ts'
export { ClassTag, RegexTag } from './tags.ts'

/** Depth of all modules that require each other within a call, together. */
const MAX_MODULE_DEPTH = 160
/** Fuel for one root: what the costliest that we know need, twice over. */
export const RATION = { lifecycle: 300_000, handler: 200_000, change: 100_000, unbound: 100_000 } as const
/** Fuel for the top level of one module. */
const MODULE_FUEL = 400_000
/** What the largest programs that we know need several times over; beyond it each further root gets the lean ration. */
const PLENTY = 3_000_000
const LEAN = 600
const FOREIGN_MODULE_FUEL = 20_000
/** Fuel for one expression of a template. */
const ASIDE_FUEL = 400_000
const ASIDE = -2
/** Functions handed away that are kept, and that are called on a root's behalf. */
const MAX_ESCAPED = 200
const MAX_ESCAPED_CALLS = 40

/** A closure that was handed to code that could not be followed, with the context it was handed away in. */
interface Escaped {
  readonly value: Obj
  readonly path: PathNode | null
  readonly guards: GuardNode | null
  readonly after: AfterNode | null
}

/** What surrounds a walk, kept while another one is made. */
interface Surroundings {
  readonly root: Root
  readonly path: PathNode | null
  readonly guards: GuardNode | null
  readonly after: AfterNode | null
  readonly region: number
  readonly began: number
  readonly depth: number
  readonly current: number
  readonly touched: Walks[] | null
  readonly entries: Map<object, number> | null
  readonly ration: number
  readonly escaped: Escaped[] | null
}

let machines = 0

export class Machine {
  readonly host: Host
  readonly modules = new Map<string, Module>()
  readonly calls = new Map<string, CallRecord>()
  /** The call that was written down last at a place. */
  readonly lastCalls = new Map<Site, CallRecord>()
  /** Functions whose meaning is known: called in place of their bodies. */
  readonly overrides = new Map<object, Override>()
  /** Global names that were asked for, with what they mean: the platform's, a framework's, the language's own. */
  readonly globals = new Map<string, V>()
  root: Root
  path: PathNode | null = null
  guards: GuardNode | null = null
  after: AfterNode | null = null
  region = 0
  /** Objects of earlier regions were there before the present walk began. */
  began = 0
  /** Leaves of the condition last decided: sub-conditions with their values. */
  leaves: readonly Leaf[] = []
  /** Counts what the outside can notice: calls of the platform, writes of data, events. */
  noticed = 0
  /** Counts what a walk left behind or took from around it, besides its answer: whoever walks without moving this can be answered from memory. */
  acts = 0
  /** How far out the conditions go that an answer of the present walk was chosen by: the least of their depths. */
  reach = Infinity
  private ended = false
  /** Counts roots: values of templates are computed once for each. */
  walk = 0
  regions = 1
  depth = 0
  /** Depth of the modules of a bundle that are being walked around the present one. */
  private moduleDepth = 0
  private readonly full: number
  /** Fuel left when the present ration was given out, and how much that was. */
  private stock: number
  private granted = 0
  /** What is left of the fuel of the current root. */
  ration = 0
  /** What wide values took of the present ration: it bounds a root's time, but is no step. */
  wide = 0
  cut = false
  readonly cutRoots = new Set<string>()
  /** Tells the walks of this machine from those of others over the same facts. */
  readonly id = ++machines
  /** The current root or module: what was walked for it need not be walked again. */
  current = 0
  private currents = 0
  /** Functions with walks of the current root to forget at its end. */
  private touched: Walks[] | null = null
  /** Modules that are walked while others are: a function may be at work in each. */
  level = 0
  /** How often what something unknown holds was called for the current root. */
  private entries: Map<object, number> | null = null
  private readonly unknowns = new Unknowns()
  private escaped: Escaped[] | null = null
  /** Objects that went where we cannot look. */
  readonly handed = new HandedOver()

  constructor(host: Host, root: Root, fuel: number) {
    this.host = host
    this.root = root
    this.stock = fuel
    this.full = fuel
  }
  /** Fuel left of all. Counted from the ration, so that a step counts one thing only. */
  get fuel(): number {
    return this.stock - this.granted + Math.max(this.ration, 0) + this.wide
  }
  private grant(ration: number): void {
    this.stock = this.fuel
    this.ration = this.granted = Math.max(ration, 0)
    this.wide = 0
  }

  // ---- roots ---------------------------------------------------------------------------------------------------

  /** Runs `body` as what a root sets in motion, within its own ration of fuel. `kept`: functions it hands away are kept for later. */
  enterRoot(root: Root, ration: number, body: () => void, kept = false): void {
    this.walk++
    const back = this.leave()
    this.root = root
    // A program that costs many times what others do is walked to the end, but not as far into each root; what is cut says so.
    this.grant(Math.min(ration, this.fuel, this.full - this.fuel > PLENTY ? LEAN : ration))
    body()
    // Callbacks that were handed away and never called by code we follow: somebody calls them, on this root's behalf.
    for (let i = 0; !kept && this.escaped !== null && i < this.escaped.length && i < MAX_ESCAPED_CALLS; i++) {
      const e = this.escaped[i]!
      if (e.value.entered) continue
      this.path = e.path
      this.guards = e.guards
      this.after = e.after
      callback(this, e.value, [UNKNOWN, UNKNOWN], 'callback', 'callback', null)
    }
    if (this.ration <= 0) this.cutRoots.add(`${root.unit.base} ${root.name}`)
    if (this.fuel <= 0) this.cut = true
    this.comeBack(back)
  }
  /** Evaluates something after all walks, on nobody's behalf; what is walked for one such question need not be for the next. */
  aside<T>(body: () => T): T {
    // Whatever was computed during the walks may have been computed from less than is known now.
    if (!this.ended) this.walk++
    this.ended = true
    const back = this.leave()
    this.current = ASIDE
    this.grant(Math.min(ASIDE_FUEL, this.fuel))
    const out = body()
    this.touched = null
    this.comeBack(back)
    return out
  }
  /** Forgets the context of the present walk for a new one; gives back what it takes to come back. */
  private leave(): Surroundings {
    const { root, path, guards, after, region, began, depth, current, touched, entries, ration, escaped } = this
    this.path = null
    this.guards = null
    this.after = null
    this.region = this.began = this.regions++
    this.depth = 0
    this.current = ++this.currents
    this.touched = null
    this.entries = null
    this.escaped = null
    return { root, path, guards, after, region, began, depth, current, touched, entries, ration, escaped }
  }
  private comeBack(to: Surroundings): void {
    const { touched } = this
    if (touched !== null) for (let i = 0; i < touched.length; i++) touched[i]!.forget(this.current)
    this.root = to.root
    this.path = to.path
    this.guards = to.guards
    this.after = to.after
    this.region = to.region
    this.began = to.began
    this.depth = to.depth
    this.current = to.current
    this.touched = to.touched
    this.entries = to.entries
    this.grant(to.ration)
    this.escaped = to.escaped
  }
  /** Notes that a function has walks to forget at the end of the current root. */
  touch(walks: Walks): void {
    if (this.touched === null) this.touched = [walks]
    else this.touched.push(walks)
  }
  /** Counts a call of what something unknown holds; false when there were `most` for the current root. */
  mayEnter(held: object, most: number): boolean {
    this.entries ??= new Map()
    const count = this.entries.get(held) ?? 0
    if (count >= most) return false
    this.entries.set(held, count + 1)
    return true
  }
  guard(at: Site, holds: boolean, origins: readonly Origin[], lacking: Lacking | null = null): void {
    const prev = this.guards
    this.guards = { at, holds, origins, prev, depth: prev === null ? 1 : prev.depth + 1, lacking }
  }
  escape(value: Obj): void {
    this.acts++
    this.escaped ??= []
    if (this.escaped.length < MAX_ESCAPED) this.escaped.push({ value, path: this.path, guards: this.guards, after: this.after })
  }
  /** Whether a function was walked; of copies bound to one object, whether any was. */
  wasEntered(f: Obj): boolean {
    return f.entered > 0 || (f.boundThis !== null && f.fn !== null && walksOf(this, f.fn).entered)
  }
  /** Writes down one call of a platform API in the present context. */
  record(ns: string, api: string, at: Site, nameAt: Site, how: CallRecord['how'], args: readonly V[]): CallRecord {
    return record(this, ns, api, at, nameAt, how, args)
  }

  // ---- unknown values --------------------------------------------------------------------------------------------

  origin(source: Origin['source'], name: string, at: Site, path = '', from?: Origin, channel?: string): Origin {
    return this.unknowns.origins.of(source, name, at, path, from, channel)
  }
  unknown(source: Origin['source'], name: string, at: Site, path = ''): Unknown {
    return this.unknowns.of(this.origin(source, name, at, path))
  }
  unknownOf(origin: Origin): Unknown {
    return this.unknowns.of(origin)
  }
  unknownFrom(origins: readonly Origin[]): Unknown {
    return this.unknowns.from(origins)
  }
  memberOf(v: Unknown, key: string): Unknown {
    return this.unknowns.member(v, key)
  }
  through(v: V, channel: string, at: Site): V {
    return this.unknowns.through(v, channel, at)
  }

  // ---- objects ---------------------------------------------------------------------------------------------------

  object(kind: ObjKind, site: Site | null): Obj {
    const o = makeObj(kind, this.region)
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
    const o = makeObj('function', 0)
    o.native = fn
    return o
  }
  promise(resolved: V | null, calls: readonly CallRecord[], site: Site | null): Obj {
    const o = this.object('promise', site)
    o.resolved = resolved
    o.calls = calls
    return o
  }
  closure(index: number, f: Frame): Obj {
    const { module } = f
    const fn = module.functions[index]!
    const o = makeObj('function', this.region)
    o.fn = fn
    o.frame = f
    o.file = module.file
    o.start = fn.start
    o.end = fn.end
    return o
  }
  /** `global`, `globalThis`. */
  globalObject(): V {
    return builtinGlobal(this, 'globalThis') ?? UNKNOWN
  }

  // ---- what is walked elsewhere ----------------------------------------------------------------------------------

  get(v: V, key: string, site: Site): V {
    return get(this, v, key, site)
  }
  getIndex(v: V, key: V, site: Site): V {
    return getIndex(this, v, key, site)
  }
  everything(v: V, key: Unknown, site: Site): V {
    return everything(this, v, key, site)
  }
  set(v: V, key: string, value: V, site: Site): void {
    set(this, v, key, value, site)
  }
  setIndex(v: V, key: V, value: V, site: Site): void {
    setIndex(this, v, key, value, site)
  }
  spreadInto(o: Obj, v: V): void {
    spreadInto(o, v)
  }
  keysOf(v: V): V[] | null {
    return keysOf(v)
  }
  call(f: V, self: V, args: readonly V[], site: Site, how: Step['how'], name = ''): V {
    return call(this, f, self, args, site, how, name)
  }
  callback(
    f: V,
    args: readonly V[],
    name: string,
    how: Step['how'],
    after: CallRecord | readonly CallRecord[] | null,
    site?: Site,
    self: V = UNDEFINED,
  ): V {
    return callback(this, f, args, name, how, after, site, self)
  }
  unknownCall(f: V, args: readonly V[], site: Site): V {
    return unknownCall(this, f, args, site)
  }
  construct(c: V, args: readonly V[], site: Site): V {
    return construct(this, c, args, site)
  }
  runConstructor(c: Obj, self: Obj, args: readonly V[], site: Site): void {
    runConstructor(this, c, self, args, site)
  }
  settle(v: V, site: Site): Obj {
    return settle(this, v, site)
  }
  awaited(v: V): V {
    return awaited(this, v)
  }
  ev(n: Node, f: Frame): V {
    return evaluate(this, n, f)
  }
  block(body: readonly Node[], f: Frame): boolean {
    return block(this, body, f)
  }
  bind(p: Node, value: V, f: Frame): void {
    bind(this, p, value, f)
  }
  merge(f: Frame, other: readonly (V | undefined)[]): void {
    merge(f, other)
  }
  decide(test: Node, f: Frame): boolean | undefined {
    return decide(this, test, f)
  }
  pushLeaves(leaves: readonly Leaf[], test: Node, holds: boolean, f: Frame): void {
    pushLeaves(this, leaves, test, holds, f)
  }

  // ---- modules ---------------------------------------------------------------------------------------------------

  /** A module, walked on first use; null when it cannot be read. */
  load(file: string): Module | null {
    const had = this.modules.get(file)
    if (had) return had
    const facts = this.host.facts(file)
    if (!facts) return null
    const exports = makeObj('object', 0)
    exports.file = file
    const moduleObject = makeObj('object', 0)
    moduleObject.props = new Map([['exports', exports as V]])
    const top = facts.functions[0]!
    const frame: Frame = {
      vars: new Array(top.slots),
      parent: null,
      module: null as unknown as Module,
      thisValue: UNDEFINED,
      args: null,
      result: null,
      fn: top,
      callee: null,
    }
    const m: Module = {
      file,
      foreign: this.host.foreign(file),
      functions: facts.functions,
      facts,
      exports,
      moduleObject,
      done: false,
      walked: false,
      frame,
      targets: [],
    }
    ;(frame as { module: Module }).module = m
    this.modules.set(file, m)
    const standIn = this.host.standIn(this, file)
    if (standIn) moduleObject.props.set('exports', standIn)
    else this.runModule(m)
    return m
  }
  /** What a module exports, as an object. */
  exportsOf(m: Module): Obj {
    const e = m.moduleObject.props!.get('exports')!
    if (e.t === 1) return e
    const holder = makeObj('object', 0)
    holder.props = new Map([['default', e]])
    return holder
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
        block(this, top.body, m.frame)
        if (this.ration <= 0) this.cutRoots.add(m.file)
      })
    m.done = true
  }
  /** Runs the top level of a module (a file's, or one in a bundle), whoever requires it: with a root and a ration of its own. */
  atModuleLevel(file: string, body: () => void, ration = MODULE_FUEL): void {
    const { level, depth } = this
    const back = this.leave()
    // Modules that require each other are calls within calls.
    this.depth = depth
    this.level = this.current
    this.root = this.host.moduleRoot(file)
    this.grant(Math.min(ration, this.fuel))
    body()
    this.comeBack(back)
    this.level = level
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
}
