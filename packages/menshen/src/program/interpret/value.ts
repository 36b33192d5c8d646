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

export class Const {
  readonly t = 0
  readonly v: string | number | boolean | null | undefined
  readonly file: string
  readonly start: number
  readonly end: number
  /** Where parts of it came from, for constants computed out of something with an origin. */
  readonly origins: readonly Origin[]
  constructor(v: string | number | boolean | null | undefined, file = '', start = 0, end = 0, origins: readonly Origin[] = NO_ORIGINS) {
    this.v = v
    this.file = file
    this.start = start
    this.end = end
    this.origins = origins
  }
}
export const NO_ORIGINS: readonly Origin[] = []
/** Nearly all values hold nothing and answer no call: what they have none of is one list. */
const NONE: readonly never[] = []

const MAX_HELD = 4

export class Unknown {
  readonly t = 2
  readonly origins: readonly Origin[]
  /** For strings: known pieces, null for what is unknown. */
  readonly pieces: readonly (string | null)[] | null
  /** Functions that an unknown function may hold on to and call. */
  readonly holds: readonly V[]
  /** What was read from it, by key: the same key gives the same value. */
  members: Map<string, Unknown> | null = null
  /** Where the longest of the known pieces was written. */
  written: Site | null = null
  constructor(origins: readonly Origin[] = NO_ORIGINS, pieces: readonly (string | null)[] | null = null, holds: readonly V[] = NONE) {
    this.origins = origins
    this.pieces = pieces
    this.holds = holds.length > MAX_HELD ? holds.slice(0, MAX_HELD) : holds
  }
}

export class Several {
  readonly t = 3
  readonly values: readonly (Const | Obj | Unknown)[]
  constructor(values: readonly (Const | Obj | Unknown)[]) {
    this.values = values
  }
}

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

export class Obj {
  readonly t = 1
  readonly kind: ObjKind
  props: Map<string, V> | null = null
  /** Exact elements of an array; null once they are not known one by one. */
  items: V[] | null = null
  /** What stands under keys that are not known. */
  any: V | null = null
  /** The unknown key under which `any` was written, when there was one only: reading a known key puts it in its place. */
  anyKey: Unknown | null = null
  proto: Obj | null = null
  /** The undecided stretch of code in which it was made: writes there replace, writes elsewhere add. */
  region: number
  file = ''
  start = 0
  end = 0
  // functions
  fn: Fn | null = null
  frame: Frame | null = null
  boundThis: V | null = null
  boundArgs: readonly V[] | null = null
  native: Native | null = null
  // platform objects: 'wx' + 'getLocation', 'InnerAudioContext' …
  ns = ''
  api = ''
  /** For platform functions: how the name was written. */
  how: 'member' | 'computed' | 'alias' = 'member'
  // promises: what it resolves to, what it rejects with, and the calls whose answer it is
  resolved: V | null = null
  rejected: V | null = null
  calls: readonly unknown[] = NONE
  /** Extra state of special objects (a unit's instance, a proxy's handler). */
  tag: unknown = null
  /** True when keys beyond those in `props` may exist. */
  open = false
  /** Number of times it was entered. */
  entered = 0
  constructor(kind: ObjKind, region: number) {
    this.kind = kind
    this.region = region
  }
}

export const UNDEFINED = new Const(undefined)
export const NULL = new Const(null)
export const TRUE = new Const(true)
export const FALSE = new Const(false)
export const UNKNOWN = new Unknown()

const MAX_CONSTANTS = 64
const MAX_OBJECTS = 10
const MAX_ORIGINS = 8
/** Half-known strings kept apart. */
const MAX_TEXTS = 8

/** The value that is one or the other. Most joins add nothing, and most others add one alternative to a few. */
export function join(a: V, b: V): V {
  if (a === b) return a
  if (a.t !== 3) {
    if (b.t === 3) {
      if (covers(b, a)) return b
    } else if (a.t === 0) {
      if (b.t === 0 && a.v === b.v) return a.origins.length || !b.origins.length ? a : b
      return new Several([a, b])
    } else if (a.t === 2 && b.t === 2) {
      if (a.pieces === null && b.pieces === null) return within(b, a) ? a : merged(a, b)
      return samePieces(a, b) ? a : new Several([a, b])
    } else return new Several([a, b])
  } else if (b.t !== 3 ? covers(a, b) : coversAll(a, b)) return a
  if (a.t === 3 && b.t !== 3) {
    const more = withOneMore(a, b)
    if (more !== null) return more
  }
  const out = new Joiner()
  if (a.t === 3) out.begin(a)
  else out.take(a)
  const before = out.size
  out.take(b)
  if (a.t === 3 && out.size === before && !out.replaced) return a
  return out.value()!
}
/** The usual way for alternatives to grow: one that is new comes to them. Null where it changes one of them, or where there are too many. */
function withOneMore(a: Several, b: Const | Obj | Unknown): Several | null {
  if (b.t === 2 && b.pieces !== null) return null
  const { values } = a
  const { length } = values
  let alike = 0
  for (let i = 0; i < length; i++) {
    const w = values[i]!
    if (w.t !== b.t) continue
    if (b.t === 0) {
      if ((w as Const).v === b.v) return null
      alike++
    } else if (b.t === 1) alike++
    else if ((w as Unknown).pieces === null) return null
  }
  if (alike >= (b.t === 0 ? MAX_CONSTANTS : MAX_OBJECTS)) return null
  const out: (Const | Obj | Unknown)[] = new Array(length + 1)
  for (let i = 0; i < length; i++) out[i] = values[i]!
  out[length] = b
  return new Several(out)
}
/** Whether a value is among the alternatives already: found out without making anything, since most joins add nothing. */
function covers(a: Several, b: Const | Obj | Unknown): boolean {
  const values = a.values
  for (let i = 0; i < values.length; i++) {
    const w = values[i]!
    if (w === b) return true
    if (w.t !== b.t) continue
    if (b.t === 0) {
      if ((w as Const).v === b.v && (b.origins.length === 0 || (w as Const).origins.length > 0)) return true
    } else if (b.t === 2 && !b.pieces && !(w as Unknown).pieces && within(b, w as Unknown)) return true
  }
  return false
}
function coversAll(a: Several, b: Several): boolean {
  if (b.values.length > a.values.length) return false
  for (let i = 0; i < b.values.length; i++) if (!covers(a, b.values[i]!)) return false
  return true
}
const within = (b: Unknown, w: Unknown): boolean => {
  for (let i = 0; i < b.origins.length; i++) if (!w.origins.includes(b.origins[i]!)) return false
  for (let i = 0; i < b.holds.length; i++) if (!w.holds.includes(b.holds[i]!)) return false
  return true
}
/** Two unknown values as one, with the origins of both. */
function merged(a: Unknown, b: Unknown): Unknown {
  const origins = mergeOrigins(a.origins, b.origins)
  const holds = mergeHolds(a.holds, b.holds)
  return origins === a.origins && holds.length === a.holds.length ? a : new Unknown(origins, null, holds)
}
const samePieces = (a: Unknown, b: Unknown): boolean => {
  if (a.pieces === null || b.pieces === null || a.pieces.length !== b.pieces.length) return false
  for (let i = 0; i < a.pieces.length; i++) if (a.pieces[i] !== b.pieces[i]) return false
  return true
}

/** The value that is one of many; undefined for none. */
export function joinAll(values: readonly V[]): V | undefined {
  if (values.length < 2) return values[0]
  if (values.length === 2) return join(values[0]!, values[1]!)
  const first = values[0]!
  let same = true
  for (let i = 1; i < values.length && same; i++) same = values[i] === first
  if (same) return first
  const out = new Joiner()
  if (first.t === 3) out.begin(first)
  else out.take(first)
  for (let i = 1; i < values.length; i++) out.take(values[i]!)
  return out.value()
}

/** Gathers alternatives: constants by value, objects by identity, everything unknown in one with its origins. Nearly always there are only a few. */
class Joiner {
  private out: (Const | Obj | Unknown)[] = []
  private constants = 0
  private objects = 0
  private texts = 0
  private unknownAt = -1
  /** True when an alternative was exchanged for a wider one. */
  replaced = false
  get size(): number {
    return this.out.length
  }
  /** Starts from what was gathered before. */
  begin(v: Several): void {
    const out = v.values.slice()
    this.out = out
    for (let i = 0; i < out.length; i++) {
      const w = out[i]!
      if (w.t === 0) this.constants++
      else if (w.t === 1) this.objects++
      else if (w.pieces) this.texts++
      else this.unknownAt = i
    }
  }
  take(v: V): void {
    switch (v.t) {
      case 0:
        this.constant(v)
        return
      case 1:
        if (this.out.includes(v)) return
        if (++this.objects <= MAX_OBJECTS) this.out.push(v)
        else this.open(UNKNOWN)
        return
      case 2:
        if (v.pieces) this.partial(v)
        else this.open(v)
        return
      case 3:
        for (let i = 0; i < v.values.length; i++) this.take(v.values[i]!)
    }
  }
  private constant(v: Const): void {
    const { out } = this
    const x = v.v
    for (let i = 0; i < out.length; i++) {
      const w = out[i]!
      if (w.t !== 0 || w.v !== x) continue
      if (v.origins.length && !w.origins.length) {
        out[i] = v
        this.replaced = true
      }
      return
    }
    if (++this.constants > MAX_CONSTANTS) this.open(v.origins.length ? new Unknown(v.origins) : UNKNOWN)
    else out.push(v)
  }
  private partial(v: Unknown): void {
    const { out } = this
    for (let i = 0; i < out.length; i++) {
      const w = out[i]!
      if (w === v || (w.t === 2 && samePieces(w, v))) return
    }
    if (++this.texts <= MAX_TEXTS) out.push(v)
    else this.open(new Unknown(v.origins))
  }
  private open(v: Unknown): void {
    if (this.unknownAt < 0) {
      this.unknownAt = this.out.length
      this.out.push(v)
      return
    }
    const had = this.out[this.unknownAt] as Unknown
    if (had === v || within(v, had)) return
    const both = merged(had, v)
    if (both === had) return
    this.out[this.unknownAt] = both
    this.replaced = true
  }
  value(): V | undefined {
    // What was pushed to has room for more; what is kept has not.
    return this.out.length > 1 ? new Several(this.out.slice()) : this.out[0]
  }
}

const mergeHolds = (a: readonly V[], b: readonly V[]): readonly V[] => (b.length ? [...a, ...b.filter((h) => !a.includes(h))] : a)

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
      let out = NO_ORIGINS
      for (let i = 0; i < v.values.length; i++) {
        const w = v.values[i]!
        // Constants and unknowns, the usual case, need no walk.
        const o = w.t === 1 ? originsOf(w, depth, given) : w.origins
        if (o.length) out = mergeOrigins(out, o)
      }
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
