/** Calls: of functions we have, of those we do not have, of callbacks and constructors. The same function with the same things under one root is walked once. */
import { type Fn, Op } from '../script/ir.ts'
import { type AfterNode, type CallRecord, type GuardNode, NOWHERE } from './context.ts'
import { evaluate } from './evaluate.ts'
import { runGenerator } from './generator.ts'
import { join } from './join.ts'
import type { Machine } from './machine.ts'
import { get, set } from './members.ts'
import { bind, block } from './statement.ts'
import { ClassTag } from './tags.ts'
import type { Origin, Step } from './types.ts'
import { UnitState } from './unit-state.ts'
import {
  type Const,
  type Frame,
  isFunction,
  makeUnknown,
  mergeOrigins,
  NO_ORIGINS,
  type Obj,
  originsOf,
  type Several,
  type Site,
  UNDEFINED,
  UNKNOWN,
  type Unknown,
  type V,
} from './value.ts'

export const MAX_CALL_DEPTH = 60
const MAX_SAME_FUNCTION = 3
const MAX_ENTRIES_PER_ROOT = 40
/** How often a function is begun again by an answer that it asked for itself: a request that signs in again by requests would use up all its walks. */
const MAX_AGAIN = 8
/** Work that one function of vendored code may cost in all: parsers of rich text and the like would eat everything. */
const FOREIGN_FUEL = 6_000
/** More for one that reaches the platform or the program's own code: bundlers put the program's request module among the libraries. */
const NOTICED_FUEL = 30_000
/** The same for one that does nothing that the outside can notice, and takes long over it: tables are filled, frames are computed. */
const UNNOTICED_FUEL = 600
const LONG_WALK = 100
/** How often something held by an unknown value is called for one root. */
const MAX_HELD_CALLS = 2
/** How many calls that led here are remembered. */
const MAX_AFTER = 12

/** What is kept of the walks of one function. */
export class Walks {
  readonly machine: number
  /** How often it is being walked right now, and on which level of modules. */
  active = 0
  level = 0
  /** Fuel spent on it, and in how many walks, for vendored code. */
  spent = 0
  count = 0
  /** Whether any of its walks did what the outside can notice, or was given functions: called the platform or the program's own code, wrote data, set off an event. */
  noticed = false
  entered = false
  /** Its walks under one root, the last one first, and how many there are. */
  root = -1
  last: Entry | null = null
  entries = 0
  /** Those of them that an answer began which it had asked for while it was being walked. */
  again = 0
  /** The answers that led to it when its outermost walk began. */
  asked: AfterNode | null = null
  constructor(machine: number) {
    this.machine = machine
  }
  forget(root: number): void {
    if (this.root === root) this.last = null
  }
}
export function walksOf(m: Machine, fn: Fn): Walks {
  let walks = fn.kept as Walks | null
  if (walks === null || walks.machine !== m.id) fn.kept = walks = new Walks(m.id)
  return walks
}

/** One walk of a function under one root. */
interface Entry {
  readonly closure: Obj
  readonly self: V
  readonly guards: GuardNode | null
  readonly after: AfterNode | null
  readonly args: readonly V[]
  result: V
  /** It did nothing but answer, so that its answer is the same under other conditions. */
  silent: boolean
  readonly before: Entry | null
}

export function sameValue(a: V, b: V): boolean {
  if (a === b) return true
  if (a.t !== b.t) return false
  switch (a.t) {
    case 0:
      return a.v === (b as Const).v
    case 1:
      return false
    case 2: {
      const { origins, pieces } = b as Unknown
      if (a.pieces !== null || pieces !== null || a.origins.length !== origins.length) return false
      for (let i = 0; i < origins.length; i++) if (a.origins[i] !== origins[i]) return false
      return true
    }
    case 3:
      return sameValues(a.values, (b as Several).values)
  }
}
function sameValues(a: readonly V[], b: readonly V[]): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (!sameValue(a[i]!, b[i]!)) return false
  return true
}

export function call(m: Machine, f: V, self: V, args: readonly V[], site: Site, how: Step['how'], name = ''): V {
  if (--m.ration <= 0) return UNKNOWN
  if (f.t === 3) {
    let out: V | null = null
    for (let i = 0; i < f.values.length; i++) {
      const w = f.values[i]!
      if (w.t === 0) continue
      const x = call(m, w, self, args, site, how, name)
      out = out ? join(out, x) : x
    }
    return out ?? unknownCall(m, UNKNOWN, args, site)
  }
  if (f.t !== 1) return unknownCall(m, f, args, site)
  const bound = f.boundArgs ? [...f.boundArgs, ...args] : args
  if (f.native) return f.native(f.boundThis ?? self, bound, site)
  if (f.fn) return invoke(m, f, f.boundThis ?? self, bound, site, how, name)
  if (f.kind === 'api') return m.host.apiCall(m, f, self, bound, site)
  if (f.kind === 'class') return construct(m, f, bound, site)
  return unknownCall(m, f, args, site)
}

const CALLBACK_NAMES = ['success', 'fail', 'complete', 'then', 'callback', 'cb', 'onSuccess', 'onFail', 'confirm', 'cancel'] as const
const NOTHING_KNOWN: readonly V[] = [UNKNOWN, UNKNOWN]

/** A function that we do not have: it may call the functions it is given; its answer depends on what it was given. */
export function unknownCall(m: Machine, f: V, args: readonly V[], site: Site): V {
  let origins: readonly Origin[] = f.t === 2 ? f.origins : NO_ORIGINS
  let holds: V[] | null = null
  m.handed.note(args)
  // At module level this is how methods are wrapped (debounce, async helpers): the wrapper calls them later, for whoever calls it.
  const later = m.root.kind === 'module'
  for (let i = 0; i < args.length; i++) {
    const a = args[i]!
    const from = a.t === 0 || a.t === 2 ? a.origins : originsOf(a, 2)
    if (from.length) origins = mergeOrigins(origins, from)
    if (isFunction(a)) {
      holds ??= []
      holds.push(a)
      if (!later) callback(m, a, NOTHING_KNOWN, 'callback', 'callback', null, site)
    } else if (!later && a.t === 1 && a.props && a.kind === 'object' && !(a.tag instanceof UnitState)) {
      for (let j = 0; j < CALLBACK_NAMES.length; j++) {
        const p = a.props.get(CALLBACK_NAMES[j]!)
        if (p && isFunction(p)) callback(m, p, NOTHING_KNOWN, CALLBACK_NAMES[j]!, 'callback', null, site)
      }
    }
  }
  if (f.t === 2 && f.holds.length) callHeld(m, f.holds, args.length ? args : [UNKNOWN], 'callback', site)
  return holds ? makeUnknown(origins, null, holds) : m.unknownFrom(origins)
}

/** Functions that something unknown holds on to: nobody knows when, or how often, they would be called. */
function callHeld(m: Machine, holds: readonly V[], args: readonly V[], name: string, site: Site): void {
  for (let i = 0; i < holds.length; i++) {
    const h = holds[i]!
    if (!isFunction(h)) continue
    if (!m.mayEnter(h, MAX_HELD_CALLS)) continue
    callback(m, h, args, name, 'held', null, site)
  }
}

/** Calls a function as a callback: in an undecided stretch of its own, after `record` if one is given. */
export function callback(
  m: Machine,
  f: V,
  args: readonly V[],
  name: string,
  how: Step['how'],
  record: CallRecord | readonly CallRecord[] | null,
  site?: Site,
  self: V = UNDEFINED,
): V {
  const { region, after, guards } = m
  m.region = m.regions++
  if (record !== null) {
    if (Array.isArray(record)) for (let i = 0; i < record.length; i++) pushAfter(m, record[i] as CallRecord)
    else pushAfter(m, record as CallRecord)
  }
  const out = call(m, f, self, args, site ?? (f.t === 1 ? { file: f.file, start: f.start, end: f.end } : NOWHERE), how, name)
  m.region = region
  m.after = after
  m.guards = guards
  return out
}
export function pushAfter(m: Machine, record: CallRecord): void {
  let n = 0
  for (let a = m.after; a; a = a.prev) if (a.call === record || ++n > MAX_AFTER) return
  m.after = { call: record, prev: m.after }
}

export function invoke(m: Machine, f: Obj, self: V, args: readonly V[], site: Site, how: Step['how'], name: string): V {
  const fn = f.fn!
  f.entered++
  const override = m.overrides.size > 0 ? m.overrides.get(fn) : undefined
  if (override) return override(f, self, args, site)
  if (m.depth >= MAX_CALL_DEPTH || m.ration <= 0) return UNKNOWN
  const walks = walksOf(m, fn)
  const active = walks.level === m.level ? walks.active : 0
  if (active >= MAX_SAME_FUNCTION) {
    m.acts++
    return UNKNOWN
  }
  const outer = f.frame!
  const module = outer.module
  const { path, guards, after } = m
  const again = active > 0 && after !== walks.asked
  if (walks.root === m.current) {
    for (let e = walks.last; e !== null; e = e.before)
      if (
        e.closure === f &&
        e.after === after &&
        (e.silent || e.guards === guards) &&
        sameValue(e.self, self) &&
        sameValues(e.args, args)
      ) {
        if (!e.silent) m.acts++
        return e.result
      }
    if (again ? walks.again >= MAX_AGAIN : walks.entries - walks.again >= MAX_ENTRIES_PER_ROOT) return UNKNOWN
  } else {
    walks.root = m.current
    walks.last = null
    walks.entries = 0
    walks.again = 0
    m.touch(walks)
  }
  const leashed = module.foreign && m.root.kind !== 'module'
  if (leashed && exhausted(walks)) return UNKNOWN
  const fuelBefore = leashed ? m.fuel : 0
  const { noticed, acts, reach } = m
  m.reach = Infinity
  if (!module.foreign) m.noticed++
  const entry: Entry = { closure: f, self, guards, after, args, result: UNKNOWN, silent: false, before: walks.last }
  walks.last = entry
  walks.entries++
  if (again) walks.again++
  else if (active === 0) walks.asked = after
  const outside = walks.level
  const atWork = walks.active
  walks.level = m.level
  walks.active = active + 1
  walks.entered = true
  m.depth++
  m.path = { at: site, name: name || fn.name, how, prev: path, length: path === null ? 1 : path.length + 1 }
  const { arrow, hoisted, params } = fn
  const frame: Frame = {
    vars: new Array(fn.slots),
    parent: outer,
    module,
    thisValue: arrow ? outer.thisValue : self,
    args: arrow ? outer.args : args,
    result: null,
    fn,
    callee: arrow ? outer.callee : f,
  }
  for (let i = 0; i < hoisted.length; i++) {
    const one = hoisted[i]!
    frame.vars[one[0]] = module.functions[one[1]] === fn ? f : m.closure(one[1], frame)
  }
  for (let i = 0; i < params.length; i++) {
    const p = params[i]!
    if (p[0] === Op.Var) frame.vars[p[4] as number] = args[i] ?? UNDEFINED
    else if (p[0] === Op.Rest) bind(m, p[3], m.list(args.slice(i), null), frame)
    else bind(m, p, args[i] ?? UNDEFINED, frame)
  }
  let out: V
  if (fn.concise) out = evaluate(m, fn.body[0]!, frame)
  else {
    block(m, fn.body, frame)
    out = frame.result ?? UNDEFINED
  }
  if (fn.async) out = settle(m, out, site)
  else if (fn.generator) out = UNKNOWN
  m.path = path
  m.guards = guards
  m.after = after
  m.depth--
  walks.level = outside
  walks.active = atWork
  entry.result = out
  entry.silent = m.acts === acts && m.reach > (guards === null ? 0 : guards.depth)
  if (reach < m.reach) m.reach = reach
  if (leashed) {
    walks.spent += fuelBefore - m.fuel
    walks.count++
    if (m.noticed !== noticed || args.some(isFunction)) walks.noticed = true
  }
  return out
}

function exhausted({ spent, count, noticed }: Walks): boolean {
  return spent > (noticed ? NOTICED_FUEL : FOREIGN_FUEL) || (!noticed && spent > UNNOTICED_FUEL && spent > LONG_WALK * count)
}

/** A promise of a value; promises inside are flattened. */
export function settle(m: Machine, v: V, site: Site): Obj {
  if (v.t !== 3)
    return v.t === 1 && v.kind === 'promise' ? m.promise(v.resolved ?? UNKNOWN, v.calls as CallRecord[], site) : m.promise(v, [], site)
  let calls: readonly CallRecord[] = []
  let value: V | null = null
  for (let i = 0; i < v.values.length; i++) {
    const w = v.values[i]!
    let x: V = w
    if (w.t === 1 && w.kind === 'promise') {
      if (w.calls.length) calls = calls.length ? [...calls, ...(w.calls as CallRecord[])] : (w.calls as CallRecord[])
      x = w.resolved ?? UNKNOWN
    }
    value = value ? join(value, x) : x
  }
  return m.promise(value, calls, site)
}
/** What `await` gives: the calls whose answer it is come before what follows. */
export function awaited(m: Machine, v: V): V {
  if (v.t !== 3) return v.t === 1 ? awaitedOne(m, v) : v
  let out: V | null = null
  for (let i = 0; i < v.values.length; i++) {
    const w = v.values[i]!
    const x = w.t === 1 ? awaitedOne(m, w) : w
    out = out ? join(out, x) : x
  }
  return out ?? UNDEFINED
}
function awaitedOne(m: Machine, w: Obj): V {
  if (w.kind !== 'promise') return w
  for (let i = 0; i < w.calls.length; i++) pushAfter(m, w.calls[i] as CallRecord)
  return w.resolved ?? UNKNOWN
}

// ---- constructors ------------------------------------------------------------------------------------------------

export function construct(m: Machine, c: V, args: readonly V[], site: Site): V {
  if (c.t === 3) {
    let out = construct(m, c.values[0]!, args, site)
    for (let i = 1; i < c.values.length; i++) out = join(out, construct(m, c.values[i]!, args, site))
    return out
  }
  if (c.t !== 1) return unknownCall(m, c, args, site)
  if (c.native) return c.native(UNDEFINED, args, site)
  if (c.kind === 'api') return m.host.apiCall(m, c, UNDEFINED, args, site)
  const o = m.object('object', site)
  const prototype = c.props?.get('prototype')
  if (prototype?.t === 1) o.proto = prototype
  if (c.kind === 'class') runConstructor(m, c, o, args, site)
  else if (c.fn) {
    const result = invoke(m, c, o, args, site, 'call', c.fn.name)
    if (result.t === 1) return result
  } else return unknownCall(m, c, args, site)
  return o
}
export function runConstructor(m: Machine, c: Obj, self: Obj, args: readonly V[], site: Site): void {
  const tag = c.tag instanceof ClassTag ? c.tag : null
  if (!tag) return
  const maker = tag.constructorFn
  if (!maker && tag.parent) superCall(m, tag.parent, self, args, site)
  for (const [key, node, frame] of tag.fields) set(m, self, key, evaluate(m, node, { ...frame, thisValue: self }), site)
  if (maker) invoke(m, maker, self, args, site, 'call', 'constructor')
}
export function superCall(m: Machine, parent: V, self: V, args: readonly V[], site: Site): void {
  if (parent.t !== 1 || self.t !== 1) return
  if (parent.kind === 'class') runConstructor(m, parent, self, args, site)
  else if (parent.fn) invoke(m, parent, self, args, site, 'call', 'constructor')
}
/** The class that `super` means in a method or a constructor. */
export function superOf(f: Frame): V | null {
  const home = f.callee?.tag as Partial<Obj> | null | undefined
  return home?.t === 1 && home.tag instanceof ClassTag ? home.tag.parent : null
}
export function superMember(m: Machine, f: Frame, name: string): V {
  const parent = superOf(f)
  return parent ? get(m, get(m, parent, 'prototype', NOWHERE), name, NOWHERE) : UNKNOWN
}

// ---- methods of unknown things -------------------------------------------------------------------------------------

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

/** A method of something unknown: array and promise methods call what they are given with what the unknown holds. */
export function unknownMethod(m: Machine, object: Unknown, name: string, args: readonly V[], site: Site): V {
  let origins = object.origins
  m.handed.note(args)
  if (!args.some(isFunction)) {
    // Held functions may be called by the method; its answer depends on the object and the arguments.
    for (let i = 0; i < args.length; i++) origins = mergeOrigins(origins, originsOf(args[i]!, 2))
    if (object.holds.length === 0) return m.unknownFrom(origins)
    callHeld(m, object.holds, args, name, site)
    return origins.length ? makeUnknown(origins, null, object.holds) : UNKNOWN
  }
  // regeneratorRuntime out of sight: it is known for these two.
  if (name === 'mark' && args.length === 1) return args[0]!
  if (name === 'wrap' && args.length > 1) return runGenerator(m, args[0]!, args[2] ?? UNDEFINED)
  const gathered = args[1]
  if ((name === 'reduce' || name === 'reduceRight') && gathered && isFunction(args[0]!)) {
    // What is gathered starts as it was given: lists and objects are filled step by step.
    const element = m.unknownFrom(object.origins)
    return join(gathered, callback(m, args[0]!, [gathered, element], name, 'callback', null, site))
  }
  const iterates = ITERATES.has(name)
  const how: Step['how'] = name === 'then' || name === 'catch' || name === 'finally' ? 'promise' : 'callback'
  const element = name === 'catch' ? UNKNOWN : m.unknownFrom(object.origins)
  let holds: V[] | null = null
  for (let i = 0; i < args.length; i++) {
    const a = args[i]!
    if (!isFunction(a)) {
      origins = mergeOrigins(origins, originsOf(a, 2))
      continue
    }
    if (!iterates) {
      holds ??= []
      holds.push(a)
      if (m.root.kind === 'module') continue
    }
    const r = callback(m, a, name === 'reduce' ? [UNKNOWN, element] : [element, UNKNOWN], name, how, null, site)
    origins = mergeOrigins(origins, originsOf(r, 2))
  }
  return holds ? makeUnknown(origins, null, holds) : m.unknownFrom(origins)
}
