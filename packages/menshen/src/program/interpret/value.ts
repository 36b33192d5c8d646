/**
 * Values of the abstract interpreter. A value is a constant, an object, something unknown with its origins, or one of
 * several. Objects are allocated where the code makes them, so aliases, wrappers and tables keep their identity.
 */
import type { Fn } from '../script/ir.ts'
import type { Module } from './context.ts'
import type { Origin } from './types.ts'

export type V = Const | Obj | Unknown | Several

/** Where a value was written: a node of a script's intermediate form, or a span of a template. */
export interface Site {
  readonly file: string
  readonly start: number
  readonly end: number
}

// Values are made by the ten thousand in a process too short for its code to be optimised: a literal is copied from the one
// before it, where a constructor would store field by field.

export interface Const {
  readonly t: 0
  readonly v: string | number | boolean | null | undefined
  readonly file: string
  readonly start: number
  readonly end: number
  /** Where parts of it came from, for constants computed out of something with an origin. */
  readonly origins: readonly Origin[]
}
export const NO_ORIGINS: readonly Origin[] = []
export const makeConst = (v: Const['v'], file = '', start = 0, end = 0, origins: readonly Origin[] = NO_ORIGINS): Const => ({
  t: 0,
  v,
  file,
  start,
  end,
  origins,
})
/** Nearly all values hold nothing and answer no call: what they have none of is one list. */
const NONE: readonly never[] = []

const MAX_HELD = 4

export interface Unknown {
  readonly t: 2
  readonly origins: readonly Origin[]
  /** For strings: known pieces, null for what is unknown. */
  readonly pieces: readonly (string | null)[] | null
  /** Functions that an unknown function may hold on to and call. */
  readonly holds: readonly V[]
  /** What was read from it, by key: the same key gives the same value. */
  members: Map<string, Unknown> | null
  /** Where the longest of the known pieces was written. */
  written: Site | null
}
export const makeUnknown = (
  origins: readonly Origin[] = NO_ORIGINS,
  pieces: Unknown['pieces'] = null,
  holds: readonly V[] = NONE,
): Unknown => ({
  t: 2,
  origins,
  pieces,
  holds: holds.length > MAX_HELD ? holds.slice(0, MAX_HELD) : holds,
  members: null,
  written: null,
})

/** What many parts were as one value: the same parts, asked for again, are the same value again. */
export interface Gathered {
  readonly key: string
  readonly parts: readonly V[]
  readonly value: V
}

export interface Several {
  readonly t: 3
  readonly values: readonly (Const | Obj | Unknown)[]
  /** What was last read from all of them. */
  gathered: Gathered | null
  /** The origins of its parts, once asked for; null as well where objects are among them, whose members may change. */
  origins: readonly Origin[] | null
}
export const makeSeveral = (values: Several['values']): Several => ({ t: 3, values, gathered: null, origins: null })

export type ObjKind = 'object' | 'array' | 'function' | 'api' | 'promise' | 'class' | 'map' | 'proxy' | 'pages'

export interface Frame {
  readonly vars: (V | undefined)[]
  readonly parent: Frame | null
  readonly module: Module
  thisValue: V
  args: readonly V[] | null
  result: V | null
  readonly fn: Fn
  /** The closure that runs in it. */
  readonly callee: Obj | null
}
export interface ModuleRef {
  readonly file: string
  /** Somebody else's code: walked for what it calls, but on a shorter leash. */
  readonly foreign: boolean
  readonly functions: readonly Fn[]
}

export type Native = (self: V, args: readonly V[], site: Site) => V

export interface Obj {
  readonly t: 1
  readonly kind: ObjKind
  props: Map<string, V> | null
  /** Exact elements of an array; null once they are not known one by one. */
  items: V[] | null
  /** What stands under keys that are not known. */
  any: V | null
  /** The unknown key under which `any` was written, when there was one only: reading a known key puts it in its place. */
  anyKey: Unknown | null
  proto: Obj | null
  /** The undecided stretch of code in which it was made: writes there replace, writes elsewhere add. */
  region: number
  file: string
  start: number
  end: number
  // functions
  fn: Fn | null
  frame: Frame | null
  boundThis: V | null
  boundArgs: readonly V[] | null
  native: Native | null
  // platform objects: 'wx' + 'getLocation', 'InnerAudioContext' …
  ns: string
  api: string
  /** For platform functions: how the name was written. */
  how: 'member' | 'computed' | 'alias'
  // promises: what it resolves to, what it rejects with, and the calls whose answer it is
  resolved: V | null
  rejected: V | null
  calls: readonly unknown[]
  /** Extra state of special objects (a unit's instance, a proxy's handler). */
  tag: unknown
  /** True when keys beyond those in `props` may exist. */
  open: boolean
  /** Number of times it was entered. */
  entered: number
  /** What was last read from all members. */
  gathered: Gathered | null
}
export const makeObj = (kind: ObjKind, region: number): Obj => ({
  t: 1,
  kind,
  props: null,
  items: null,
  any: null,
  anyKey: null,
  proto: null,
  region,
  file: '',
  start: 0,
  end: 0,
  fn: null,
  frame: null,
  boundThis: null,
  boundArgs: null,
  native: null,
  ns: '',
  api: '',
  how: 'member',
  resolved: null,
  rejected: null,
  calls: NONE,
  tag: null,
  open: false,
  entered: 0,
  gathered: null,
})

export const UNDEFINED = makeConst(undefined)
export const NULL = makeConst(null)
export const TRUE = makeConst(true)
export const FALSE = makeConst(false)
export const UNKNOWN = makeUnknown()

const MAX_ORIGINS = 8
export function mergeOrigins(a: readonly Origin[], b: readonly Origin[]): readonly Origin[] {
  if (a === b || !b.length) return a
  if (!a.length) return b
  let out: Origin[] | null = null
  for (let i = 0; i < b.length; i++) {
    const o = b[i]!
    if ((out ?? a).includes(o)) continue
    if ((out ?? a).length >= MAX_ORIGINS) break
    if (out === null) {
      out = new Array<Origin>(a.length + 1)
      for (let j = 0; j < a.length; j++) out[j] = a[j]!
      out[a.length] = o
    } else out.push(o)
  }
  return out ?? a
}

export const alternatives = (v: V): readonly (Const | Obj | Unknown)[] => (v.t === 3 ? v.values : [v])

/** Where a value's content came from; objects are searched `depth` levels deep. */
export function originsOf(v: V, depth = 3, given: Set<Obj> | null = null): readonly Origin[] {
  switch (v.t) {
    case 0:
      return v.origins
    case 2:
      return v.origins
    case 3: {
      if (v.origins !== null) return v.origins
      const { values } = v
      let out = NO_ORIGINS
      let lasting = true
      for (let i = 0; i < values.length; i++) {
        const w = values[i]!
        // Constants and unknowns, the usual case, need no walk.
        let o: readonly Origin[]
        if (w.t === 1) {
          o = originsOf(w, depth, given)
          lasting = false
        } else o = w.origins
        if (o.length) out = out.length === 0 ? o : mergeOrigins(out, o)
      }
      if (lasting) v.origins = out
      return out
    }
  }
  if (depth <= 0 || v.kind === 'function' || v.kind === 'class' || v.kind === 'api') return NO_ORIGINS
  // Members are not looked into at the last level: nothing can be met twice.
  let seen = given
  if (seen === null) {
    if (depth > 1) seen = new Set<Obj>([v])
  } else {
    if (seen.has(v)) return NO_ORIGINS
    seen.add(v)
  }
  let out = NO_ORIGINS
  let n = 0
  if (v.props) for (const w of v.props.values()) if (++n < 40) out = mergeOrigins(out, originsOf(w, depth - 1, seen))
  if (v.items) for (let i = 0; i < v.items.length; i++) if (++n < 60) out = mergeOrigins(out, originsOf(v.items[i]!, depth - 1, seen))
  if (v.any) out = mergeOrigins(out, originsOf(v.any, depth - 1, seen))
  if (v.resolved) out = mergeOrigins(out, originsOf(v.resolved, depth - 1, seen))
  return out
}

/** true or false when every alternative agrees, undefined when it is undecided. */
export function truth(v: V): boolean | undefined {
  switch (v.t) {
    case 0:
      return !!v.v
    case 1:
      return true
    case 2:
      return undefined
  }
  let out: boolean | undefined
  for (let i = 0; i < v.values.length; i++) {
    const t = truth(v.values[i]!)
    if (t === undefined || (out !== undefined && out !== t)) return undefined
    out = t
  }
  return out
}

export const isFunction = (v: V): boolean =>
  v.t === 1
    ? v.kind === 'function' || v.kind === 'class' || v.kind === 'api'
    : v.t === 2
      ? v.holds.length > 0
      : v.t === 3 && v.values.some(isFunction)

/** The strings (or numbers as strings) that a value may be; unknown alternatives are left out. */
export function stringsOf(v: V): string[] {
  if (v.t === 0) return isTextual(v) ? [String(v.v)] : []
  const out: string[] = []
  if (v.t === 3)
    for (let i = 0; i < v.values.length; i++) {
      const w = v.values[i]!
      if (w.t === 0 && isTextual(w)) out.push(String(w.v))
    }
  return out
}
const isTextual = (c: Const): boolean => typeof c.v === 'string' || typeof c.v === 'number'
